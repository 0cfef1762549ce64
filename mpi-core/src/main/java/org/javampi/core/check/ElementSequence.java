package org.javampi.core.check;

/**
 * The basic elements of a message in order (MPI-1.1 §3.3.1), summed up by a polynomial over their kinds modulo 2^64.
 * Sums of parts give the sum of the whole, so that {@code 2} of a pair type and {@code 1} of two such pairs are equal.
 *
 * @param elements their number
 * @param sum of their kinds
 * @param power of the base, to the number of elements
 */
record ElementSequence(long elements, long sum, long power) {
    static final ElementSequence EMPTY = new ElementSequence(0, 0, 1);

    private static final long BASE = 0x9E3779B97F4A7C15L;

    /** These, and one more of a kind. */
    ElementSequence then(int kind) {
        return new ElementSequence(elements + 1, sum * BASE + kind + 1, power * BASE);
    }

    ElementSequence then(ElementSequence next) {
        return new ElementSequence(elements + next.elements, sum * next.power + next.sum, power * next.power);
    }

    ElementSequence times(long count) {
        ElementSequence result = EMPTY;
        ElementSequence square = this;
        for (long left = count; left > 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result = result.then(square);
            }
            square = square.then(square);
        }
        return result;
    }

    boolean sameAs(ElementSequence other) {
        return elements == other.elements && sum == other.sum;
    }
}
