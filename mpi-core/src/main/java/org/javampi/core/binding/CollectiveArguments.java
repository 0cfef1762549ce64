package org.javampi.core.binding;

import org.javampi.MPI;
import org.javampi.core.buffer.Block;
import org.javampi.core.buffer.Extents;
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

    /** Refuses memory that is both sent from and received into (MPI-1.1 §4.1); a block may be null: not significant. */
    static void checkDistinct(Block send, Block receive) {
        checkDistinct(send, null, receive, null, 0);
    }

    /**
     * The same of blocks that hold a piece for each of {@code ranks} ranks.
     *
     * @param sendPieces null where the block is one piece
     * @param receivePieces likewise
     */
    static void checkDistinct(Block send, Layout sendPieces, Block receive, Layout receivePieces, int ranks) {
        if (send == null || receive == null || !send.mayShareMemory(receive)) {
            return;
        }
        refuseCommon(extents(send, sendPieces, ranks), extents(receive, receivePieces, ranks));
    }

    /** The same of blocks of which each is sent to, or received from, one rank. */
    static void checkDistinct(Block[] sends, int sendCount, Block[] receives, int receiveCount) {
        for (int i = 0; i < sendCount; i++) {
            for (int j = 0; j < receiveCount; j++) {
                if (sends[i].mayShareMemory(receives[j])) {
                    refuseCommon(extents(sends, sendCount), extents(receives, receiveCount));
                    return;
                }
            }
        }
    }

    private static Extents extents(Block block, Layout pieces, int ranks) {
        Extents extents = new Extents();
        if (pieces == null) {
            extents.add(block);
            return extents;
        }
        Block piece = new Block();
        for (int rank = 0; rank < ranks; rank++) {
            piece.part(block, pieces.displacement(rank), pieces.count(rank));
            extents.add(piece);
        }
        return extents;
    }

    private static Extents extents(Block[] blocks, int count) {
        Extents extents = new Extents();
        for (int i = 0; i < count; i++) {
            extents.add(blocks[i]);
        }
        return extents;
    }

    private static void refuseCommon(Extents sent, Extents received) {
        long common = sent.firstCommon(received);
        if (common >= 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_BUFFER,
                    "send and receive buffer overlap: byte " + common
                            + " of their memory is both sent and received into; pass MPI_IN_PLACE where the function"
                            + " allows it, or send a copy");
        }
    }
}
