package org.javampi.core.engine;

/**
 * Tells how much of a pool nobody has needed for a while: the least that has lain spare between two
 * looks. What a steady use takes out and brings back is not among it, however much that is; what a
 * burst has left behind is, at the second look after the burst.
 */
final class LowWaterMark {
    private final int kept;
    private int spare;
    private int lowest;

    /** For a pool that may always keep {@code kept} spare members. */
    LowWaterMark(int kept) {
        this.kept = kept;
    }

    /** A member has come back. */
    void rise() {
        spare++;
    }

    /** A spare member has been taken. */
    void fall() {
        if (--spare < lowest) {
            lowest = spare;
        }
    }

    /** Members that lie spare. */
    int spare() {
        return spare;
    }

    /** Whether more lies spare than may always be kept. */
    boolean isHigh() {
        return spare > kept;
    }

    /**
     * How many members were spare ever since the last look, beyond those that may be kept: the
     * caller drops that many, and they are counted out here.
     */
    int look() {
        int unneeded = Math.max(0, lowest - kept);
        spare -= unneeded;
        lowest = spare;
        return unneeded;
    }
}
