package org.javampi.core.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Guards one rank's engine. Held for the length of a match or a copy, or by a thread that spins and
 * {@linkplain #giveWay gives way} as soon as another wants the lock; never while its holder sleeps.
 * So it may be a single compare-and-set without a queue: half the cost of a general lock on the
 * path of every message.
 */
final class EngineLock {
    private static final VarHandle HELD;
    private static final VarHandle WANTED;
    private static final int SPINS = 200;
    private static final int YIELDS = 50;
    private static final long NAP_NS = 50_000;

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(EngineLock.class, "held", int.class);
            WANTED = MethodHandles.lookup().findVarHandle(EngineLock.class, "wanted", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through HELD
    private int held;

    @SuppressWarnings("unused") // through WANTED
    private int wanted;

    boolean tryAcquire() {
        return (int) HELD.getOpaque(this) == 0 && HELD.compareAndSet(this, 0, 1);
    }

    /** Whether others wait for the lock; a hint for its holder. */
    boolean isWanted() {
        return (int) WANTED.getOpaque(this) != 0;
    }

    /**
     * Lets those who want the lock have it; held on entry and on return. Who wants it may be
     * without a core: then it is soon taken back, and offered again later.
     */
    void giveWay() {
        release();
        for (int round = 0; isWanted() && round < SPINS + YIELDS; round++) {
            if (round < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        acquire();
    }

    void acquire() {
        if (!HELD.compareAndSet(this, 0, 1)) {
            acquireContended();
        }
    }

    void release() {
        // Pairs with the compare-and-set of the next holder.
        HELD.setRelease(this, 0);
    }

    private void acquireContended() {
        WANTED.getAndAdd(this, 1);
        for (int round = 0; !tryAcquire(); round++) {
            if (round < SPINS) {
                Thread.onSpinWait();
            } else if (round < SPINS + YIELDS) {
                Thread.yield();
            } else {
                // The holder has lost its core in the middle of a copy.
                LockSupport.parkNanos(this, NAP_NS);
            }
        }
        WANTED.getAndAdd(this, -1);
    }
}
