package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;

/**
 * Each collective as the OSU suite calls it, so that results stand beside a C library's: all of
 * MPI_COMM_WORLD, rank 0 the root, reductions of doubles, and the v-variants by themselves.
 */
enum OsuCollective {
    BARRIER(room -> () -> MPI_Barrier(MPI_COMM_WORLD)),
    BCAST(room -> {
        byte[] data = room.piece();
        return () -> MPI_Bcast(data, data.length, MPI_BYTE, 0, MPI_COMM_WORLD);
    }),
    REDUCE(combining((out, in) -> MPI_Reduce(out, in, in.length, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD))),
    ALLREDUCE(combining((out, in) -> MPI_Allreduce(out, in, in.length, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD))),
    REDUCE_SCATTER(room -> {
        int[] counts = room.counts(room.doubles());
        double[] out = new double[room.ranks() * counts[0]];
        double[] in = new double[counts[0]];
        return () -> MPI_Reduce_scatter(out, in, counts, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
    }),
    SCAN(combining((out, in) -> MPI_Scan(out, in, in.length, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD))),
    GATHER(rooted(MPI::MPI_Gather, Room::piece, Room::pieces)),
    GATHERV(varying((one, size, all, counts, begins) ->
            MPI_Gatherv(one, size, MPI_BYTE, all, counts, begins, MPI_BYTE, 0, MPI_COMM_WORLD))),
    SCATTER(rooted(MPI::MPI_Scatter, Room::pieces, Room::piece)),
    SCATTERV(varying((one, size, all, counts, begins) ->
            MPI_Scatterv(all, counts, begins, MPI_BYTE, one, size, MPI_BYTE, 0, MPI_COMM_WORLD))),
    ALLGATHER(even(MPI::MPI_Allgather, Room::piece, Room::pieces)),
    ALLGATHERV(varying((one, size, all, counts, begins) ->
            MPI_Allgatherv(one, size, MPI_BYTE, all, counts, begins, MPI_BYTE, MPI_COMM_WORLD))),
    ALLTOALL(even(MPI::MPI_Alltoall, Room::pieces, Room::pieces)),
    ALLTOALLV(room -> {
        byte[] out = room.pieces();
        byte[] in = room.pieces();
        int[] counts = room.counts(room.size());
        int[] begins = room.begins();
        return () -> MPI_Alltoallv(out, counts, begins, MPI_BYTE, in, counts, begins, MPI_BYTE, MPI_COMM_WORLD);
    });

    /** Makes the buffers and the call on them. */
    @FunctionalInterface
    private interface Maker {
        Runnable with(Room room);
    }

    /** A call that moves pieces of one size, as MPI has it. */
    @FunctionalInterface
    private interface Even {
        void run(
                Object out,
                int outCount,
                MPI_Datatype outType,
                Object in,
                int inCount,
                MPI_Datatype inType,
                MPI_Comm comm);
    }

    /** The same with a root. */
    @FunctionalInterface
    private interface Rooted {
        void run(
                Object out,
                int outCount,
                MPI_Datatype outType,
                Object in,
                int inCount,
                MPI_Datatype inType,
                int root,
                MPI_Comm comm);
    }

    /** A call between one rank's piece and those of all ranks, which may differ in size. */
    @FunctionalInterface
    private interface Varying {
        void run(byte[] one, int size, byte[] all, int[] counts, int[] begins);
    }

    /** A call that combines vectors of doubles. */
    @FunctionalInterface
    private interface Combining {
        void run(double[] out, double[] in);
    }

    private static Maker rooted(Rooted call, Function<Room, byte[]> from, Function<Room, byte[]> to) {
        return even(
                (out, outCount, outType, in, inCount, inType, comm) ->
                        call.run(out, outCount, outType, in, inCount, inType, 0, comm),
                from,
                to);
    }

    private static Maker even(Even call, Function<Room, byte[]> from, Function<Room, byte[]> to) {
        return room -> {
            int size = room.size();
            byte[] out = from.apply(room);
            byte[] in = to.apply(room);
            return () -> call.run(out, size, MPI_BYTE, in, size, MPI_BYTE, MPI_COMM_WORLD);
        };
    }

    private static Maker varying(Varying call) {
        return room -> {
            byte[] one = room.piece();
            byte[] all = room.pieces();
            int[] counts = room.counts(room.size());
            int[] begins = room.begins();
            return () -> call.run(one, one.length, all, counts, begins);
        };
    }

    private static Maker combining(Combining call) {
        return room -> {
            double[] out = new double[room.doubles()];
            double[] in = new double[room.doubles()];
            return () -> call.run(out, in);
        };
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

    OsuCollective(Maker maker) {
        this.maker = maker;
    }

    /**
     * The collectives of these names, all if there is none.
     *
     * @throws IllegalArgumentException if there is no such collective
     */
    static List<OsuCollective> named(List<String> names) {
        if (names.isEmpty()) {
            return List.of(values());
        }
        return names.stream().map(OsuCollective::named).toList();
    }

    private static OsuCollective named(String name) {
        List<String> all = Arrays.stream(values()).map(OsuCollective::title).toList();
        if (!all.contains(name)) {
            throw new IllegalArgumentException(
                    "no collective is called " + name + "; there are " + String.join(", ", all));
        }
        return values()[all.indexOf(name)];
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
