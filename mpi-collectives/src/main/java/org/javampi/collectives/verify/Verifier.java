package org.javampi.collectives.verify;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;

/**
 * Compares collectives with what each rank computes alone: for any algorithm that rules choose, on
 * any number of ranks, for every root, for counts of nothing, one and many, for basic and derived
 * types, in place, and for operations that do not commute.
 *
 * <pre>javampirun -np 5 --coll bcast=mine -cp my.jar org.javampi.collectives.verify.Verifier bcast
 * </pre>
 *
 * Each rank knows every other's input, which is made from the seed.
 */
public final class Verifier {
    private static final int MODULUS = 1009;
    private static final int GAP = -77;

    private final MPI_Comm comm;
    private final long seed;
    private final int rank;
    private final int size;
    private int cases;
    private int refused;

    /** For the ranks of {@code comm}, which all call the same. */
    public Verifier(MPI_Comm comm, long seed) {
        this.comm = comm;
        this.seed = seed;
        rank = MPI_Comm_rank(comm);
        size = MPI_Comm_size(comm);
    }

    /** Verifies the collectives that the arguments name, or all; prints what was done at rank 0. */
    public static void main(String[] args) {
        MPI_Init(args);
        long seed = Long.getLong("seed", 1);
        String[] labels =
                args.length > 0
                        ? args
                        : new String[] {
                            "barrier",
                            "bcast",
                            "gather",
                            "scatter",
                            "allgather",
                            "alltoall",
                            "reduce",
                            "allreduce",
                            "reduce_scatter",
                            "scan"
                        };
        for (String label : labels) {
            Verifier verifier = new Verifier(MPI_COMM_WORLD, seed);
            for (int count : new int[] {0, 1, 7, 1000, 65537}) {
                verifier.verify(label, count);
            }
            if (verifier.rank == 0) {
                System.out.println(label + ": " + verifier.summary());
            }
        }
        MPI_Finalize();
    }

    /** How many cases were equal, and how many the algorithm has refused. */
    public String summary() {
        return cases + " cases equal, " + refused + " refused by the algorithm, seed " + seed;
    }

    /** Cases that were compared. */
    public int cases() {
        return cases;
    }

    /**
     * Runs all cases of one collective with {@code count} items.
     *
     * @throws IllegalStateException at a rank whose result differs
     */
    public void verify(String label, int count) {
        switch (label) {
            case "barrier" -> barrier();
            case "bcast" -> eachRoot(root -> bcast(count, root));
            case "gather" -> eachRoot(root -> gather(count, root));
            case "scatter" -> eachRoot(root -> scatter(count, root));
            case "allgather" -> allgather(count);
            case "alltoall" -> alltoall(count);
            case "reduce" ->
                    Reduction.all(count)
                            .forEach(r -> eachRoot(root -> attempt(() -> reduce(r, root))));
            case "allreduce" -> Reduction.all(count).forEach(r -> attempt(() -> allreduce(r)));
            case "reduce_scatter" ->
                    Reduction.all(count).forEach(r -> attempt(() -> reduceScatter(r)));
            case "scan" -> Reduction.all(count).forEach(r -> attempt(() -> scan(r)));
            default ->
                    throw new IllegalArgumentException(
                            "no collective is called '" + label + "': bcast, allreduce ...");
        }
    }

    private interface AtRoot {
        void run(int root);
    }

    private void eachRoot(AtRoot body) {
        for (int root = 0; root < size; root++) {
            int at = root;
            attempt(() -> body.run(at));
        }
    }

    /** Runs a case; an algorithm may refuse it, at all ranks alike and before anything is sent. */
    private void attempt(Runnable body) {
        try {
            body.run();
            cases++;
        } catch (MPIException e) {
            if (e.getMessage() == null || !e.getMessage().contains("cannot run here")) {
                throw e;
            }
            refused++;
        }
    }

    // ---- Inputs and comparison

    /** The item {@code index} that {@code from} has for {@code to}. */
    private int item(int from, int to, int index) {
        long mixed = seed * 31 + from * 1_000_003L + to * 10_007L + index * 97L;
        return (int) ((mixed ^ mixed >>> 7) % MODULUS);
    }

    private int[] items(int from, int to, int count) {
        int[] items = new int[count];
        Arrays.setAll(items, i -> item(from, to, i));
        return items;
    }

    private void same(String what, int[] expected, int[] found) {
        if (!Arrays.equals(expected, found)) {
            int at = Arrays.mismatch(expected, found);
            throw new IllegalStateException(
                    what
                            + ", rank "
                            + rank
                            + " of "
                            + size
                            + ", seed "
                            + seed
                            + ": item "
                            + at
                            + " of "
                            + expected.length
                            + " is "
                            + (at < found.length ? found[at] : "missing")
                            + ", not "
                            + (at < expected.length ? expected[at] : "there"));
        }
    }

    /** Items of {@code packed} in every second place, gaps between. */
    private static int[] spaced(int[] packed) {
        int[] wide = new int[2 * packed.length];
        Arrays.fill(wide, GAP);
        for (int i = 0; i < packed.length; i++) {
            wide[2 * i] = packed[i];
        }
        return wide;
    }

    /** One int in the place of two: its extent is 8 bytes. */
    private static MPI_Datatype spacedType() {
        MPI_Datatype[] type = new MPI_Datatype[1];
        MPI_Type_struct(
                2, new int[] {1, 1}, new long[] {0, 8}, new MPI_Datatype[] {MPI_INT, MPI_UB}, type);
        MPI_Type_commit(type);
        return type[0];
    }

    // ---- Moving data

    private void barrier() {
        attempt(
                () -> {
                    int round = 5;
                    for (int i = 0; i < round; i++) {
                        MPI_Barrier(comm);
                    }
                    // Nobody leaves before the last has entered: its word is there by then.
                    int late = Math.floorMod(new Random(seed + cases).nextInt(), size);
                    if (rank == late) {
                        for (int other = 0; other < size; other++) {
                            if (other != rank) {
                                MPI_Send(new int[] {late}, 1, MPI_INT, other, 5, comm);
                            }
                        }
                    }
                    MPI_Barrier(comm);
                    if (rank != late) {
                        int[] word = new int[1];
                        MPI_Recv(word, 1, MPI_INT, late, 5, comm, MPI_STATUS_IGNORE);
                        same("barrier", new int[] {late}, word);
                    }
                });
    }

    private void bcast(int count, int root) {
        int[] expected = items(root, 0, count);
        int[] data = rank == root ? expected.clone() : new int[count];
        MPI_Bcast(data, count, MPI_INT, root, comm);
        same("bcast from " + root, expected, data);
        // The root has its items spaced, the others have them dense.
        MPI_Datatype type = spacedType();
        int[] wide = spaced(expected);
        int[] dense = new int[count];
        if (rank == root) {
            MPI_Bcast(wide, count, type, root, comm);
            same("bcast of a derived type from " + root, spaced(expected), wide);
        } else {
            MPI_Bcast(dense, count, MPI_INT, root, comm);
            same("bcast of a derived type from " + root, expected, dense);
        }
        MPI_Type_free(type);
    }

    private void gather(int count, int root) {
        int[] mine = items(rank, root, count);
        int[] all = rank == root ? new int[2 * count * size] : null;
        MPI_Datatype type = spacedType();
        if (rank == root) {
            Arrays.fill(all, GAP);
        }
        MPI_Gather(mine, count, MPI_INT, all, count, type, root, comm);
        if (rank == root) {
            same("gather to " + root, spaced(concatenation(count, root, true)), all);
            int[] place = new int[count * size];
            System.arraycopy(mine, 0, place, rank * count, count);
            MPI_Gather(MPI_IN_PLACE, 0, MPI_INT, place, count, MPI_INT, root, comm);
            same("gather in place to " + root, concatenation(count, root, true), place);
        } else {
            MPI_Gather(mine, count, MPI_INT, null, 0, MPI_INT, root, comm);
        }
        MPI_Type_free(type);
    }

    /** What everybody has for {@code other}, or what {@code other} has for everybody. */
    private int[] concatenation(int count, int other, boolean to) {
        int[] all = new int[count * size];
        for (int r = 0; r < size; r++) {
            int[] piece = to ? items(r, other, count) : items(other, r, count);
            System.arraycopy(piece, 0, all, r * count, count);
        }
        return all;
    }

    private void scatter(int count, int root) {
        int[] all = rank == root ? concatenation(count, root, false) : null;
        int[] wide = spaced(new int[count]);
        MPI_Datatype type = spacedType();
        MPI_Scatter(all, count, MPI_INT, wide, count, type, root, comm);
        same("scatter from " + root, spaced(items(root, rank, count)), wide);
        int[] mine = new int[count];
        if (rank == root) {
            MPI_Scatter(all, count, MPI_INT, MPI_IN_PLACE, 0, MPI_INT, root, comm);
        } else {
            MPI_Scatter(null, 0, MPI_INT, mine, count, MPI_INT, root, comm);
            same("scatter in place from " + root, items(root, rank, count), mine);
        }
        MPI_Type_free(type);
    }

    private void allgather(int count) {
        int[] expected = concatenation(count, 0, true);
        int[] mine = items(rank, 0, count);
        attempt(
                () -> {
                    int[] all = new int[count * size];
                    MPI_Allgather(mine, count, MPI_INT, all, count, MPI_INT, comm);
                    same("allgather", expected, all);
                    int[] place = new int[count * size];
                    System.arraycopy(mine, 0, place, rank * count, count);
                    MPI_Allgather(MPI_IN_PLACE, 0, MPI_INT, place, count, MPI_INT, comm);
                    same("allgather in place", expected, place);
                });
        attempt(() -> allgatherv(count));
    }

    /** Rank r has r + 1 parts of the count, and stands in reverse order with gaps. */
    private void allgatherv(int count) {
        int[] counts = new int[size];
        int[] places = new int[size];
        int end = 0;
        for (int r = size - 1; r >= 0; r--) {
            counts[r] = (int) ((long) count * (r + 1) / size);
            places[r] = end;
            end += counts[r] + 1;
        }
        int[] expected = new int[end];
        Arrays.fill(expected, GAP);
        for (int r = 0; r < size; r++) {
            System.arraycopy(items(r, 0, counts[r]), 0, expected, places[r], counts[r]);
        }
        int[] all = new int[end];
        Arrays.fill(all, GAP);
        int[] mine = items(rank, 0, counts[rank]);
        MPI_Allgatherv(mine, counts[rank], MPI_INT, all, counts, places, MPI_INT, comm);
        same("allgatherv", expected, all);
    }

    private void alltoall(int count) {
        MPI_Datatype type = spacedType();
        attempt(
                () -> {
                    int[] all = new int[2 * count * size];
                    Arrays.fill(all, GAP);
                    int[] out = concatenation(count, rank, false);
                    MPI_Alltoall(out, count, MPI_INT, all, count, type, comm);
                    same("alltoall", spaced(concatenation(count, rank, true)), all);
                });
        MPI_Type_free(type);
        attempt(
                () -> {
                    int[] sends = new int[size];
                    int[] receives = new int[size];
                    int[] sendPlaces = new int[size];
                    int[] receivePlaces = new int[size];
                    for (int r = 0; r < size; r++) {
                        sends[r] = part(count, rank, r);
                        receives[r] = part(count, r, rank);
                        sendPlaces[r] = r * count;
                        receivePlaces[r] = r * count;
                    }
                    int[] out = concatenation(count, rank, false);
                    int[] in = new int[count * size];
                    int[] expected = new int[count * size];
                    for (int r = 0; r < size; r++) {
                        int[] piece = items(r, rank, receives[r]);
                        System.arraycopy(piece, 0, expected, r * count, receives[r]);
                    }
                    MPI_Alltoallv(
                            out,
                            sends,
                            sendPlaces,
                            MPI_INT,
                            in,
                            receives,
                            receivePlaces,
                            MPI_INT,
                            comm);
                    same("alltoallv", expected, in);
                });
    }

    private int part(int count, int from, int to) {
        return (from + 2 * to) % 3 == 0 ? 0 : (int) ((long) count * (from + 1) / size);
    }

    // ---- Reductions

    /** A reduction of {@code count} items of {@code type}, each {@code width} ints wide. */
    private record Reduction(String name, int count, boolean commutative) {
        static java.util.List<Reduction> all(int count) {
            return java.util.List.of(
                    new Reduction("sum", count, true),
                    new Reduction("affine", count, false),
                    new Reduction("bounds", count, true));
        }

        /** Ints of an item. */
        int width() {
            return name.equals("sum") ? 1 : 2;
        }

        MPI_Datatype type() {
            return switch (name) {
                case "sum" -> MPI_INT;
                case "affine" -> MPI_2INT;
                default -> {
                    MPI_Datatype[] pair = new MPI_Datatype[1];
                    MPI_Type_contiguous(2, MPI_INT, pair);
                    MPI_Type_commit(pair);
                    yield pair[0];
                }
            };
        }

        MPI_Op operation() {
            return name.equals("sum") ? MPI_SUM : MPI_Op_create(this::apply, commutative);
        }

        void apply(Object in, Object inout, int len, MPI_Datatype datatype) {
            combine((int[]) in, (int[]) inout, len);
        }

        /** inout = in op inout. */
        void combine(int[] in, int[] inout, int items) {
            for (int i = 0; i < items; i++) {
                switch (name) {
                    case "sum" -> inout[i] += in[i];
                    case "affine" -> {
                        // x -> a x + b: first the lower rank's map, then the higher one's.
                        int a = in[2 * i];
                        int b = in[2 * i + 1];
                        int c = inout[2 * i];
                        inout[2 * i] = a * c % MODULUS;
                        inout[2 * i + 1] = (c * b + inout[2 * i + 1]) % MODULUS;
                    }
                    default -> {
                        inout[2 * i] = Math.min(in[2 * i], inout[2 * i]);
                        inout[2 * i + 1] = Math.max(in[2 * i + 1], inout[2 * i + 1]);
                    }
                }
            }
        }

        void free(MPI_Op op, MPI_Datatype type) {
            if (op != MPI_SUM) {
                MPI_Op_free(op);
            }
            if (name.equals("bounds")) {
                MPI_Type_free(type);
            }
        }
    }

    private int[] operand(Reduction reduction, int from, int count) {
        return items(from, MPI.MPI_TAG_UB & 7, count * reduction.width());
    }

    /** Of ranks 0 to {@code last}. */
    private int[] expected(Reduction reduction, int last, int count) {
        int[] result = operand(reduction, last, count);
        for (int r = last - 1; r >= 0; r--) {
            reduction.combine(operand(reduction, r, count), result, count);
        }
        return result;
    }

    private void reduce(Reduction reduction, int root) {
        int count = reduction.count;
        MPI_Op op = reduction.operation();
        MPI_Datatype type = reduction.type();
        try {
            int[] mine = operand(reduction, rank, count);
            int[] result = rank == root ? new int[mine.length] : null;
            MPI_Reduce(mine, result, count, type, op, root, comm);
            same(reduction.name + " left alone", operand(reduction, rank, count), mine);
            if (rank == root) {
                same("reduce " + reduction.name, expected(reduction, size - 1, count), result);
                MPI_Reduce(MPI_IN_PLACE, mine, count, type, op, root, comm);
                same("reduce in place", expected(reduction, size - 1, count), mine);
            } else {
                MPI_Reduce(mine, null, count, type, op, root, comm);
            }
        } finally {
            reduction.free(op, type);
        }
    }

    private void allreduce(Reduction reduction) {
        int count = reduction.count;
        MPI_Op op = reduction.operation();
        MPI_Datatype type = reduction.type();
        try {
            int[] mine = operand(reduction, rank, count);
            int[] result = new int[mine.length];
            MPI_Allreduce(mine, result, count, type, op, comm);
            same("allreduce " + reduction.name, expected(reduction, size - 1, count), result);
            same(reduction.name + " left alone", operand(reduction, rank, count), mine);
            MPI_Allreduce(MPI_IN_PLACE, mine, count, type, op, comm);
            same("allreduce in place", expected(reduction, size - 1, count), mine);
        } finally {
            reduction.free(op, type);
        }
    }

    private void scan(Reduction reduction) {
        int count = reduction.count;
        MPI_Op op = reduction.operation();
        MPI_Datatype type = reduction.type();
        try {
            int[] mine = operand(reduction, rank, count);
            int[] result = new int[mine.length];
            MPI_Scan(mine, result, count, type, op, comm);
            same("scan " + reduction.name, expected(reduction, rank, count), result);
        } finally {
            reduction.free(op, type);
        }
    }

    private void reduceScatter(Reduction reduction) {
        int[] counts = new int[size];
        int total = 0;
        int before = 0;
        for (int r = 0; r < size; r++) {
            counts[r] = r % 3 == 1 ? 0 : reduction.count / (1 + r % 2);
            before += r < rank ? counts[r] : 0;
            total += counts[r];
        }
        MPI_Op op = reduction.operation();
        MPI_Datatype type = reduction.type();
        try {
            int[] mine = operand(reduction, rank, total);
            int[] result = new int[counts[rank] * reduction.width()];
            MPI_Reduce_scatter(mine, result, counts, type, op, comm);
            int[] all = expected(reduction, size - 1, total);
            int[] segment =
                    Arrays.copyOfRange(
                            all,
                            before * reduction.width(),
                            (before + counts[rank]) * reduction.width());
            same("reduce_scatter " + reduction.name, segment, result);
            same(reduction.name + " left alone", operand(reduction, rank, total), mine);
        } finally {
            reduction.free(op, type);
        }
    }
}
