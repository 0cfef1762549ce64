package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** MPI_IN_PLACE, an extension: where MPI-2 has it (MPI-2.0 §7.3.2). */
class InPlaceTest {
    private static final int COUNT = 700;

    /** Everybody's row in place {@code r}, only the own one filled. */
    private static int[] own() {
        int[] all = new int[size() * COUNT];
        System.arraycopy(row(rank(), 1, COUNT), 0, all, rank() * COUNT, COUNT);
        return all;
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"COL-029"})
    void shouldGatherWithTheRootsBlockInPlace() {
        int[] counts = filled(size(), COUNT);
        int[] places = new int[size()];
        Arrays.setAll(places, r -> r * COUNT);
        for (int root = 0; root < size(); root++) {
            boolean here = rank() == root;
            int[] all = own();
            Object mine = here ? MPI_IN_PLACE : row(rank(), 1, COUNT);
            MPI_Gather(mine, COUNT, MPI_INT, all, COUNT, MPI_INT, root, MPI_COMM_WORLD);
            assertArrayEquals(here ? rows(size(), 1, COUNT) : own(), all);
            all = own();
            MPI_Gatherv(mine, COUNT, MPI_INT, all, counts, places, MPI_INT, root, MPI_COMM_WORLD);
            assertArrayEquals(here ? rows(size(), 1, COUNT) : own(), all);
        }
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"COL-029"})
    void shouldScatterWithTheRootsBlockInPlace() {
        int[] counts = filled(size(), COUNT);
        int[] places = new int[size()];
        Arrays.setAll(places, r -> r * COUNT);
        int[] all = rows(size(), 1, COUNT);
        for (int root = 0; root < size(); root++) {
            boolean here = rank() == root;
            int[] piece = new int[COUNT];
            Object target = here ? MPI_IN_PLACE : piece;
            MPI_Scatter(all, COUNT, MPI_INT, target, COUNT, MPI_INT, root, MPI_COMM_WORLD);
            assertArrayEquals(here ? new int[COUNT] : row(rank(), 1, COUNT), piece);
            Arrays.fill(piece, 0);
            MPI_Scatterv(all, counts, places, MPI_INT, target, COUNT, MPI_INT, root, MPI_COMM_WORLD);
            assertArrayEquals(here ? new int[COUNT] : row(rank(), 1, COUNT), piece);
            assertArrayEquals(rows(size(), 1, COUNT), all);
        }
    }

    /** Count and type of what is not sent are not looked at. */
    @Spmd({1, 2, 3, 5})
    @Rule({"COL-029"})
    void shouldAllgatherInPlace() {
        int[] counts = filled(size(), COUNT);
        int[] places = new int[size()];
        Arrays.setAll(places, r -> r * COUNT);
        int[] all = own();
        MPI_Allgather(MPI_IN_PLACE, -1, MPI_DATATYPE_NULL, all, COUNT, MPI_INT, MPI_COMM_WORLD);
        assertArrayEquals(rows(size(), 1, COUNT), all);
        all = own();
        MPI_Allgatherv(MPI_IN_PLACE, -1, MPI_DATATYPE_NULL, all, counts, places, MPI_INT, MPI_COMM_WORLD);
        assertArrayEquals(rows(size(), 1, COUNT), all);
    }

    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"COL-029"})
    void shouldReduceInPlaceInRankOrder() {
        MPI_Op affine = Affine.operation();
        for (int count : new int[] {1, COUNT, 30_000}) {
            long[] mine = Affine.of(rank(), count);
            long[] total = Affine.total(size(), count);
            for (int root = 0; root < size(); root++) {
                boolean here = rank() == root;
                long[] data = mine.clone();
                if (here) {
                    Affine.withType(t -> MPI_Reduce(MPI_IN_PLACE, data, count, t, affine, rank(), MPI_COMM_WORLD));
                } else {
                    int to = root;
                    Affine.withType(t -> MPI_Reduce(data, null, count, t, affine, to, MPI_COMM_WORLD));
                }
                assertArrayEquals(here ? total : mine, data);
            }
            long[] all = mine.clone();
            Affine.withType(t -> MPI_Allreduce(MPI_IN_PLACE, all, count, t, affine, MPI_COMM_WORLD));
            assertArrayEquals(total, all);
            long[] scanned = mine.clone();
            Affine.withType(t -> MPI_Scan(MPI_IN_PLACE, scanned, count, t, affine, MPI_COMM_WORLD));
            assertArrayEquals(Affine.total(rank() + 1, count), scanned);
        }
        MPI_Op_free(affine);
    }

    /** The segment comes to the start of the operand. */
    @Spmd({1, 2, 3, 4, 5})
    @Rule({"COL-029"})
    void shouldReduceAndScatterInPlace() {
        MPI_Op affine = Affine.operation();
        int[] segments = new int[size()];
        Arrays.setAll(segments, r -> 10 + 3 * r);
        int count = Arrays.stream(segments).sum();
        int first = Arrays.stream(segments, 0, rank()).sum();
        long[] data = Affine.of(rank(), count);
        Affine.withType(t -> MPI_Reduce_scatter(MPI_IN_PLACE, data, segments, t, affine, MPI_COMM_WORLD));
        assertArrayEquals(
                Arrays.copyOfRange(Affine.total(size(), count), 2 * first, 2 * (first + segments[rank()])),
                Arrays.copyOf(data, 2 * segments[rank()]));
        MPI_Op_free(affine);
    }

    @Spmd({2, 3})
    @Rule({"COL-029"})
    void shouldRefuseInPlaceWhereItHasNoMeaning() {
        int[] data = {rank()};
        int[] all = new int[size()];
        int root = size() - 1;
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Bcast(MPI_IN_PLACE, 1, MPI_INT, root, MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Alltoall(all, 1, MPI_INT, MPI_IN_PLACE, 1, MPI_INT, MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Allreduce(data, MPI_IN_PLACE, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD));
        if (rank() != root) {
            Errors.expect(
                    MPI_ERR_BUFFER, () -> MPI_Reduce(MPI_IN_PLACE, data, 1, MPI_INT, MPI_SUM, root, MPI_COMM_WORLD));
            Errors.expect(
                    MPI_ERR_BUFFER, () -> MPI_Gather(MPI_IN_PLACE, 1, MPI_INT, all, 1, MPI_INT, root, MPI_COMM_WORLD));
        }
        Everything.check(MPI_COMM_WORLD, 2, root);
    }
}
