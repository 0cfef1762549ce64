package org.javampi.core.binding;

import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Layout;

/** Checks of arguments that only collectives have. */
final class CollectiveArguments {
    private CollectiveArguments() {}

    static void checkRoot(Communicator communicator, int root) {
        if (root < 0 || root >= communicator.size()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ROOT,
                    "root "
                            + root
                            + " is no rank of "
                            + communicator
                            + " (allowed 0.."
                            + (communicator.size() - 1)
                            + ")");
        }
    }

    /** Pieces of {@code counts} items at {@code displs}, as the call names them. */
    static void individual(
            Layout layout, Communicator c, int[] counts, String countsName, int[] displs, String displsName) {
        individual(layout, c.size(), counts, countsName, displs, displsName);
    }

    /** The same of {@code pieces} pieces. */
    static void individual(
            Layout layout, int pieces, int[] counts, String countsName, int[] displs, String displsName) {
        RankCalls.checkRoom(counts, pieces, countsName);
        RankCalls.checkRoom(displs, pieces, displsName);
        layout.individual(counts, displs);
    }

    /** Pieces of {@code counts} items, one behind the other; answers how many items in all. */
    static int consecutive(Layout layout, Communicator c, int[] counts) {
        RankCalls.checkRoom(counts, c.size(), "recvcounts");
        long total = 0;
        for (int i = 0; i < c.size(); i++) {
            if (counts[i] < 0) {
                RankCalls.checkCount(counts[i], "recvcounts[" + i + "]");
            }
            total += counts[i];
            if (total > Integer.MAX_VALUE) {
                throw new MpiFailure(
                        MPI.MPI_ERR_COUNT,
                        "recvcounts[0.."
                                + i
                                + "] add up to "
                                + total
                                + " items (allowed 0.."
                                + Integer.MAX_VALUE
                                + "): use a larger datatype");
            }
        }
        layout.consecutive(counts, c.size());
        return (int) total;
    }

    /** A count as the engine has it; one below 0 is left to the check of the buffer. */
    static int count(long items, String name) {
        if (items > Integer.MAX_VALUE) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COUNT,
                    name + " " + items + " is more than " + Integer.MAX_VALUE + " items: use a larger datatype");
        }
        return (int) Math.max(items, Integer.MIN_VALUE);
    }

    /**
     * Large counts or displacements as ints, which pieces have inside.
     *
     * @param values null stays null, for later checks to find
     * @param significant how many of them count
     * @throws MpiFailure MPI_ERR_COUNT for one beyond an int
     */
    static int[] narrowed(long[] values, int significant, String name) {
        if (values == null) {
            return null;
        }
        int[] narrowed = new int[values.length];
        for (int i = 0; i < Math.min(significant, values.length); i++) {
            if (values[i] != (int) values[i]) {
                throw new MpiFailure(
                        MPI.MPI_ERR_COUNT,
                        name + "[" + i + "] " + values[i] + " is beyond " + Integer.MAX_VALUE
                                + ", which pieces can have: use a larger datatype");
            }
            narrowed[i] = (int) values[i];
        }
        return narrowed;
    }

    /** Whether a rooted call's arguments for the root count at this rank. */
    static boolean isRoot(Communicator communicator, int root) {
        return communicator.isInter() ? root == MPI.MPI_ROOT : root == communicator.rank();
    }

    /** Refuses what reductions cannot combine: one buffer for both, and more items than an int can count. */
    static void checkDistinct(Object send, Object receive, long count) {
        count(count, "count");
        if (count > 0 && send == receive && send != null && send != Predefined.BOTTOM) {
            throw new MpiFailure(
                    MPI.MPI_ERR_BUFFER, "send and receive buffer are the same: pass MPI_IN_PLACE to reduce in place");
        }
    }
}
