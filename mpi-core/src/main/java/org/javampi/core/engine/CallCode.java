package org.javampi.core.engine;

/**
 * A collective call as {@link CallLedger} keeps it, in one word:
 *
 * <pre>
 * bits  0 to  4  kind
 *       5        1: it does not block
 *       6        1: the function's other form
 *       7 to 14  algorithm
 *      15 to 30  operation
 *      31 to 62  root + 1
 *      63        1: it prepares repeated starts
 * </pre>
 */
public final class CallCode {
    private static final int KIND_BITS = 5;
    private static final int KINDS = (1 << KIND_BITS) - 1;
    private static final long LATER = 1 << 5;
    private static final long VARIANT = 1 << 6;
    private static final int ALGORITHM_SHIFT = 7;
    private static final int OPERATION_SHIFT = 15;
    private static final int ROOT_SHIFT = 31;
    private static final long ALGORITHMS = 0xff << ALGORITHM_SHIFT;
    private static final long PREPARED = 1L << 63;

    private CallCode() {}

    /**
     * A call as it is kept.
     *
     * @param kind 0 to 31
     * @param variant whether it is the function's other form, such as MPI_Gatherv; of no matter to others
     * @param later whether it does not block
     * @param operation 0, or which
     * @param root -1 when it has none
     * @param algorithm of no matter to later calls
     */
    public static long of(int kind, boolean variant, boolean later, int operation, int root, int algorithm) {
        return kind
                | (later ? LATER : 0)
                | (variant ? VARIANT : 0)
                | (long) (algorithm & 0xff) << ALGORITHM_SHIFT
                | (long) (operation & 0xffff) << OPERATION_SHIFT
                | (long) (root + 1) << ROOT_SHIFT;
    }

    /** The call that prepares repeated starts of a call that does not block; the starts need no order. */
    public static long prepared(long what) {
        return what | PREPARED;
    }

    /** Whether it prepares repeated starts. */
    public static boolean isPrepared(long what) {
        return (what & PREPARED) != 0;
    }

    /** Kind of a call. */
    public static int kind(long what) {
        return (int) what & KINDS;
    }

    /** Whether it is the function's other form. */
    public static boolean isVariant(long what) {
        return (what & VARIANT) != 0;
    }

    /** Whether it does not block. */
    public static boolean isLater(long what) {
        return (what & LATER) != 0;
    }

    /** The operation of a call, 0 for none. */
    public static int operation(long what) {
        return (int) (what >>> OPERATION_SHIFT) & 0xffff;
    }

    /** The root of a call, -1 for none. */
    public static int root(long what) {
        return (int) (what >>> ROOT_SHIFT) - 1;
    }

    /** What must be the same at all ranks for good. Calls that do not block are compared by {@link CallOrder}. */
    static long significant(long what) {
        return isLater(what) ? what & (LATER | PREPARED) : what & ~(ALGORITHMS | VARIANT);
    }

    /** The algorithm of a call. */
    static int algorithm(long what) {
        return (int) (what >>> ALGORITHM_SHIFT) & 0xff;
    }

    /** Whether two calls differ in what chooses their messages: algorithm, operation or root. */
    static boolean isOtherWay(long what, long other) {
        return (what ^ other) >>> ALGORITHM_SHIFT != 0;
    }
}
