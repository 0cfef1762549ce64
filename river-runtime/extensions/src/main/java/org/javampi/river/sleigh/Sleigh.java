package org.javampi.river.sleigh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.IntFunction;
import org.javampi.river.farm.Crew;
import org.javampi.river.farm.FarmFunction;
import org.javampi.river.farm.Outcome;
import org.javampi.river.farm.Policy;
import org.javampi.river.farm.Work;
import org.javampi.river.farm.Worker;
import org.javampi.river.nws.NetWorkSpace;
import org.javampi.river.nws.NwsServer;
import org.javampi.river.nws.NwsSettings;
import org.javampi.river.resource.RiverOptions;

/**
 * Workers that wait for work. They keep what they have from task to task, and meet in a workspace, {@link #userNws}. A
 * worker that dies gives its task back, and gets a successor where this sleigh has started it; a task that has killed
 * three workers fails.
 *
 * <pre>{@code
 * try (Sleigh s = Sleigh.start()) {
 *     List<Integer> sums = s.eachElem(a -> (int) a[0] + (int) a[1] + (int) a[2],
 *             List.of(List.of(1, 2, 3), List.of(11, 12, 13)), List.of(99));     // [111, 113, 115]
 * }
 * }</pre>
 */
public class Sleigh implements AutoCloseable {
    private static final int WORKERS = 3;
    private static final String SPACE = "sleigh";

    /** Workspaces of the sleighs that run here, the last one first: what {@link #userNws} is outside of workers. */
    private static final Deque<NetWorkSpace> MASTERS = new ConcurrentLinkedDeque<>();

    private final Crew crew;
    private final NwsServer server;
    private final NetWorkSpace space;
    private final Place place;

    /** Where workers come from. */
    public interface Builder {
        /** Starts them; returns when they wait for work. */
        Sleigh start();

        /** So many on this host; with {@link #onRiver}: at most so many. */
        Builder workers(int n);

        /** One on each of these hosts, by ssh; a host that is named twice gets two. */
        Builder on(String... hosts);

        /** The free VMs of this user's River. */
        Builder onRiver();
    }

    /**
     * Where workers come from.
     *
     * @param workers how many; 0 where nothing was said
     * @param hosts by ssh
     * @param river whether free VMs are used
     */
    private record Plan(int workers, List<String> hosts, boolean river) implements Builder {
        @Override
        public Builder workers(int n) {
            if (n < 1) {
                throw new IllegalArgumentException("workers(" + n + "): at least 1 is needed");
            }
            return new Plan(n, hosts, river);
        }

        @Override
        public Builder on(String... more) {
            List<String> all = new ArrayList<>(hosts);
            all.addAll(List.of(more));
            return new Plan(workers, all, river);
        }

        @Override
        public Builder onRiver() {
            return new Plan(workers, hosts, true);
        }

        @Override
        public Sleigh start() {
            Crew crew = Crew.open();
            boolean done = false;
            try {
                gather(crew);
                Sleigh sleigh = new Sleigh(crew);
                done = true;
                return sleigh;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SleighException("interrupted while workers were started", e);
            } catch (IOException e) {
                throw new SleighException(e.getMessage(), e);
            } finally {
                if (!done) {
                    crew.close();
                }
            }
        }

        private void gather(Crew crew) throws IOException, InterruptedException {
            if (river) {
                int most = workers == 0 ? Integer.MAX_VALUE : workers;
                if (crew.recruit(most, most, Duration.ZERO) == 0) {
                    throw new SleighException("no free VM was found: start some with 'river vm'");
                }
            }
            for (String host : hosts) {
                SshStation station = new SshStation(
                        crew.river(),
                        host,
                        Map.of(
                                RiverOptions.SEEDS,
                                crew.river().self().peer().endpoint(),
                                RiverOptions.OWNER,
                                crew.river().id().toString()));
                station.renew();
                crew.farm().add(station);
            }
            if (!river && hosts.isEmpty()) {
                crew.start(workers == 0 ? WORKERS : workers, true, List.of());
            }
        }
    }

    private Sleigh(Crew crew) throws IOException {
        this.crew = crew;
        // Where workers of a River reach this process, they reach its server, too.
        InetSocketAddress here =
                RiverOptions.endpoint(crew.river().self().peer().endpoint(), "this VM");
        server = NwsServer.start(NwsSettings.onPort(0).withBind(here.getAddress()));
        String host = here.getAddress().getHostAddress();
        place = new Place(host, server.port(), SPACE, crew.farm().workers().size());
        space = new NetWorkSpace(SPACE, host, server.port());
        space.listVars();
        MASTERS.push(space);
    }

    /** Three workers on this host. */
    public static Sleigh start() {
        return plan().start();
    }

    private static Builder plan() {
        return new Plan(0, List.of(), false);
    }

    /** So many workers on this host. */
    public static Builder workers(int n) {
        return plan().workers(n);
    }

    /** Workers on other hosts, by ssh. */
    public static Builder on(String... h) {
        return plan().on(h);
    }

    /** Workers on free VMs of this user's River. */
    public static Builder onRiver() {
        return plan().onRiver();
    }

    /**
     * Calls a function once on each worker.
     *
     * @return results in the order of ranks; where a worker has failed, its exception
     */
    public <R> List<R> eachWorker(SleighFunction<R> f, Object... args) {
        List<Worker> workers = crew.farm().workers();
        Running<R> running = new Running<>(workers.size(), 1, null);
        Work<ArrayList<Object[]>, ArrayList<Object>> work = running.work(
                "eachWorker", i -> args, function(f), f, Policy.standard().once());
        crew.farm().submit(work.on(workers, false));
        return running.await();
    }

    private <R> FarmFunction<ArrayList<Object[]>, ArrayList<Object>> function(SleighFunction<R> f) {
        Place its = place;
        return chunk -> its.run(f, chunk);
    }

    /** Calls a function with each element. */
    public <R> List<R> eachElem(SleighFunction<R> f, List<?> elements) {
        return eachElem(f, List.of(elements), List.of());
    }

    /**
     * Calls a function with the first elements of all varying lists and the fixed arguments, then with the second ones,
     * and so on. A list that is shorter than the longest begins again.
     *
     * @return results in the order of the elements; where one has failed, its exception
     */
    public <R> List<R> eachElem(SleighFunction<R> f, List<? extends List<?>> varying, List<?> fixed) {
        return eachElem(f, varying, fixed, new SleighOptions()).await();
    }

    /** As {@link #eachElem(SleighFunction, List, List)}, with options. */
    public <R> SleighPending<R> eachElem(
            SleighFunction<R> f, List<? extends List<?>> varying, List<?> fixed, SleighOptions o) {
        int count = varying.stream().mapToInt(List::size).max().orElse(0);
        if (varying.stream().anyMatch(List::isEmpty) && count > 0) {
            throw new IllegalArgumentException("eachElem: one of the varying lists is empty, another one is not");
        }
        IntFunction<Object[]> arguments = i -> {
            List<Object> all = new ArrayList<>();
            varying.forEach(list -> all.add(list.get(i % list.size())));
            all.addAll(fixed);
            return o.ordered(all.toArray());
        };
        if (count > 0) {
            // A permutation that does not fit is refused here.
            arguments.apply(0);
        }
        Running<R> running = new Running<>(count, o.chunkSize(), o);
        Policy policy = o.isSpeculative() ? Policy.standard().withSpeculation() : Policy.standard();
        if (o.loadFactor() > 0) {
            policy = policy.withWindow(
                    o.loadFactor() * Math.max(1, crew.farm().workers().size()));
        }
        Work<ArrayList<Object[]>, ArrayList<Object>> work = running.work("eachElem", arguments, function(f), f, policy);
        if (count > 0) {
            crew.farm().submit(work);
        }
        if (o.isBlocking()) {
            running.await();
        }
        return running;
    }

    /** Elements that have results, and those that have not. */
    private static final class Running<R> implements SleighPending<R> {
        private final Object[] results;
        private final int chunk;
        private final SleighOptions options;
        private int left;
        private Work<ArrayList<Object[]>, ArrayList<Object>> work;

        Running(int count, int chunk, SleighOptions options) {
            results = new Object[count];
            this.chunk = chunk;
            this.options = options;
            left = count;
        }

        Work<ArrayList<Object[]>, ArrayList<Object>> work(
                String name,
                IntFunction<Object[]> arguments,
                FarmFunction<ArrayList<Object[]>, ArrayList<Object>> function,
                SleighFunction<R> f,
                Policy policy) {
            int tasks = (results.length + chunk - 1) / chunk;
            work = new Work<>(
                    name,
                    tasks,
                    task -> {
                        ArrayList<Object[]> part = new ArrayList<>();
                        for (int i = task * chunk; i < Math.min(results.length, (task + 1) * chunk); i++) {
                            part.add(arguments.apply(i));
                        }
                        return part;
                    },
                    function,
                    f.getClass(),
                    policy,
                    this::onOutcome);
            return work;
        }

        private void onOutcome(Outcome<ArrayList<Object>> outcome) {
            int first = outcome.index() * chunk;
            int end = Math.min(results.length, first + chunk);
            for (int i = first; i < end; i++) {
                Object result = outcome.failure() != null
                        ? outcome.failure()
                        : ((Place.Slot) outcome.value().get(i - first)).value();
                synchronized (this) {
                    results[i] = result;
                    left--;
                }
                if (options != null && options.accumulator() != null) {
                    options.accumulator().accept(i, result);
                }
            }
            work.consumed(1);
        }

        @Override
        public synchronized int check() {
            return left;
        }

        @Override
        @SuppressWarnings("unchecked") // what the function has returned; exceptions are the documented exception
        public List<R> await() {
            try {
                if (results.length > 0) {
                    work.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SleighException("interrupted while workers were waited for", e);
            }
            synchronized (this) {
                return (List<R>) new ArrayList<>(Arrays.asList(results));
            }
        }
    }

    /**
     * Which worker this is, from 0; the same for its successor.
     *
     * @throws IllegalStateException outside of workers
     */
    public static int rank() {
        return placeOfWorker("rank").rank();
    }

    /**
     * How many workers the sleigh of this worker began with.
     *
     * @throws IllegalStateException outside of workers
     */
    public static int workerCount() {
        return placeOfWorker("workerCount").workers();
    }

    private static Place placeOfWorker(String what) {
        Place place = Place.here();
        if (place == null) {
            throw new IllegalStateException(what + "(): this thread is none of a worker");
        }
        return place;
    }

    /** The workspace of all workers; in the program that has started them, that of the sleigh that was started last. */
    public static NetWorkSpace userNws() {
        if (Place.here() != null) {
            return Place.spaceHere();
        }
        NetWorkSpace master = MASTERS.peek();
        if (master == null) {
            throw new IllegalStateException("userNws(): no sleigh was started here");
        }
        return master;
    }

    /** Ends the workers that were started, gives leased ones back, and deletes their workspace. */
    @Override
    public void close() {
        MASTERS.remove(space);
        crew.close();
        space.close();
        server.close();
    }
}
