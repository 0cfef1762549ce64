package org.javampi.benchmarks.npb;

/**
 * NPB's random numbers: x(k+1) = 5^13 x(k) modulo 2^46, divided by 2^46 (RNR-94-007 §2.3). The low
 * 46 bits of a 64-bit product are exact, so no number needs to be split.
 */
final class RandomNumbers {
    private static final long MULTIPLIER = 1220703125L;
    private static final long MASK = (1L << 46) - 1;
    private static final double UNIT = 0x1p-46;

    private long state;

    /** Starts with a seed, {@code skipped} numbers further on. */
    RandomNumbers(long seed, long skipped) {
        restart(seed, skipped);
    }

    /** Starts anew, as the constructor does. */
    void restart(long seed, long skipped) {
        state = seed * power(skipped) & MASK;
    }

    /** The next number, between 0 and 1. */
    double next() {
        state = state * MULTIPLIER & MASK;
        return state * UNIT;
    }

    /**
     * The next {@code count} numbers into an array. Four sequences with 5^52 as multiplier run side
     * by side, because one alone would wait for each of its products.
     */
    void fill(double[] to, int from, int count) {
        long x3 = state;
        int whole = from + (count & ~3);
        if (count >= 4) {
            long step = power(4);
            long x0 = state * MULTIPLIER & MASK;
            long x1 = x0 * MULTIPLIER & MASK;
            long x2 = x1 * MULTIPLIER & MASK;
            x3 = x2 * MULTIPLIER & MASK;
            for (int i = from; ; ) {
                to[i] = x0 * UNIT;
                to[i + 1] = x1 * UNIT;
                to[i + 2] = x2 * UNIT;
                to[i + 3] = x3 * UNIT;
                i += 4;
                if (i == whole) {
                    break;
                }
                x0 = x0 * step & MASK;
                x1 = x1 * step & MASK;
                x2 = x2 * step & MASK;
                x3 = x3 * step & MASK;
            }
        }
        state = x3;
        for (int i = whole; i < from + count; i++) {
            to[i] = next();
        }
    }

    /** The multiplier to the power of {@code exponent}. */
    private static long power(long exponent) {
        long power = 1;
        long square = MULTIPLIER;
        for (long bits = exponent; bits != 0; bits >>>= 1) {
            if ((bits & 1) != 0) {
                power = power * square & MASK;
            }
            square = square * square & MASK;
        }
        return power;
    }
}
