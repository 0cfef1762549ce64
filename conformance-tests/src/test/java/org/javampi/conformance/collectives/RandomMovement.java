package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Comm;

/**
 * One call that moves data, drawn from a seed: every rank knows everybody's data and works out
 * alone what its memory must be afterwards.
 */
final class RandomMovement {
    private final MPI_Comm comm;
    private final long seed;
    private final int rank;
    private final int size;
    private final int root;
    private final boolean inPlace;

    /** Of the same numbers, laid out as this rank pleases. */
    private final Items sent;

    private final Items received;
    private final int scale;
    private final boolean direct;

    RandomMovement(MPI_Comm comm, long seed) {
        this.comm = comm;
        this.seed = seed;
        rank = MPI_Comm_rank(comm);
        size = MPI_Comm_size(comm);
        Random common = new Random(seed);
        int width = 1 << common.nextInt(4);
        int numbers = 1 + common.nextInt(4);
        root = common.nextInt(size);
        inPlace = common.nextInt(4) == 0;
        int[] scales = {0, 1, 2, 7, 64, 500, 500, 3000, common.nextInt(12) == 0 ? 30_000 : 20};
        scale = scales[common.nextInt(scales.length)];
        Random own = new Random(seed * 1009 + rank);
        sent = Items.any(own, width, numbers);
        received = Items.any(own, width, numbers);
        direct = own.nextBoolean();
    }

    static final String[] NAMES = {
        "bcast", "gather", "gatherv", "scatter", "scatterv", "allgather", "allgatherv", "alltoall", "alltoallv"
    };

    void run(String name) {
        boolean vary = name.endsWith("v");
        try {
            switch (name) {
                case "bcast" -> bcast();
                case "gather", "gatherv" -> gather(vary);
                case "scatter", "scatterv" -> scatter(vary);
                case "allgather", "allgatherv" -> allgather(vary);
                default -> alltoall(vary);
            }
        } finally {
            sent.free();
            received.free();
        }
    }

    private byte[] data(int from, int to, int items) {
        byte[] data = new byte[items * sent.size()];
        new Random(seed * 31 + from * 101L + to).nextBytes(data);
        return data;
    }

    /** As an array or outside the heap; {@link #same} finds out what came of it. */
    private Object buffer(byte[] memory) {
        if (!direct) {
            return memory.clone();
        }
        return ByteBuffer.allocateDirect(memory.length)
                .order(ByteOrder.nativeOrder())
                .put(0, memory);
    }

    private static void same(byte[] expected, Object buffer, String what) {
        assertArrayEquals(expected, Basic.bytes(buffer), what);
    }

    private byte[] filled(Items items, byte[] data) {
        byte[] memory = items.memory(data.length / items.size());
        items.put(memory, 0, data);
        return memory;
    }

    /** How many items each rank has, and where they lie: in any order, with gaps. */
    private final class Pieces {
        final int[] counts = new int[size];
        final int[] places = new int[size];
        int end;

        Pieces(long salt, boolean vary) {
            Random random = new Random(seed * 7 + salt);
            for (int r = 0; r < size; r++) {
                counts[r] = vary && random.nextInt(3) == 0 ? random.nextInt(scale + 2) : scale;
            }
            int turn = random.nextInt(size);
            for (int i = 0; i < size; i++) {
                int r = vary ? (i * (size - 1) + turn) % size : i;
                places[r] = end;
                end += counts[r] + (vary ? random.nextInt(3) : 0);
            }
        }

        /** Places in units of the type's extent. */
        int[] places(Items items) {
            int unit = items.count(1);
            return Arrays.stream(places).map(p -> p * unit).toArray();
        }
    }

    private void bcast() {
        byte[] data = data(root, 0, scale);
        byte[] expected = filled(received, data);
        Object buffer = buffer(rank == root ? expected : received.memory(scale));
        MPI_Bcast(buffer, received.count(scale), received.type(), root, comm);
        same(expected, buffer, "after bcast");
    }

    private void gather(boolean vary) {
        Pieces pieces = new Pieces(1, vary);
        int mine = pieces.counts[rank];
        boolean here = rank == root;
        byte[] own = filled(sent, data(rank, root, mine));
        byte[] all = received.memory(here ? pieces.end : 0);
        byte[] expected = all.clone();
        for (int r = 0; r < size && here; r++) {
            received.put(expected, pieces.places[r], data(r, root, pieces.counts[r]));
        }
        if (here && inPlace) {
            received.put(all, pieces.places[rank], data(rank, root, mine));
        }
        Object out = here && inPlace ? MPI_IN_PLACE : buffer(own);
        Object in = here ? buffer(all) : null;
        int count = sent.count(mine);
        if (vary) {
            int[] counts = here ? received.counts(pieces.counts) : null;
            int[] places = here ? pieces.places(received) : null;
            MPI_Gatherv(out, count, sent.type(), in, counts, places, received.type(), root, comm);
        } else {
            MPI_Gather(out, count, sent.type(), in, received.count(scale), received.type(), root, comm);
        }
        if (here) {
            same(expected, in, "gathered");
        }
        if (out != MPI_IN_PLACE) {
            same(own, out, "what was sent");
        }
    }

    private void scatter(boolean vary) {
        Pieces pieces = new Pieces(2, vary);
        int mine = pieces.counts[rank];
        boolean here = rank == root;
        byte[] all = sent.memory(here ? pieces.end : 0);
        for (int r = 0; r < size && here; r++) {
            sent.put(all, pieces.places[r], data(root, r, pieces.counts[r]));
        }
        boolean stays = here && inPlace;
        Object out = here ? buffer(all) : null;
        Object in = stays ? MPI_IN_PLACE : buffer(received.memory(mine));
        int count = received.count(mine);
        if (vary) {
            int[] counts = here ? sent.counts(pieces.counts) : null;
            int[] places = here ? pieces.places(sent) : null;
            MPI_Scatterv(out, counts, places, sent.type(), in, count, received.type(), root, comm);
        } else {
            MPI_Scatter(out, sent.count(scale), sent.type(), in, count, received.type(), root, comm);
        }
        if (!stays) {
            same(filled(received, data(root, rank, mine)), in, "scattered");
        }
        if (here) {
            same(all, out, "what was sent");
        }
    }

    private void allgather(boolean vary) {
        Pieces pieces = new Pieces(3, vary);
        int mine = pieces.counts[rank];
        byte[] own = filled(sent, data(rank, 0, mine));
        byte[] all = received.memory(pieces.end);
        byte[] expected = all.clone();
        for (int r = 0; r < size; r++) {
            received.put(expected, pieces.places[r], data(r, 0, pieces.counts[r]));
        }
        if (inPlace) {
            received.put(all, pieces.places[rank], data(rank, 0, mine));
        }
        Object out = inPlace ? MPI_IN_PLACE : buffer(own);
        Object in = buffer(all);
        int count = sent.count(mine);
        if (vary) {
            int[] counts = received.counts(pieces.counts);
            int[] places = pieces.places(received);
            MPI_Allgatherv(out, count, sent.type(), in, counts, places, received.type(), comm);
        } else {
            int each = received.count(scale);
            MPI_Allgather(out, count, sent.type(), in, each, received.type(), comm);
        }
        same(expected, in, "gathered");
        if (!inPlace) {
            same(own, out, "what was sent");
        }
    }

    /** What rank r sends to all are the pieces of r; each gets from r its piece of them. */
    private void alltoall(boolean vary) {
        Pieces outgoing = new Pieces(10 + rank, vary);
        byte[] own = sent.memory(outgoing.end);
        int[] counts = new int[size];
        int[] places = new int[size];
        int end = 0;
        for (int r = 0; r < size; r++) {
            sent.put(own, outgoing.places[r], data(rank, r, outgoing.counts[r]));
            counts[r] = new Pieces(10 + r, vary).counts[rank];
            places[r] = end;
            end += counts[r];
        }
        byte[] expected = received.memory(end);
        for (int r = 0; r < size; r++) {
            received.put(expected, places[r], data(r, rank, counts[r]));
        }
        Object out = buffer(own);
        Object in = buffer(received.memory(end));
        if (vary) {
            int unit = received.count(1);
            MPI_Alltoallv(
                    out,
                    sent.counts(outgoing.counts),
                    outgoing.places(sent),
                    sent.type(),
                    in,
                    received.counts(counts),
                    Arrays.stream(places).map(p -> p * unit).toArray(),
                    received.type(),
                    comm);
        } else {
            MPI_Alltoall(out, sent.count(scale), sent.type(), in, received.count(scale), received.type(), comm);
        }
        same(expected, in, "received");
        same(own, out, "what was sent");
    }
}
