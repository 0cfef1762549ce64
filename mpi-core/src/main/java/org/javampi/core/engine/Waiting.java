package org.javampi.core.engine;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.javampi.core.spi.transport.Transport;
import org.javampi.river.platform.Platform;
import org.javampi.river.platform.RunQueue;

/**
 * How threads wait: they spin while there are cores to spare, then yield, then sleep. Of the
 * threads of a rank that sleep one leads: it blocks in the selector and makes progress for all when
 * something arrives; the others are parked until their request is done or the lead falls to them.
 */
final class Waiting implements AutoCloseable {
    /** A sleep is never longer, so that no lost wake-up can become a hang. */
    private static final long LONGEST_SLEEP_NS = 100_000_000;

    private static final int SPINS_PER_CLOCK = 64;

    /**
     * A few microseconds: for so many rounds nothing is done between two looks. The processor's
     * pause for spinning threads takes a good part of the time of a short message.
     */
    private static final int ROUNDS_WITHOUT_PAUSE = 1000;

    /** How long to spin after a sleep that has brought nothing. */
    private static final long BRIEF_NS = 20_000;

    /** A partner that has a core answers a short message sooner. */
    private static final long PROMPT_NS = 2_000;

    /**
     * A wait in a collective asks at most six times a minute, so that no partner that computes for hours is flooded.
     * What the answer depends on may have happened just after a question: programs that are wrong end that much later.
     */
    private static final long LONGEST_PATIENCE_NS = 10_000_000_000L;

    private static final long AWAY_NS = 500_000;
    private static final int CROWDED_TIMES = 3;
    private static final long CROWDED_NS = 300_000_000;

    private final EngineCore engine;
    private final EngineLock lock;
    private final Sleeper sleeper;
    private final Cores cores;
    private final long spinNs;
    private final long yieldNs;

    /**
     * How often, and when last, this rank has lost its core while it was spinning. Often, lately: a
     * crowded machine, on which a rank whose partner does not answer promptly lets others have the
     * core: the partner may wait for that very core. Hints; plain.
     */
    private int timesAway;

    private long lastAwayNs;
    private final RunQueue runQueue = Platform.current().runQueue();
    private final Standings standings = new Standings();

    /** Told of waits that last {@link #longNs}. Guarded by the lock. */
    private Runnable longWaitListener = () -> {};

    private long longNs = Long.MAX_VALUE;

    private final AtomicReference<Thread> leader = new AtomicReference<>();

    /** Parked, or about to be, in the order in which they came; with what each waits for. */
    private final ArrayList<Thread> followers = new ArrayList<>();

    private final ArrayList<Awaited> followed = new ArrayList<>();

    Waiting(EngineCore engine, Sleeper sleeper, EngineSettings settings, Cores cores) {
        this.engine = engine;
        this.sleeper = sleeper;
        this.cores = cores;
        lock = engine.lock();
        spinNs = cores.areToSpare() ? settings.spinNs() : 0;
        yieldNs = cores.areToSpare() ? 0 : settings.yieldNs();
    }

    /** Waits with the lock held on entry and on return. */
    void await(Awaited awaited) {
        if (!spinAndYield(awaited, limit())) {
            sleepUntilOver(awaited);
        }
    }

    /** An interrupted thread can neither park nor select: it sleeps as others do and is interrupted afterwards. */
    private void sleepUntilOver(Awaited awaited) {
        boolean interrupted = false;
        Standing standing = standings.enter(awaited);
        try {
            do {
                Runnable listener = newsOf(standing);
                inquire(standing);
                lock.release();
                try {
                    interrupted |= Thread.interrupted();
                    if (listener != null) {
                        listener.run();
                    }
                    sleep(awaited);
                } finally {
                    lock.acquire();
                }
            } while (!spinAndYield(awaited, Math.min(BRIEF_NS, limit())));
        } finally {
            standings.leave(standing);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks the other ranks of a collective now and then whether they are in it, too. */
    private void inquire(Standing standing) {
        long waitedNs = System.nanoTime() - standing.sinceNs;
        if (waitedNs > standing.patienceNs) {
            standing.patienceNs += Math.min(standing.patienceNs, LONGEST_PATIENCE_NS);
            engine.inquire(standing.awaited, waitedNs);
        }
    }

    /** Whether a thread sleeps in a call. Under the lock. */
    boolean hasSleepers() {
        return standings.first() != null;
    }

    /** The name of a thread that sleeps in a call, as far as that is known. Under the lock. */
    String nameOfSleeper() {
        Standing standing = standings.first();
        return standing == null ? "another thread" : "thread " + standing.thread.getName();
    }

    /** Whom to tell now that this wait lasts, or null. */
    private Runnable newsOf(Standing standing) {
        if (standing.told || System.nanoTime() - standing.sinceNs < longNs) {
            return null;
        }
        standing.told = true;
        return longWaitListener;
    }

    /** Under the lock. */
    void onLongWait(long longMs, Runnable listener) {
        longNs = TimeUnit.MILLISECONDS.toNanos(longMs);
        longWaitListener = listener;
    }

    /** Guarded by the lock. */
    Standings standings() {
        return standings;
    }

    /** Wakes all that wait: what they wait for will never come. Any thread; without the lock. */
    void wakeAll() {
        sleeper.wake();
        lock.acquire();
        try {
            for (int i = 0; i < followers.size(); i++) {
                LockSupport.unpark(followers.get(i));
            }
        } finally {
            lock.release();
        }
    }

    /** How long a wait must last for its listener to be called. */
    long longNs() {
        return longNs;
    }

    /** Another wait than that of a sleeping thread lasts. Without the lock. */
    void tellOfLongWait() {
        Runnable listener;
        lock.acquire();
        try {
            listener = longWaitListener;
        } finally {
            lock.release();
        }
        listener.run();
    }

    /** Whether ranks outnumber cores. */
    boolean yieldsAtOnce() {
        return spinNs == 0;
    }

    /** A call that only looks has found nothing: where ranks outnumber cores, another may need this one. */
    void yieldIfCrowded() {
        if (yieldsAtOnce()) {
            Thread.yield();
        }
    }

    /** Whether it is over; false when patience has run out. */
    private boolean spinAndYield(Awaited awaited, long patienceNs) {
        long start = 0;
        long last = 0;
        long limitNs = patienceNs;
        boolean yielding = spinNs == 0;
        for (int round = 1; !awaited.isOver(); round++) {
            if (engine.progressAsCaller() > 0) {
                noteAway(last);
                start = 0;
                last = 0;
                round = 0;
                limitNs = limit();
                yielding = spinNs == 0;
                continue;
            }
            if (limitNs == 0) {
                // Not one yield: on a busy machine the core would come back late, whereas a sleeper is woken.
                return false;
            }
            if (lock.isWanted()) {
                lock.giveWay();
            } else if (yielding) {
                Thread.yield();
            } else if (round > ROUNDS_WITHOUT_PAUSE) {
                Thread.onSpinWait();
            }
            if (yielding || round % SPINS_PER_CLOCK == 0) {
                long now = System.nanoTime();
                if (start == 0) {
                    start = now;
                } else if (now - start > limitNs) {
                    return false;
                }
                if (!yielding) {
                    noteAway(last, now);
                    yielding = isCrowded(now) && now - start > PROMPT_NS;
                    last = yielding ? 0 : now;
                }
            }
        }
        noteAway(last);
        return true;
    }

    /** How long to spin, or to yield where ranks outnumber cores. */
    private long limit() {
        return spinNs == 0 ? yieldNs : spinNs;
    }

    /**
     * Notes when a spinning rank has been off its core for long between two looks at the clock.
     * That may be its partner's, until the scheduler has found the other core, which it does only
     * while nobody yields; but not when more want to run than there are cores.
     */
    private void noteAway(long lastNs, long nowNs) {
        if (lastNs != 0 && nowNs - lastNs >= AWAY_NS) {
            timesAway = isOld(nowNs) ? 1 : timesAway + 1;
            lastAwayNs = nowNs;
            if (timesAway == CROWDED_TIMES && !runQueue.mayExceedCores()) {
                timesAway = 0;
            }
            if (timesAway >= CROWDED_TIMES) {
                cores.noteCrowded(nowNs);
            }
        }
    }

    /** What has ended the waiting may have come while this rank was away. */
    private void noteAway(long lastNs) {
        if (lastNs != 0) {
            noteAway(lastNs, System.nanoTime());
        }
    }

    private boolean isCrowded(long nowNs) {
        return timesAway >= CROWDED_TIMES && !isOld(nowNs);
    }

    private boolean isOld(long nowNs) {
        return nowNs - lastAwayNs > CROWDED_NS;
    }

    private void sleep(Awaited awaited) {
        Thread me = Thread.currentThread();
        if (leader.compareAndSet(null, me)) {
            try {
                lead(awaited);
            } finally {
                leader.set(null);
                if (awaited.isOver()) {
                    handOver();
                }
            }
        } else {
            follow(awaited, me);
        }
    }

    private void lead(Awaited awaited) {
        lock.acquire();
        boolean block;
        try {
            engine.progressAsCaller();
            awaited.setWaiter(Thread.currentThread());
            // Again after the announcement: what changes shared memory rings only from then on.
            block = !awaited.isOver() && arm(false) && !awaited.isOver();
        } finally {
            lock.release();
        }
        if (block) {
            sleeper.sleep(LONGEST_SLEEP_NS);
        }
        lock.acquire();
        try {
            awaited.setWaiter(null);
            disarm();
            engine.progressAsCaller();
            wakeUntold();
        } finally {
            lock.release();
        }
    }

    private void follow(Awaited awaited, Thread me) {
        lock.acquire();
        try {
            if (awaited.isOver()) {
                return;
            }
            awaited.setWaiter(me);
            followers.add(me);
            followed.add(awaited);
        } finally {
            lock.release();
        }
        if (leader.get() instanceof ProgressAgent || engine.hasBacklog()) {
            // The agent gives way to callers, and the leading thread must know what waits for room.
            sleeper.wake();
        }
        LockSupport.parkNanos(this, LONGEST_SLEEP_NS);
        lock.acquire();
        try {
            awaited.setWaiter(null);
            int place = followers.indexOf(me);
            followers.remove(place);
            followed.remove(place);
        } finally {
            lock.release();
        }
    }

    /**
     * For the agent: sleeps until something arrives and makes progress then, unless a caller leads.
     *
     * @param urgentOnly nothing is pending: sleep long, and only for what cannot wait
     * @return whether anything arrived
     */
    boolean leadForCallers(ProgressAgent agent, boolean urgentOnly) {
        if (!leader.compareAndSet(null, agent)) {
            return false;
        }
        int frames = 0;
        try {
            lock.acquire();
            boolean block;
            long limitNs;
            try {
                frames += engine.progress();
                block = agent.mayBlock(urgentOnly) && arm(urgentOnly);
                limitNs = urgentOnly ? agent.longestRestNs() : LONGEST_SLEEP_NS;
            } finally {
                lock.release();
            }
            if (block) {
                sleeper.sleep(limitNs);
            }
            lock.acquire();
            try {
                agent.noteAwake();
                disarm();
                frames += engine.progress();
                wakeUntold();
            } finally {
                lock.release();
            }
        } finally {
            leader.set(null);
            handOver();
        }
        return frames > 0;
    }

    /** Whether a caller sleeps in the selector, for all of them. Any thread. */
    boolean isLedByCaller() {
        Thread thread = leader.get();
        return thread != null && !(thread instanceof ProgressAgent);
    }

    /** Those whose wait has ended without a word. Under the lock. */
    void wakeUntold() {
        for (int i = 0; i < followers.size(); i++) {
            Awaited awaited = followed.get(i);
            if (awaited.isUntold() && awaited.isOver()) {
                LockSupport.unpark(followers.get(i));
            }
        }
    }

    private void handOver() {
        lock.acquire();
        Thread next = followers.isEmpty() ? null : followers.get(0);
        lock.release();
        if (next != null) {
            LockSupport.unpark(next);
        }
    }

    /** Nobody waits any more. */
    @Override
    public void close() {
        runQueue.close();
    }

    /** Wakes {@code thread}, which waits for something that is over. Under the lock. */
    void wake(Thread thread) {
        if (thread == Thread.currentThread()) {
            return;
        }
        if (thread == leader.get()) {
            sleeper.wake();
        } else {
            LockSupport.unpark(thread);
        }
    }

    /** Makes the thread that sleeps in the selector, if any, look again. */
    void wakeLeader() {
        Thread thread = leader.get();
        if (thread != null && thread != Thread.currentThread()) {
            sleeper.wake();
        }
    }

    /** Ends the sleep of the leading thread; those that follow come back by themselves. Any thread. */
    void wakeSleeper() {
        sleeper.wake();
    }

    private boolean arm(boolean urgentOnly) {
        boolean nothing = true;
        for (Transport transport : engine.transports()) {
            nothing &= transport.arm(urgentOnly);
        }
        return nothing;
    }

    private void disarm() {
        for (Transport transport : engine.transports()) {
            transport.disarm();
        }
    }
}
