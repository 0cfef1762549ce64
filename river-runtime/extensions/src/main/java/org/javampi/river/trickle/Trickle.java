package org.javampi.river.trickle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.javampi.river.farm.Crew;
import org.javampi.river.farm.Farm;
import org.javampi.river.farm.FarmFunction;
import org.javampi.river.farm.Namespace;
import org.javampi.river.farm.Policy;
import org.javampi.river.farm.TaskFailure;
import org.javampi.river.farm.Work;
import org.javampi.river.farm.Worker;

/**
 * A farm of workers in ten lines: functions go to the virtual machines of a River, each with an argument of its own or
 * with the next chunk of a list. Any thread.
 *
 * <pre>{@code
 * try (Trickle t = Trickle.connect()) {
 *     List<Long> sums = t.forkWork((List<Integer> part) -> sum(part), numbers, 10);
 * }
 * }</pre>
 *
 * <p>A chunk is run once, but for chunks of VMs that die: those go to others, and one that was lost with three VMs fails.
 */
public class Trickle implements AutoCloseable {
    private final Crew crew;
    private final Farm farm;

    Trickle(Crew crew) {
        this.crew = crew;
        farm = crew.farm();
    }

    /**
     * Takes all free VMs that can be found; where there are none, starts as many on this host as it has cores. They are
     * given back, or ended, at {@link #close}.
     */
    public static Trickle connect() {
        return connect(Integer.MAX_VALUE, Runtime.getRuntime().availableProcessors(), Duration.ZERO);
    }

    /** Takes {@code n} free VMs; starts on this host what is missing. */
    public static Trickle connect(int n) {
        return connect(n, Duration.ZERO);
    }

    /** As {@link #connect(int)}, but looks at most so long for VMs before it starts any. */
    public static Trickle connect(int n, Duration d) {
        if (n < 1) {
            throw new IllegalArgumentException("connect(" + n + "): at least 1 VM is needed");
        }
        return connect(n, n, d);
    }

    private static Trickle connect(int most, int least, Duration patience) {
        Crew crew = Crew.open();
        boolean done = false;
        try {
            int found = crew.recruit(most, most, patience);
            int missing = most == Integer.MAX_VALUE ? (found == 0 ? least : 0) : least - found;
            if (missing > 0) {
                System.err.println("[trickle: found " + found + " free VMs, starting " + missing + " on this host]");
                crew.start(missing, false, List.of());
            }
            System.err.println("[trickle: discovered " + (found + missing) + " VMs]");
            done = true;
            return new Trickle(crew);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while VMs were looked for", e);
        } finally {
            if (!done) {
                crew.close();
            }
        }
    }

    /** Whether VMs that appear while work lasts are used, too; not at first. */
    public Trickle elastic(boolean b) {
        crew.elastic(b);
        return this;
    }

    /** The farm below, for systems that stand on this one. */
    public Farm farm() {
        return farm;
    }

    /**
     * Loads classes on each VM and runs their static initializers there. Code is shipped also when a function first needs
     * it; values of static fields are not.
     *
     * @throws TrickleException when a VM cannot load one
     */
    public void inject(Class<?>... c) {
        if (c.length == 0) {
            return;
        }
        ArrayList<String> names = new ArrayList<>();
        Arrays.stream(c).forEach(type -> names.add(type.getName()));
        FarmFunction<ArrayList<String>, Integer> load = classes -> {
            for (String name : classes) {
                Class.forName(name, true, Thread.currentThread().getContextClassLoader());
            }
            return classes.size();
        };
        List<Worker> workers = farm.workers();
        joinUnchecked(begin("inject", workers, load, c[0], i -> names, false, true));
    }

    /**
     * Calls a function once on each VM.
     *
     * @return the results, in the order of {@link #vms}
     * @throws TrickleException when one has failed, after all have ended
     */
    public <A, R> List<R> each(Fn<A, R> f, A x) {
        return joinUnchecked(begin("each", farm.workers(), f::apply, f.getClass(), i -> x, false, true));
    }

    /**
     * Calls a function on the VMs, each with an argument of its own: the first one with the first argument, and so on;
     * when there are more arguments than VMs, around again. Does not wait.
     *
     * @return the calls, in the order of the arguments
     */
    public <A, R> List<Handle<R>> fork(Fn<A, R> f, List<A> args) {
        List<Worker> workers = farm.workers();
        List<Worker> places = new ArrayList<>();
        for (int i = 0; i < args.size() && !workers.isEmpty(); i++) {
            places.add(workers.get(i % workers.size()));
        }
        List<A> copy = new ArrayList<>(args);
        return List.copyOf(begin("fork", places, f::apply, f.getClass(), copy::get, true, false));
    }

    private <A, R> List<Call<R>> begin(
            String name,
            List<Worker> workers,
            FarmFunction<A, R> function,
            Class<?> origin,
            IntFunction<A> arguments,
            boolean movable,
            boolean sharing) {
        if (workers.isEmpty()) {
            throw new IllegalStateException(name + ": no VM is left, or this Trickle is closed");
        }
        List<Call<R>> calls = new ArrayList<>();
        workers.forEach(worker -> calls.add(new Call<>()));
        // A call that must run on one VM cannot be tried on another.
        Policy policy = movable ? Policy.standard() : Policy.standard().once();
        Work<A, R> work = new Work<>(
                name, workers.size(), arguments, function, origin, policy, outcome -> calls.get(outcome.index())
                        .complete(outcome));
        farm.submit((sharing ? work.sharingArgument() : work).on(workers, movable));
        return calls;
    }

    /**
     * Waits for calls.
     *
     * @return their results, in the order of the calls
     * @throws TrickleException when any has failed: lists all that have, once all are over
     */
    public static <R> List<R> join(List<Handle<R>> h) {
        List<Call<R>> calls = new ArrayList<>();
        for (Handle<R> handle : h) {
            calls.add((Call<R>) handle);
        }
        return joinUnchecked(calls);
    }

    private static <R> List<R> joinUnchecked(List<Call<R>> calls) {
        try {
            List<R> results = new ArrayList<>();
            List<TaskFailure> failures = new ArrayList<>();
            for (Call<R> call : calls) {
                TaskFailure failure = call.failure();
                if (failure != null) {
                    failures.add(failure);
                } else {
                    results.add(call.value());
                }
            }
            if (!failures.isEmpty()) {
                throw new TrickleException(calls.size(), failures);
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calls were waited for", e);
        }
    }

    /**
     * Calls a function with each chunk of a list, the next one where a VM is free.
     *
     * @param chunk how many items a call gets; the last one perhaps fewer
     * @return the results, in the order of the chunks
     * @throws TrickleException when any has failed: lists all that have, once all are over
     */
    public <A, R> List<R> forkWork(Fn<List<A>, R> f, List<A> items, int chunk) {
        int chunks = chunks(items, chunk);
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(chunks);
        List<TaskFailure> failures = new ArrayList<>();
        Work<List<A>, R> work = new Work<>(
                "forkWork", chunks, i -> part(items, chunk, i), f::apply, f.getClass(), Policy.standard(), outcome -> {
                    if (outcome.failure() == null) {
                        results.set(outcome.index(), outcome.value());
                    } else {
                        failures.add(outcome.failure());
                    }
                });
        farm.submit(work);
        try {
            work.await();
        } catch (InterruptedException e) {
            farm.cancel(work);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while chunks were waited for", e);
        }
        if (!failures.isEmpty()) {
            throw new TrickleException(chunks, failures);
        }
        List<R> list = new ArrayList<>(chunks);
        for (int i = 0; i < chunks; i++) {
            list.add(results.get(i));
        }
        return list;
    }

    static int chunks(List<?> items, int chunk) {
        if (chunk < 1) {
            throw new IllegalArgumentException("chunks of " + chunk + " items: at least 1 is needed");
        }
        return (items.size() + chunk - 1) / chunk;
    }

    /** A chunk as a list of its own, which can travel. */
    static <A> List<A> part(List<A> items, int chunk, int index) {
        int first = index * chunk;
        return new ArrayList<>(items.subList(first, Math.min(items.size(), first + chunk)));
    }

    /**
     * As {@link #forkWork}, but answers results as they come. Chunks that are ahead of what the stream's consumer has
     * taken are not begun, beyond a few for each VM. Close the stream to end the work early.
     *
     * @return the results, in the order in which they come; the stream throws {@link TrickleException} for a chunk that
     *     has failed, behind all results
     */
    public <A, R> Stream<R> forkWorkStream(Fn<List<A>, R> f, List<A> items, int chunk) {
        return new ResultStream<>(farm, f, items, chunk).stream();
    }

    /** The VMs that are left, in the order in which they were found. */
    public List<VmHandle> vms() {
        List<VmHandle> handles = new ArrayList<>();
        farm.workers().forEach(worker -> handles.add(new WorkerHandle(this, worker)));
        return handles;
    }

    <A, R> Call<R> callOn(Worker worker, FarmFunction<A, R> function, Class<?> origin, A argument) {
        return begin("call", List.of(worker), function, origin, i -> argument, false, false)
                .get(0);
    }

    /**
     * In a function on a VM: the value that {@link VmHandle#put} has stored there, or null.
     *
     * @throws IllegalStateException elsewhere
     */
    @SuppressWarnings("unchecked") // the caller knows what was stored
    public static <T> T local(String name) {
        return (T) Namespace.here().get(name);
    }

    /** Ends what runs, gives the VMs back, and ends those that {@code connect} has started. */
    @Override
    public void close() {
        crew.close();
    }
}
