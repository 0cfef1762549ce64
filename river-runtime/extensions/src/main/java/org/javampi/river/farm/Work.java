package org.javampi.river.farm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Tasks of one kind: one function, an argument for each. Arguments are made when their task is handed out, and nothing
 * is kept of a task that has its outcome, so that there may be any number. The listener gets each outcome once, one
 * after the other, in the farm's threads.
 */
public final class Work<A, R> {
    private static final AtomicLong NUMBERS = new AtomicLong();

    final long number = NUMBERS.incrementAndGet();
    private final String name;
    private final int count;
    private final IntFunction<A> arguments;
    private final FarmFunction<A, R> function;
    private final Class<?> origin;
    private final Policy policy;
    private final Consumer<Outcome<R>> listener;

    /** Where tasks must run, or null; and whether another VM may take the task of one that has died. */
    List<? extends Worker> pins;

    boolean movable;

    /** How many tasks were handed out; where all may from the start, the first that was not. Guarded by the farm's lock, as all below. */
    int next;

    /** Tasks that may be handed out and are not yet, where not all may from the start; else null. */
    private ArrayDeque<Integer> released;

    /** Where not all may be handed out from the start: those that were, or never will be. */
    private BitSet taken;

    /** Begun, and not consumed. */
    int unconsumed;

    boolean cancelled;

    /** Begun and without outcome; kept only where second runs are allowed. */
    final Set<Task> running = new LinkedHashSet<>();

    /** Of tasks that are done. */
    long sumNs;

    Farm farm;

    private volatile Payload payload;
    private boolean shared;

    /** Null until a VM gets it. Under this object's lock. */
    private Payload sharedArgument;

    /** Outcomes that the listener has had. Changes under this object's lock. */
    private volatile int finished;

    private Throwable listenerFailure;

    /**
     * A work.
     *
     * @param name for messages
     * @param count how many tasks
     * @param arguments the argument of each, made once or more often, in any thread
     * @param function what is done with it
     * @param origin a class of the program whose loader knows all that function and arguments need
     * @param listener gets each outcome
     */
    public Work(
            String name,
            int count,
            IntFunction<A> arguments,
            FarmFunction<A, R> function,
            Class<?> origin,
            Policy policy,
            Consumer<Outcome<R>> listener) {
        this.name = name;
        this.count = count;
        this.arguments = arguments;
        this.function = function;
        this.origin = origin;
        this.policy = policy;
        this.listener = listener;
    }

    /**
     * Lets each task run on a certain worker.
     *
     * @param workers one for each task
     * @param mayMove whether another worker takes the task of one that has died
     */
    public Work<A, R> on(List<? extends Worker> workers, boolean mayMove) {
        pins = workers;
        movable = mayMove;
        return this;
    }

    /** No task is begun before {@link #release} names it. */
    public Work<A, R> gated() {
        released = new ArrayDeque<>();
        taken = new BitSet(count);
        return this;
    }

    /** A task of a {@linkplain #gated gated} work may be begun. */
    public void release(int task) {
        farm.release(this, task);
    }

    /** A task of a {@linkplain #gated gated} work is not to be begun: its outcome is that it was skipped. */
    public void skip(int task, String why) {
        farm.skip(this, task, why);
    }

    void releaseHere(int task) {
        released.add(task);
    }

    boolean hasFresh() {
        return released == null ? next < count : !released.isEmpty();
    }

    int takeFresh() {
        int task = released == null ? next : released.remove();
        takeFresh(task);
        return task;
    }

    /** Whether nobody had been given it before. */
    boolean takeFresh(int task) {
        if (taken != null) {
            if (taken.get(task)) {
                return false;
            }
            taken.set(task);
        }
        next++;
        return true;
    }

    /** Takes all that nobody has been given. */
    IntStream takeAllFresh() {
        int first = next;
        next = count;
        if (taken == null) {
            return IntStream.range(first, count);
        }
        BitSet left = new BitSet(count);
        left.set(0, count);
        left.andNot(taken);
        taken.set(0, count);
        released.clear();
        return left.stream();
    }

    /** All tasks have the same argument: it is serialized once. */
    public Work<A, R> sharingArgument() {
        shared = true;
        return this;
    }

    /** For messages. */
    public String name() {
        return name;
    }

    /** How many tasks. */
    public int count() {
        return count;
    }

    Policy policy() {
        return policy;
    }

    Class<?> origin() {
        return origin;
    }

    ClassLoader classes() {
        ClassLoader own = origin.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    /** The argument of a task; who gets it gives it back by {@link #release}. */
    Payload argument(int index) {
        if (!shared) {
            return Payload.of(arguments.apply(index), "the argument of task " + index + " of " + name);
        }
        synchronized (this) {
            if (sharedArgument == null) {
                sharedArgument = Payload.of(arguments.apply(index), "the argument of " + name);
            }
            return sharedArgument;
        }
    }

    /** Whether all tasks have the same argument. */
    boolean isShared() {
        return shared;
    }

    /** A task's argument is needed no longer. */
    void release(Payload argument) {
        if (!shared) {
            argument.close();
        }
    }

    /** The function, serialized once for all VMs. */
    Payload function() {
        Payload made = payload;
        if (made == null) {
            synchronized (this) {
                if (payload == null) {
                    payload = Payload.of(function, "the function of " + name);
                }
                made = payload;
            }
        }
        return made;
    }

    synchronized void deliver(Outcome<?> outcome) {
        try {
            @SuppressWarnings("unchecked") // the function's own result
            Outcome<R> own = (Outcome<R>) outcome;
            if (listenerFailure == null) {
                listener.accept(own);
            }
        } catch (Throwable thrown) {
            // Thrown where the work is waited for: this is a thread of the farm.
            listenerFailure = thrown;
        } finally {
            int now = finished + 1;
            finished = now;
            notifyAll();
            if (finished == count) {
                closeAll();
            }
        }
    }

    private void closeAll() {
        if (payload != null) {
            payload.close();
        }
        if (sharedArgument != null) {
            sharedArgument.close();
        }
    }

    /**
     * So many results are not kept any longer: as many more may be begun.
     *
     * @see Policy#window
     */
    public void consumed(int tasks) {
        farm.consumed(this, tasks);
    }

    /** How many tasks have their outcome. */
    public int finished() {
        return finished;
    }

    /**
     * Waits until all tasks have their outcomes.
     *
     * @return false when they have not in time
     * @throws InterruptedException when the thread is interrupted
     * @throws RuntimeException what the listener has thrown
     */
    public synchronized boolean await(Duration timeout) throws InterruptedException {
        long endNs = System.nanoTime() + timeout.toNanos();
        while (finished < count) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        rethrow();
        return true;
    }

    /**
     * Waits until all tasks have their outcomes: each gets one, since dead VMs are noticed.
     *
     * @throws InterruptedException when the thread is interrupted
     * @throws RuntimeException what the listener has thrown
     */
    public synchronized void await() throws InterruptedException {
        while (finished < count) {
            wait();
        }
        rethrow();
    }

    private void rethrow() {
        if (listenerFailure instanceof RuntimeException exception) {
            throw exception;
        }
        if (listenerFailure instanceof Error error) {
            throw error;
        }
    }
}
