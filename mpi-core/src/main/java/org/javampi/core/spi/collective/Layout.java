package org.javampi.core.spi.collective;

/**
 * How the pieces of all ranks lie in one buffer: how many items each, and where it begins, in
 * items.
 */
public final class Layout {
    private int[] counts;
    private int[] displacements;
    private int[] sums = new int[0];
    private int each;
    private boolean regular;

    /** An empty layout. */
    public Layout() {}

    /** {@code count} items per rank, one behind the other. */
    public Layout regular(int count) {
        counts = null;
        displacements = null;
        each = count;
        regular = true;
        return this;
    }

    /**
     * Individual counts and places.
     *
     * @param pieceCounts in items, by rank; the caller's, read as long as the layout is used
     * @param pieceDisplacements in items from the buffer's start, by rank; likewise
     * @return this
     */
    public Layout individual(int[] pieceCounts, int[] pieceDisplacements) {
        counts = pieceCounts;
        displacements = pieceDisplacements;
        regular = false;
        return this;
    }

    /**
     * Individual counts of {@code ranks} pieces, one behind the other; the array is the caller's
     * and is not changed. The sum is at most what an int can say.
     */
    public Layout consecutive(int[] pieceCounts, int ranks) {
        if (sums.length < ranks) {
            sums = new int[ranks];
        }
        int sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sums[rank] = sum;
            sum += pieceCounts[rank];
        }
        return individual(pieceCounts, sums);
    }

    /** Says only that the pieces differ, at a rank that does not know them. */
    public Layout individual() {
        regular = false;
        return this;
    }

    /** Whether all pieces have the same size by the nature of the call, at all ranks. */
    public boolean isRegular() {
        return regular;
    }

    /** Items of {@code rank}. */
    public int count(int rank) {
        return counts == null ? each : counts[rank];
    }

    /** First item of {@code rank}, counted from the buffer's start; may be negative. */
    public long displacement(int rank) {
        return displacements == null ? (long) rank * each : displacements[rank];
    }
}
