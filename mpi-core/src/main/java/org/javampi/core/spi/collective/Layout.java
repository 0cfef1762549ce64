package org.javampi.core.spi.collective;

/**
 * How the pieces of all ranks lie in one buffer: how many items each, and where it begins, in
 * items.
 */
public final class Layout {
    private int[] counts;
    private int[] displacements;
    private int each;

    /** An empty layout. */
    public Layout() {}

    /** {@code count} items per rank, one behind the other. */
    public Layout regular(int count) {
        counts = null;
        displacements = null;
        each = count;
        return this;
    }

    /** Individual counts and places; the arrays are the caller's and are not changed. */
    public Layout individual(int[] pieceCounts, int[] pieceDisplacements) {
        counts = pieceCounts;
        displacements = pieceDisplacements;
        return this;
    }

    /** Items of {@code rank}. */
    public int count(int rank) {
        return counts == null ? each : counts[rank];
    }

    /** First item of {@code rank}. */
    public long displacement(int rank) {
        return displacements == null ? (long) rank * each : displacements[rank];
    }
}
