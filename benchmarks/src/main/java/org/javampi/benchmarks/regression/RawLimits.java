package org.javampi.benchmarks.regression;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the machine can do at most, now and on these cores: the measure of all that javampi does.
 */
final class RawLimits {
    private static final int COPY_BYTES = 1 << 20;

    /** Apart from anything else that is written: a cache line and its neighbour on each side. */
    private static final class Flag extends AtomicLong {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("unused")
        private transient long a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p;
    }

    private RawLimits() {}

    /** Microseconds that a word takes from one thread to another: half a round trip. */
    static double flagMicros(int trips) throws InterruptedException {
        Flag ping = new Flag();
        Flag pong = new Flag();
        Thread partner = new Thread(
                () -> {
                    for (int i = 1; i <= trips; i++) {
                        await(ping, i);
                        pong.setRelease(i);
                    }
                },
                "flag");
        partner.setDaemon(true);
        partner.start();
        long start = System.nanoTime();
        for (int i = 1; i <= trips; i++) {
            ping.setRelease(i);
            await(pong, i);
        }
        double micros = (System.nanoTime() - start) / 1e3 / trips / 2;
        partner.join();
        return micros;
    }

    private static void await(Flag flag, long value) {
        int looks = 0;
        while (flag.getAcquire() < value) {
            // The partner may have been sent away from its core.
            if (++looks % 10_000 == 0) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    /** Microseconds to copy a mebibyte within the heap. */
    static double copyMicros(int times) {
        byte[] from = new byte[COPY_BYTES];
        byte[] to = new byte[COPY_BYTES];
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            System.arraycopy(from, 0, to, 0, COPY_BYTES);
            from[i & 1023] = to[i];
        }
        return (System.nanoTime() - start) / 1e3 / times;
    }
}
