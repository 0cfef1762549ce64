package org.javampi.collectives.verify;

import java.util.SplittableRandom;

/**
 * An associative operation on pairs of ints, one of several kinds, in other coordinates: {@code x *
 * y = g(f(x) . f(y))} with a random one-to-one f and its inverse g. Ints wrap around, so that
 * everything is exact.
 */
final class Pairing {
    /** What is done once the coordinates have been changed. */
    enum Kind {
        /** Maps x -> a x + b, the lower rank's first. */
        AFFINE(false),
        /** First of the left, second of the right. */
        CORNERS(false),
        /** The right one. */
        LAST(false),
        /** The left one. */
        FIRST(false),
        SUM(true),
        BOUNDS(true),
        DIFFERENT_BITS(true);

        private final boolean commutative;

        Kind(boolean commutative) {
            this.commutative = commutative;
        }
    }

    private final Kind kind;
    private final int factor;
    private final int summand;
    private final int inverse;

    private Pairing(Kind kind, int factor, int summand) {
        this.kind = kind;
        this.factor = factor;
        this.summand = summand;
        // Newton: each step doubles the bits that are right; an odd number is its own inverse mod
        // 8.
        int guess = factor;
        for (int bits = 3; bits < Integer.SIZE; bits *= 2) {
            guess *= 2 - factor * guess;
        }
        inverse = guess;
    }

    /** In the coordinates that the pairs have. */
    static Pairing plain(Kind kind) {
        return new Pairing(kind, 1, 0);
    }

    /** Any kind, in any coordinates. */
    static Pairing random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Kind[] kinds = Kind.values();
        return new Pairing(kinds[random.nextInt(kinds.length)], random.nextInt() | 1, random.nextInt());
    }

    boolean isCommutative() {
        return kind.commutative;
    }

    @Override
    public String toString() {
        return kind + " of x * " + factor + " + " + summand;
    }

    /**
     * {@code inout = in * inout} for {@code items} pairs; an item has {@code stride} elements, and
     * its second number is the last of them.
     */
    void combine(int[] in, int[] inout, int items, int stride) {
        for (int i = 0; i < items; i++) {
            int first = i * stride;
            int second = first + stride - 1;
            int a = in[first] * factor + summand;
            int b = in[second] * factor + summand;
            int c = inout[first] * factor + summand;
            int d = inout[second] * factor + summand;
            int x;
            int y;
            switch (kind) {
                case AFFINE -> {
                    x = a * c;
                    y = c * b + d;
                }
                case CORNERS -> {
                    x = a;
                    y = d;
                }
                case FIRST -> {
                    x = a;
                    y = b;
                }
                case LAST -> {
                    x = c;
                    y = d;
                }
                case SUM -> {
                    x = a + c;
                    y = b + d;
                }
                case BOUNDS -> {
                    x = Math.min(a, c);
                    y = Math.max(b, d);
                }
                default -> {
                    x = a ^ c;
                    y = b ^ d;
                }
            }
            inout[first] = (x - summand) * inverse;
            inout[second] = (y - summand) * inverse;
        }
    }
}
