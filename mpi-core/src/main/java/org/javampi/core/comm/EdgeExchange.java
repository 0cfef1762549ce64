package org.javampi.core.comm;

import java.util.Arrays;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.topology.DistributedGraph;

/**
 * Brings the edges of a graph, each named by any one rank, to the ranks at their ends (MPI-4.1 §8.5.4): each rank tells
 * each other how much it will send, then sends it. A rank has its edges in the order of the ranks that have named them, so
 * that parallel edges stand in the same order at both ends.
 */
public final class EdgeExchange {
    /** Direction, other end, weight. */
    private static final int FIELDS = 3;

    /** Numbers that announce the edges: how many, and whether they have weights. */
    private static final int ANNOUNCED = 2;

    private static final int OUT = 0;
    private static final int IN = 1;

    private final Communicator communicator;
    private final boolean weighted;
    private final int[][] words;
    private final int[] lengths;

    /** For the ranks of {@code communicator}; all of them, with weights or all without. */
    public EdgeExchange(Communicator communicator, boolean weighted) {
        this.communicator = communicator;
        this.weighted = weighted;
        words = new int[communicator.size()][0];
        lengths = new int[communicator.size()];
    }

    /** An edge that this rank names. */
    public void add(int source, int destination, int weight) {
        tell(source, OUT, destination, weight);
        tell(destination, IN, source, weight);
    }

    private void tell(int rank, int direction, int otherEnd, int weight) {
        int at = lengths[rank];
        if (at + FIELDS > words[rank].length) {
            words[rank] = Arrays.copyOf(words[rank], Math.max(8 * FIELDS, 2 * words[rank].length));
        }
        words[rank][at] = direction;
        words[rank][at + 1] = otherEnd;
        words[rank][at + 2] = weight;
        lengths[rank] = at + FIELDS;
    }

    /** This rank's edges. Collective. */
    public DistributedGraph run() {
        int size = communicator.size();
        int[] announcements = new int[ANNOUNCED * size];
        int[] heard = new int[ANNOUNCED * size];
        for (int rank = 0; rank < size; rank++) {
            announcements[ANNOUNCED * rank] = lengths[rank];
            announcements[ANNOUNCED * rank + 1] = weighted ? 1 : 0;
        }
        Layout each = new Layout().regular(ANNOUNCED);
        communicator.collectives().alltoall(block(announcements), each, block(heard), each);
        checkAlike(heard);
        int[] counts = new int[size];
        Arrays.setAll(counts, rank -> heard[ANNOUNCED * rank]);
        int[] out = flat(lengths, words);
        int[] in = new int[sum(counts)];
        communicator
                .collectives()
                .alltoall(
                        block(out),
                        new Layout().consecutive(lengths, size),
                        block(in),
                        new Layout().consecutive(counts, size));
        return graph(in);
    }

    private void checkAlike(int[] heard) {
        for (int rank = 0; rank < communicator.size(); rank++) {
            if (heard[ANNOUNCED * rank + 1] != heard[1]) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "rank 0 passes " + (heard[1] == 0 ? "MPI_UNWEIGHTED" : "weights") + ", rank " + rank
                                + " does not: all ranks must pass weights (MPI_WEIGHTS_EMPTY where they name no edge),"
                                + " or all MPI_UNWEIGHTED");
            }
        }
    }

    private static int[] flat(int[] lengths, int[][] parts) {
        int[] all = new int[sum(lengths)];
        int at = 0;
        for (int rank = 0; rank < parts.length; rank++) {
            System.arraycopy(parts[rank], 0, all, at, lengths[rank]);
            at += lengths[rank];
        }
        return all;
    }

    private static int sum(int[] counts) {
        long sum = Arrays.stream(counts).asLongStream().sum();
        if (sum > Integer.MAX_VALUE) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, sum / FIELDS + " edges are more than one rank can have");
        }
        return (int) sum;
    }

    private DistributedGraph graph(int[] in) {
        int[] sources = ends(in, IN, 1);
        int[] destinations = ends(in, OUT, 1);
        return weighted
                ? new DistributedGraph(sources, ends(in, IN, 2), destinations, ends(in, OUT, 2))
                : new DistributedGraph(sources, null, destinations, null);
    }

    /** One field of the edges in one direction. */
    private static int[] ends(int[] in, int direction, int field) {
        int[] found = new int[in.length / FIELDS];
        int count = 0;
        for (int at = 0; at < in.length; at += FIELDS) {
            if (in[at] == direction) {
                found[count++] = in[at + field];
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static Block block(int[] numbers) {
        Datatype type = Datatypes.of(Predefined.INT);
        Block block = new Block();
        block.set(numbers, numbers.length, type, true);
        return block;
    }
}
