package org.javampi.collectives.shape;

import org.javampi.core.spi.collective.Channel;

/**
 * Makes a power of two of any number of ranks: of the first ranks, each even one hands its part to
 * the odd one above it, which stands for both, and gets the result back. Neighbours stay
 * neighbours, so that operands still meet in rank order. Source: Thakur, Rabenseifner and Gropp
 * 2005, §4.5.
 */
public final class Folding {
    private int power;
    private int folded;

    /** For {@code size} ranks. */
    public static Folding of(Channel channel, int size) {
        Folding one = channel.borrow(Folding.class, Folding::new);
        one.power = Integer.highestOneBit(size);
        one.folded = 2 * (size - one.power);
        return one;
    }

    private Folding() {}

    /** Ranks that take part after folding: a power of two. */
    public int power() {
        return power;
    }

    /** Whether {@code rank} is represented by the rank above it. */
    public boolean isFolded(int rank) {
        return rank < folded && rank % 2 == 0;
    }

    /** Whether {@code rank} stands for the rank below it, too. */
    public boolean represents(int rank) {
        return rank < folded && rank % 2 == 1;
    }

    /** Position of {@code rank}, or of the one that stands for it, among those that take part. */
    public int virtual(int rank) {
        return rank < folded ? rank / 2 : rank - folded / 2;
    }

    /** The rank at a position. */
    public int real(int virtual) {
        return 2 * virtual < folded ? 2 * virtual + 1 : virtual + folded / 2;
    }

    /** First rank that a position stands for; the last is the one before the next position's. */
    public int first(int virtual) {
        return 2 * virtual < folded ? 2 * virtual : virtual + folded / 2;
    }
}
