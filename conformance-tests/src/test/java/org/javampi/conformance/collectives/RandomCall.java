package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;

/**
 * A collective with random arguments and buffers of its own, the same call at all ranks for one seed. Two
 * of one seed are equal: one is called in one form, the other in another, and the results are compared.
 */
final class RandomCall {
    private enum Kind {
        BARRIER,
        BCAST,
        GATHER,
        GATHERV,
        SCATTER,
        SCATTERV,
        ALLGATHER,
        ALLGATHERV,
        ALLTOALL,
        ALLTOALLV,
        REDUCE,
        ALLREDUCE,
        REDUCE_SCATTER,
        REDUCE_SCATTER_BLOCK,
        SCAN,
        EXSCAN,
        ALLTOALLW
    }

    private static final int[] COUNTS = {0, 1, 2, 5, 17, 300, 2500, 20_000};

    /** Items of the vector type: every second int. */
    private static final int STRIDE = 2;

    private final Kind kind;
    private final int size;
    private final int rank;
    private final int root;
    private final int count;
    private final int[] counts;
    private final int[] places;
    private final boolean inPlace;
    private final boolean spaced;
    private final MPI_Datatype type;
    private final MPI_Op op;
    private final int[] send;
    private final int[] receive;
    private final String text;

    /** @param product an operation of the program's that does not commute */
    RandomCall(long seed, int rank, int size, MPI_Datatype spacedType, MPI_Op product) {
        Random random = new Random(seed);
        this.rank = rank;
        this.size = size;
        kind = Kind.values()[random.nextInt(Kind.values().length)];
        root = random.nextInt(size);
        count = COUNTS[random.nextInt(COUNTS.length)] / (kind.compareTo(Kind.BCAST) > 0 ? size : 1);
        inPlace = random.nextInt(3) == 0;
        boolean ofProgram = random.nextInt(3) == 0;
        spaced = random.nextInt(3) == 0;
        op = ofProgram ? product : random.nextBoolean() ? MPI_SUM : MPI_MAX;
        boolean reducing = kind.compareTo(Kind.REDUCE) >= 0 && kind != Kind.ALLTOALLW;
        type = spaced && (!reducing || ofProgram) ? spacedType : MPI_INT;
        counts = new int[size];
        places = new int[size];
        int all = 0;
        for (int i = 0; i < size; i++) {
            counts[i] = random.nextInt(count + 1);
            places[i] = all;
            all += kind == Kind.ALLTOALLV || kind == Kind.ALLTOALLW ? count : counts[i];
        }
        int items = Math.max(size * (count + 1), 1);
        Random own = new Random(seed * 31 + rank);
        send = own.ints(STRIDE * items, 1, 1000).toArray();
        receive = own.ints(STRIDE * items, 1, 1000).toArray();
        text = kind + " root " + root + " count " + count + " of " + type + " by " + op + (inPlace ? " in place" : "")
                + ", seed " + seed;
    }

    /** Items for, and of, a rank in an exchange where each pair has its own count. */
    private int[] pairCounts() {
        int[] pairs = new int[size];
        Arrays.setAll(pairs, other -> Math.abs(rank - other) % (count + 1));
        return pairs;
    }

    /** Places in bytes, of items that are two ints apart. */
    private int[] bytes() {
        int[] bytes = new int[size];
        Arrays.setAll(bytes, other -> STRIDE * Integer.BYTES * places[other]);
        return bytes;
    }

    /** One of the two types for each pair of ranks. */
    private MPI_Datatype[] types() {
        MPI_Datatype[] types = new MPI_Datatype[size];
        Arrays.setAll(types, other -> (rank + other) % 2 == 0 ? type : MPI_INT);
        return types;
    }

    private Object sendOr(boolean atPlace) {
        return inPlace && atPlace ? MPI_IN_PLACE : send;
    }

    /** The blocking form. */
    void call(MPI_Comm comm) {
        boolean atRoot = rank == root;
        switch (kind) {
            case BARRIER -> MPI_Barrier(comm);
            case BCAST -> MPI_Bcast(receive, count, type, root, comm);
            case GATHER -> MPI_Gather(sendOr(atRoot), count, type, receive, count, type, root, comm);
            case GATHERV -> MPI_Gatherv(sendOr(atRoot), counts[rank], type, receive, counts, places, type, root, comm);
            case SCATTER ->
                MPI_Scatter(send, count, type, inPlace && atRoot ? MPI_IN_PLACE : receive, count, type, root, comm);
            case SCATTERV ->
                MPI_Scatterv(
                        send,
                        counts,
                        places,
                        type,
                        inPlace && atRoot ? MPI_IN_PLACE : receive,
                        counts[rank],
                        type,
                        root,
                        comm);
            case ALLGATHER -> MPI_Allgather(sendOr(true), count, type, receive, count, type, comm);
            case ALLGATHERV -> MPI_Allgatherv(sendOr(true), counts[rank], type, receive, counts, places, type, comm);
            case ALLTOALL -> MPI_Alltoall(sendOr(true), count, type, receive, count, type, comm);
            case ALLTOALLV -> {
                int[] pairs = pairCounts();
                MPI_Alltoallv(sendOr(true), pairs, places, type, receive, pairs, places, type, comm);
            }
            case REDUCE -> MPI_Reduce(sendOr(atRoot), receive, count, type, op, root, comm);
            case ALLREDUCE -> MPI_Allreduce(sendOr(true), receive, count, type, op, comm);
            case REDUCE_SCATTER -> MPI_Reduce_scatter(sendOr(true), receive, counts, type, op, comm);
            case REDUCE_SCATTER_BLOCK -> MPI_Reduce_scatter_block(sendOr(true), receive, count, type, op, comm);
            case SCAN -> MPI_Scan(sendOr(true), receive, count, type, op, comm);
            case EXSCAN -> MPI_Exscan(sendOr(true), receive, count, type, op, comm);
            case ALLTOALLW -> {
                int[] pairs = pairCounts();
                MPI_Alltoallw(sendOr(true), pairs, bytes(), types(), receive, pairs, bytes(), types(), comm);
            }
        }
    }

    /** The form that does not block. */
    MPI_Request start(MPI_Comm comm) {
        boolean atRoot = rank == root;
        Object placeOfRoot = inPlace && atRoot ? MPI_IN_PLACE : receive;
        return switch (kind) {
            case BARRIER -> MPI_Ibarrier(comm);
            case BCAST -> MPI_Ibcast(receive, count, type, root, comm);
            case GATHER -> MPI_Igather(sendOr(atRoot), count, type, receive, count, type, root, comm);
            case GATHERV -> MPI_Igatherv(sendOr(atRoot), counts[rank], type, receive, counts, places, type, root, comm);
            case SCATTER -> MPI_Iscatter(send, count, type, placeOfRoot, count, type, root, comm);
            case SCATTERV -> MPI_Iscatterv(send, counts, places, type, placeOfRoot, counts[rank], type, root, comm);
            case ALLGATHER -> MPI_Iallgather(sendOr(true), count, type, receive, count, type, comm);
            case ALLGATHERV -> MPI_Iallgatherv(sendOr(true), counts[rank], type, receive, counts, places, type, comm);
            case ALLTOALL -> MPI_Ialltoall(sendOr(true), count, type, receive, count, type, comm);
            case ALLTOALLV -> {
                int[] pairs = pairCounts();
                yield MPI_Ialltoallv(sendOr(true), pairs, places, type, receive, pairs, places, type, comm);
            }
            case REDUCE -> MPI_Ireduce(sendOr(atRoot), receive, count, type, op, root, comm);
            case ALLREDUCE -> MPI_Iallreduce(sendOr(true), receive, count, type, op, comm);
            case REDUCE_SCATTER -> MPI_Ireduce_scatter(sendOr(true), receive, counts, type, op, comm);
            case REDUCE_SCATTER_BLOCK -> MPI_Ireduce_scatter_block(sendOr(true), receive, count, type, op, comm);
            case SCAN -> MPI_Iscan(sendOr(true), receive, count, type, op, comm);
            case EXSCAN -> MPI_Iexscan(sendOr(true), receive, count, type, op, comm);
            case ALLTOALLW -> {
                int[] pairs = pairCounts();
                yield MPI_Ialltoallw(sendOr(true), pairs, bytes(), types(), receive, pairs, bytes(), types(), comm);
            }
        };
    }

    /** The persistent form, not started. */
    MPI_Request prepare(MPI_Comm comm) {
        boolean atRoot = rank == root;
        Object placeOfRoot = inPlace && atRoot ? MPI_IN_PLACE : receive;
        return switch (kind) {
            case BARRIER -> MPI_Barrier_init(comm, MPI_INFO_NULL);
            case BCAST -> MPI_Bcast_init(receive, count, type, root, comm, MPI_INFO_NULL);
            case GATHER ->
                MPI_Gather_init(sendOr(atRoot), count, type, receive, count, type, root, comm, MPI_INFO_NULL);
            case GATHERV ->
                MPI_Gatherv_init(
                        sendOr(atRoot), counts[rank], type, receive, counts, places, type, root, comm, MPI_INFO_NULL);
            case SCATTER -> MPI_Scatter_init(send, count, type, placeOfRoot, count, type, root, comm, MPI_INFO_NULL);
            case SCATTERV ->
                MPI_Scatterv_init(
                        send, counts, places, type, placeOfRoot, counts[rank], type, root, comm, MPI_INFO_NULL);
            case ALLGATHER -> MPI_Allgather_init(sendOr(true), count, type, receive, count, type, comm, MPI_INFO_NULL);
            case ALLGATHERV ->
                MPI_Allgatherv_init(
                        sendOr(true), counts[rank], type, receive, counts, places, type, comm, MPI_INFO_NULL);
            case ALLTOALL -> MPI_Alltoall_init(sendOr(true), count, type, receive, count, type, comm, MPI_INFO_NULL);
            case ALLTOALLV -> {
                int[] pairs = pairCounts();
                yield MPI_Alltoallv_init(
                        sendOr(true), pairs, places, type, receive, pairs, places, type, comm, MPI_INFO_NULL);
            }
            case REDUCE -> MPI_Reduce_init(sendOr(atRoot), receive, count, type, op, root, comm, MPI_INFO_NULL);
            case ALLREDUCE -> MPI_Allreduce_init(sendOr(true), receive, count, type, op, comm, MPI_INFO_NULL);
            case REDUCE_SCATTER ->
                MPI_Reduce_scatter_init(sendOr(true), receive, counts, type, op, comm, MPI_INFO_NULL);
            case REDUCE_SCATTER_BLOCK ->
                MPI_Reduce_scatter_block_init(sendOr(true), receive, count, type, op, comm, MPI_INFO_NULL);
            case SCAN -> MPI_Scan_init(sendOr(true), receive, count, type, op, comm, MPI_INFO_NULL);
            case EXSCAN -> MPI_Exscan_init(sendOr(true), receive, count, type, op, comm, MPI_INFO_NULL);
            case ALLTOALLW -> {
                int[] pairs = pairCounts();
                yield MPI_Alltoallw_init(
                        sendOr(true), pairs, bytes(), types(), receive, pairs, bytes(), types(), comm, MPI_INFO_NULL);
            }
        };
    }

    /** The blocking form with large counts. */
    void callLarge(MPI_Comm comm) {
        boolean atRoot = rank == root;
        switch (kind) {
            case BARRIER -> MPI_Barrier(comm);
            case BCAST -> MPI_Bcast_c(receive, count, type, root, comm);
            case GATHER -> MPI_Gather_c(sendOr(atRoot), count, type, receive, count, type, root, comm);
            case GATHERV ->
                MPI_Gatherv_c(
                        sendOr(atRoot), counts[rank], type, receive, longs(counts), longs(places), type, root, comm);
            case SCATTER ->
                MPI_Scatter_c(send, count, type, inPlace && atRoot ? MPI_IN_PLACE : receive, count, type, root, comm);
            case SCATTERV ->
                MPI_Scatterv_c(
                        send,
                        longs(counts),
                        longs(places),
                        type,
                        inPlace && atRoot ? MPI_IN_PLACE : receive,
                        counts[rank],
                        type,
                        root,
                        comm);
            case ALLGATHER -> MPI_Allgather_c(sendOr(true), count, type, receive, count, type, comm);
            case ALLGATHERV ->
                MPI_Allgatherv_c(sendOr(true), counts[rank], type, receive, longs(counts), longs(places), type, comm);
            case ALLTOALL -> MPI_Alltoall_c(sendOr(true), count, type, receive, count, type, comm);
            case ALLTOALLV -> {
                int[] pairs = pairCounts();
                MPI_Alltoallv_c(
                        sendOr(true),
                        longs(pairs),
                        longs(places),
                        type,
                        receive,
                        longs(pairs),
                        longs(places),
                        type,
                        comm);
            }
            case REDUCE -> MPI_Reduce_c(sendOr(atRoot), receive, count, type, op, root, comm);
            case ALLREDUCE -> MPI_Allreduce_c(sendOr(true), receive, count, type, op, comm);
            case REDUCE_SCATTER -> MPI_Reduce_scatter_c(sendOr(true), receive, longs(counts), type, op, comm);
            case REDUCE_SCATTER_BLOCK -> MPI_Reduce_scatter_block_c(sendOr(true), receive, count, type, op, comm);
            case SCAN -> MPI_Scan_c(sendOr(true), receive, count, type, op, comm);
            case EXSCAN -> MPI_Exscan_c(sendOr(true), receive, count, type, op, comm);
            case ALLTOALLW -> {
                int[] pairs = pairCounts();
                MPI_Alltoallw_c(
                        sendOr(true),
                        longs(pairs),
                        longs(bytes()),
                        types(),
                        receive,
                        longs(pairs),
                        longs(bytes()),
                        types(),
                        comm);
            }
        }
    }

    /** The form that does not block, with large counts. */
    MPI_Request startLarge(MPI_Comm comm) {
        boolean atRoot = rank == root;
        Object placeOfRoot = inPlace && atRoot ? MPI_IN_PLACE : receive;
        return switch (kind) {
            case BARRIER -> MPI_Ibarrier(comm);
            case BCAST -> MPI_Ibcast_c(receive, count, type, root, comm);
            case GATHER -> MPI_Igather_c(sendOr(atRoot), count, type, receive, count, type, root, comm);
            case GATHERV ->
                MPI_Igatherv_c(
                        sendOr(atRoot), counts[rank], type, receive, longs(counts), longs(places), type, root, comm);
            case SCATTER -> MPI_Iscatter_c(send, count, type, placeOfRoot, count, type, root, comm);
            case SCATTERV ->
                MPI_Iscatterv_c(send, longs(counts), longs(places), type, placeOfRoot, counts[rank], type, root, comm);
            case ALLGATHER -> MPI_Iallgather_c(sendOr(true), count, type, receive, count, type, comm);
            case ALLGATHERV ->
                MPI_Iallgatherv_c(sendOr(true), counts[rank], type, receive, longs(counts), longs(places), type, comm);
            case ALLTOALL -> MPI_Ialltoall_c(sendOr(true), count, type, receive, count, type, comm);
            case ALLTOALLV -> {
                int[] pairs = pairCounts();
                yield MPI_Ialltoallv_c(
                        sendOr(true),
                        longs(pairs),
                        longs(places),
                        type,
                        receive,
                        longs(pairs),
                        longs(places),
                        type,
                        comm);
            }
            case REDUCE -> MPI_Ireduce_c(sendOr(atRoot), receive, count, type, op, root, comm);
            case ALLREDUCE -> MPI_Iallreduce_c(sendOr(true), receive, count, type, op, comm);
            case REDUCE_SCATTER -> MPI_Ireduce_scatter_c(sendOr(true), receive, longs(counts), type, op, comm);
            case REDUCE_SCATTER_BLOCK -> MPI_Ireduce_scatter_block_c(sendOr(true), receive, count, type, op, comm);
            case SCAN -> MPI_Iscan_c(sendOr(true), receive, count, type, op, comm);
            case EXSCAN -> MPI_Iexscan_c(sendOr(true), receive, count, type, op, comm);
            case ALLTOALLW -> {
                int[] pairs = pairCounts();
                yield MPI_Ialltoallw_c(
                        sendOr(true),
                        longs(pairs),
                        longs(bytes()),
                        types(),
                        receive,
                        longs(pairs),
                        longs(bytes()),
                        types(),
                        comm);
            }
        };
    }

    /** The persistent form with large longs(counts), not started. */
    MPI_Request prepareLarge(MPI_Comm comm) {
        boolean atRoot = rank == root;
        Object placeOfRoot = inPlace && atRoot ? MPI_IN_PLACE : receive;
        return switch (kind) {
            case BARRIER -> MPI_Barrier_init(comm, MPI_INFO_NULL);
            case BCAST -> MPI_Bcast_init_c(receive, count, type, root, comm, MPI_INFO_NULL);
            case GATHER ->
                MPI_Gather_init_c(sendOr(atRoot), count, type, receive, count, type, root, comm, MPI_INFO_NULL);
            case GATHERV ->
                MPI_Gatherv_init_c(
                        sendOr(atRoot),
                        counts[rank],
                        type,
                        receive,
                        longs(counts),
                        longs(places),
                        type,
                        root,
                        comm,
                        MPI_INFO_NULL);
            case SCATTER -> MPI_Scatter_init_c(send, count, type, placeOfRoot, count, type, root, comm, MPI_INFO_NULL);
            case SCATTERV ->
                MPI_Scatterv_init_c(
                        send,
                        longs(counts),
                        longs(places),
                        type,
                        placeOfRoot,
                        counts[rank],
                        type,
                        root,
                        comm,
                        MPI_INFO_NULL);
            case ALLGATHER ->
                MPI_Allgather_init_c(sendOr(true), count, type, receive, count, type, comm, MPI_INFO_NULL);
            case ALLGATHERV ->
                MPI_Allgatherv_init_c(
                        sendOr(true),
                        counts[rank],
                        type,
                        receive,
                        longs(counts),
                        longs(places),
                        type,
                        comm,
                        MPI_INFO_NULL);
            case ALLTOALL -> MPI_Alltoall_init_c(sendOr(true), count, type, receive, count, type, comm, MPI_INFO_NULL);
            case ALLTOALLV -> {
                int[] pairs = pairCounts();
                yield MPI_Alltoallv_init_c(
                        sendOr(true),
                        longs(pairs),
                        longs(places),
                        type,
                        receive,
                        longs(pairs),
                        longs(places),
                        type,
                        comm,
                        MPI_INFO_NULL);
            }
            case REDUCE -> MPI_Reduce_init_c(sendOr(atRoot), receive, count, type, op, root, comm, MPI_INFO_NULL);
            case ALLREDUCE -> MPI_Allreduce_init_c(sendOr(true), receive, count, type, op, comm, MPI_INFO_NULL);
            case REDUCE_SCATTER ->
                MPI_Reduce_scatter_init_c(sendOr(true), receive, longs(counts), type, op, comm, MPI_INFO_NULL);
            case REDUCE_SCATTER_BLOCK ->
                MPI_Reduce_scatter_block_init_c(sendOr(true), receive, count, type, op, comm, MPI_INFO_NULL);
            case SCAN -> MPI_Scan_init_c(sendOr(true), receive, count, type, op, comm, MPI_INFO_NULL);
            case EXSCAN -> MPI_Exscan_init_c(sendOr(true), receive, count, type, op, comm, MPI_INFO_NULL);
            case ALLTOALLW -> {
                int[] pairs = pairCounts();
                yield MPI_Alltoallw_init_c(
                        sendOr(true),
                        longs(pairs),
                        longs(bytes()),
                        types(),
                        receive,
                        longs(pairs),
                        longs(bytes()),
                        types(),
                        comm,
                        MPI_INFO_NULL);
            }
        };
    }

    private static long[] longs(int[] numbers) {
        return Arrays.stream(numbers).asLongStream().toArray();
    }

    /** Other data in both buffers; the same for the same seed. */
    void refill(long seed) {
        Random own = new Random(seed * 37 + rank);
        Arrays.setAll(send, i -> own.nextInt(1000));
        Arrays.setAll(receive, i -> own.nextInt(1000));
    }

    /** Fails unless the other one has the same buffers. */
    void assertEquals(RandomCall other) {
        assertArrayEquals(other.receive, receive, this::toString);
        assertArrayEquals(other.send, send, this::toString);
    }

    @Override
    public String toString() {
        return "rank " + rank + " of " + size + ", " + text;
    }
}
