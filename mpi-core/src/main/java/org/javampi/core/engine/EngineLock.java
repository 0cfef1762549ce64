package org.javampi.core.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Guards one rank's engine. Held for the length of a match or a copy, never while waiting, so that
 * it may be a single compare-and-set without a queue: half the cost of a general lock on the path
 * of every message.
 */
final class EngineLock {
    private static final VarHandle HELD;
    private static final int SPINS = 200;
    private static final int YIELDS = 50;
    private static final long NAP_NS = 50_000;

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(EngineLock.class, "held", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through HELD
    private int held;

    boolean tryAcquire() {
        return (int) HELD.getOpaque(this) == 0 && HELD.compareAndSet(this, 0, 1);
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
    }
}
