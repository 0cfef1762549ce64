package org.javampi.job.control;

import java.util.concurrent.locks.LockSupport;

/**
 * What a service thread does while a program has taken all of the heap: it waits, and tries again. Heaps are often full
 * for a moment only, and others would wait for ever for what a thread that has ended had to do.
 */
public final class ScarceMemory {
    /** Each try in vain costs a full garbage collection. */
    private static final long PAUSE_NS = 200_000_000;

    private ScarceMemory() {}

    /** Waits a moment; allocates nothing. */
    public static void pause() {
        LockSupport.parkNanos(PAUSE_NS);
    }

    /** Room for so many bytes, as soon as there is memory for it. */
    static byte[] room(int byteCount) {
        while (true) {
            try {
                return new byte[byteCount];
            } catch (OutOfMemoryError e) {
                pause();
            }
        }
    }
}
