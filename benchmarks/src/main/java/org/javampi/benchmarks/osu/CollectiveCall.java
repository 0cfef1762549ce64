package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Each collective as an operation on buffers of its own; rank 0 is the root. */
enum CollectiveCall {
    BARRIER(room -> () -> MPI_Barrier(MPI_COMM_WORLD)),
    BCAST(
            room -> {
                int size = room.size();
                byte[] data = room.piece();
                return () -> MPI_Bcast(data, size, MPI_BYTE, 0, MPI_COMM_WORLD);
            }),
    REDUCE(
            room -> {
                int count = room.doubles();
                double[] out = new double[count];
                double[] in = new double[count];
                return () -> MPI_Reduce(out, in, count, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
            }),
    ALLREDUCE(
            room -> {
                int count = room.doubles();
                double[] out = new double[count];
                double[] in = new double[count];
                return () -> MPI_Allreduce(out, in, count, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
            }),
    REDUCE_SCATTER(
            room -> {
                int[] counts = room.counts(room.doubles());
                double[] out = new double[room.ranks() * counts[0]];
                double[] in = new double[counts[0]];
                return () ->
                        MPI_Reduce_scatter(out, in, counts, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
            }),
    SCAN(
            room -> {
                int count = room.doubles();
                double[] out = new double[count];
                double[] in = new double[count];
                return () -> MPI_Scan(out, in, count, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
            }),
    GATHER(
            room -> {
                int size = room.size();
                byte[] one = room.piece();
                byte[] all = room.pieces();
                return () ->
                        MPI_Gather(one, size, MPI_BYTE, all, size, MPI_BYTE, 0, MPI_COMM_WORLD);
            }),
    GATHERV(
            room -> {
                int size = room.size();
                byte[] one = room.piece();
                byte[] all = room.pieces();
                int[] counts = room.counts(size);
                int[] begins = room.begins();
                return () ->
                        MPI_Gatherv(
                                one,
                                size,
                                MPI_BYTE,
                                all,
                                counts,
                                begins,
                                MPI_BYTE,
                                0,
                                MPI_COMM_WORLD);
            }),
    SCATTER(
            room -> {
                int size = room.size();
                byte[] one = room.piece();
                byte[] all = room.pieces();
                return () ->
                        MPI_Scatter(all, size, MPI_BYTE, one, size, MPI_BYTE, 0, MPI_COMM_WORLD);
            }),
    SCATTERV(
            room -> {
                int size = room.size();
                byte[] one = room.piece();
                byte[] all = room.pieces();
                int[] counts = room.counts(size);
                int[] begins = room.begins();
                return () ->
                        MPI_Scatterv(
                                all,
                                counts,
                                begins,
                                MPI_BYTE,
                                one,
                                size,
                                MPI_BYTE,
                                0,
                                MPI_COMM_WORLD);
            }),
    ALLGATHER(
            room -> {
                int size = room.size();
                byte[] one = room.piece();
                byte[] all = room.pieces();
                return () ->
                        MPI_Allgather(one, size, MPI_BYTE, all, size, MPI_BYTE, MPI_COMM_WORLD);
            }),
    ALLGATHERV(
            room -> {
                int size = room.size();
                byte[] one = room.piece();
                byte[] all = room.pieces();
                int[] counts = room.counts(size);
                int[] begins = room.begins();
                return () ->
                        MPI_Allgatherv(
                                one, size, MPI_BYTE, all, counts, begins, MPI_BYTE, MPI_COMM_WORLD);
            }),
    ALLTOALL(
            room -> {
                int size = room.size();
                byte[] out = room.pieces();
                byte[] in = room.pieces();
                return () -> MPI_Alltoall(out, size, MPI_BYTE, in, size, MPI_BYTE, MPI_COMM_WORLD);
            }),
    ALLTOALLV(
            room -> {
                int size = room.size();
                byte[] out = room.pieces();
                byte[] in = room.pieces();
                int[] counts = room.counts(size);
                int[] begins = room.begins();
                return () ->
                        MPI_Alltoallv(
                                out,
                                counts,
                                begins,
                                MPI_BYTE,
                                in,
                                counts,
                                begins,
                                MPI_BYTE,
                                MPI_COMM_WORLD);
            });

    /** Makes the buffers and the call on them. */
    @FunctionalInterface
    private interface Maker {
        Runnable with(Room room);
    }

    /** What a rank needs room for: a piece of so many bytes, for each of so many ranks. */
    private record Room(int ranks, int size) {
        byte[] piece() {
            return new byte[size];
        }

        byte[] pieces() {
            return new byte[ranks * size];
        }

        int doubles() {
            return Math.max(1, size / Double.BYTES);
        }

        int[] counts(int count) {
            return IntStream.generate(() -> count).limit(ranks).toArray();
        }

        int[] begins() {
            return IntStream.range(0, ranks).map(i -> i * size).toArray();
        }
    }

    private final Maker maker;

    CollectiveCall(Maker maker) {
        this.maker = maker;
    }

    /**
     * The collectives of these names, all if there is none.
     *
     * @throws IllegalArgumentException if there is no such collective
     */
    static List<CollectiveCall> named(List<String> names) {
        if (names.isEmpty()) {
            return List.of(values());
        }
        return names.stream()
                .map(
                        name ->
                                Arrays.stream(values())
                                        .filter(call -> call.title().equals(name))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                "no collective is called "
                                                                        + name
                                                                        + "; there are "
                                                                        + all())))
                .toList();
    }

    private static String all() {
        return String.join(", ", Arrays.stream(values()).map(CollectiveCall::title).toList());
    }

    /** The name in results and on the command line. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it carries data. */
    boolean sized() {
        return this != BARRIER;
    }

    /** The call with buffers for blocks of {@code size} bytes, at least one double. */
    Runnable with(int ranks, int size) {
        return maker.with(new Room(ranks, size));
    }
}
