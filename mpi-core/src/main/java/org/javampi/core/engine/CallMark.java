package org.javampi.core.engine;

/**
 * What a collective's messages carry as their tag, 31 bits: from the top the lowest bits of the call's number, its kind,
 * one bit for {@link #FAILED}, and a hash over it and all calls before.
 */
public final class CallMark {
    /** A message that carries it comes of a call that has failed at its sender. */
    public static final int FAILED = 1 << 14;

    private static final int HASH_BITS = 14;
    private static final int KIND_SHIFT = HASH_BITS + 1;
    private static final int KIND_BITS = 5;
    private static final int KINDS = (1 << KIND_BITS) - 1;
    private static final int NUMBER_SHIFT = KIND_SHIFT + KIND_BITS;
    private static final int NUMBER_BITS = 31 - NUMBER_SHIFT;

    private CallMark() {}

    /**
     * The mark of a call.
     *
     * @param hash its upper bits count
     */
    static int of(int number, int kind, long hash) {
        return (number & (1 << NUMBER_BITS) - 1) << NUMBER_SHIFT
                | kind << KIND_SHIFT
                | (int) (hash >>> Long.SIZE - HASH_BITS);
    }

    /** Kind of its call. */
    static int kind(int mark) {
        return mark >>> KIND_SHIFT & KINDS;
    }

    /** How many calls one mark is ahead of another; of few bits. */
    public static int ahead(int mark, int other) {
        int shift = Integer.SIZE - NUMBER_BITS;
        return (mark >>> NUMBER_SHIFT) - (other >>> NUMBER_SHIFT) << shift >> shift;
    }

    /** Whether two marks of one number are of one kind of call. */
    public static boolean isSameKind(int mark, int other) {
        return kind(mark) == kind(other);
    }
}
