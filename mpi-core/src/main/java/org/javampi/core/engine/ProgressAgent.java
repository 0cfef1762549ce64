package org.javampi.core.engine;

import java.util.concurrent.locks.LockSupport;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/**
 * Makes progress when no caller does (MPI-1.1 §3.7.4: what has been started completes although the
 * program computes), and gives memory back that bursts have left. While something is pending it
 * looks every few milliseconds whether callers make progress, and when they do not, it sleeps in
 * the selector for them. It looks less often at programs that wait for what they have started.
 * While nothing is pending it blocks there for good and is woken only by what must be answered,
 * such as a cancellation.
 */
final class ProgressAgent extends Thread implements AutoCloseable {
    private static final long TICK_NS = 2_000_000;

    /**
     * How seldom it looks at a program that leaves nothing pending while it computes: each look
     * takes a core from a rank, and other ranks wait for that one.
     */
    private static final long LONGEST_TICK_NS = 16_000_000;

    private static final long LED_BY_CALLER_NS = 20_000_000;
    private static final long QUIET_NS = 50_000_000;

    /** A caller that waits makes progress several times within so many spins. */
    private static final int SPINS_PER_LOOK = 100;

    /** How long it leaves what there is no memory for. */
    private static final long NO_MEMORY_NS = 10_000_000;

    /** Memory that is not needed for so long, at most twice as long, is given back. */
    private static final long TRIM_NS = 250_000_000;

    private final EngineCore engine;
    private final Waiting waiting;

    /** Blocks without anything pending: must be told when that changes. Written under the lock. */
    private boolean idle;

    private long lastTrim;
    private long tickNs = TICK_NS;
    private long quietNs;

    private volatile boolean closed;

    ProgressAgent(EngineCore engine, Waiting waiting, String name) {
        super(name);
        this.engine = engine;
        this.waiting = waiting;
        setDaemon(true);
    }

    /** A non-blocking operation has begun. Under the lock. */
    void noteWork() {
        if (idle) {
            idle = false;
            waiting.wakeSleeper();
        }
    }

    /** Whether it may block now. Under the lock, after transports have been polled. */
    boolean mayBlock(boolean urgentOnly) {
        if (closed || urgentOnly && engine.backgroundCount() > 0) {
            return false;
        }
        idle = urgentOnly;
        return true;
    }

    /** How long it may block when nothing is pending. Under the lock. */
    long longestRestNs() {
        return engine.surplus.isPresent() ? TRIM_NS : Long.MAX_VALUE;
    }

    /** It has stopped blocking. Under the lock. */
    void noteAwake() {
        idle = false;
    }

    /** Without effect: a program that interrupts all threads of its group would make this one spin. */
    @Override
    public void interrupt() {}

    @Override
    public void run() {
        lastTrim = System.nanoTime();
        while (!closed) {
            try {
                round();
            } catch (MpiFailure failure) {
                engine.fail(failure);
                return;
            } catch (OutOfMemoryError e) {
                // What could not be taken in comes again; the program may have given memory back by then.
                LockSupport.parkNanos(this, NO_MEMORY_NS);
            } catch (Throwable defect) {
                if (!closed) {
                    engine.fail(defect(defect));
                }
                return;
            }
        }
    }

    /** Nobody but the ranks that wait for this one would notice that its thread is gone. */
    private MpiFailure defect(Throwable cause) {
        MpiFailure failure = new MpiFailure(
                MPI.MPI_ERR_INTERN,
                "thread " + getName() + ", which makes progress between calls, has failed: " + cause);
        failure.addSuppressed(cause);
        return failure;
    }

    private void round() {
        trim();
        int before = engine.callerProgress();
        if (engine.backgroundCount() == 0 && quietNs >= QUIET_NS) {
            if (!waiting.leadForCallers(this, true)) {
                LockSupport.parkNanos(this, LED_BY_CALLER_NS);
            }
            tickNs = TICK_NS;
        } else {
            LockSupport.parkNanos(this, tickNs);
            quietNs += tickNs;
            tickNs = isLeftAlone() ? TICK_NS : Math.min(2 * tickNs, LONGEST_TICK_NS);
            takeOver(before);
        }
        if (engine.backgroundCount() > 0 || engine.callerProgress() != before) {
            // Callers see to everything: each message would wake this thread in vain.
            quietNs = 0;
        }
    }

    /** Whether something is pending and no caller waits for it just now. */
    private boolean isLeftAlone() {
        int before = engine.callerProgress();
        for (int i = 0; i < SPINS_PER_LOOK && engine.callerProgress() == before; i++) {
            Thread.onSpinWait();
        }
        return engine.backgroundCount() > 0 && engine.callerProgress() == before && !waiting.isLedByCaller();
    }

    private void trim() {
        if (engine.surplus.isPresent() && System.nanoTime() - lastTrim >= TRIM_NS) {
            engine.lock().acquire();
            try {
                engine.trim();
            } finally {
                engine.lock().release();
            }
            lastTrim = System.nanoTime();
        }
    }

    private void takeOver(int before) {
        while (!closed
                && engine.backgroundCount() > 0
                && engine.callerProgress() == before
                && waiting.leadForCallers(this, false)) {
            trim();
        }
    }

    @Override
    public void close() {
        closed = true;
        waiting.wakeSleeper();
        LockSupport.unpark(this);
        try {
            join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
