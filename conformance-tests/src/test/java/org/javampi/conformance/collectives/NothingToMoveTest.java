package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Collectives of no items, and arguments that count at the root only (MPI-1.1 chapter 4). */
class NothingToMoveTest {
    private static final int UNTOUCHED = -6;

    @Spmd({1, 2, 3, 5})
    @Rule({"COL-013"})
    void shouldMoveNothingWhenCountsAreZero() {
        int[] in = filled(8, UNTOUCHED);
        int[] out = filled(8, 4);
        int[] none = new int[size()];
        int root = size() - 1;
        MPI_Bcast(rank() == root ? out : in, 0, MPI_INT, root, MPI_COMM_WORLD);
        MPI_Gather(out, 0, MPI_INT, in, 0, MPI_INT, root, MPI_COMM_WORLD);
        MPI_Gatherv(out, 0, MPI_INT, in, none, none, MPI_INT, root, MPI_COMM_WORLD);
        MPI_Scatter(out, 0, MPI_INT, in, 0, MPI_INT, root, MPI_COMM_WORLD);
        MPI_Scatterv(out, none, none, MPI_INT, in, 0, MPI_INT, root, MPI_COMM_WORLD);
        MPI_Allgather(out, 0, MPI_INT, in, 0, MPI_INT, MPI_COMM_WORLD);
        MPI_Allgatherv(out, 0, MPI_INT, in, none, none, MPI_INT, MPI_COMM_WORLD);
        MPI_Alltoall(out, 0, MPI_INT, in, 0, MPI_INT, MPI_COMM_WORLD);
        MPI_Alltoallv(out, none, none, MPI_INT, in, none, none, MPI_INT, MPI_COMM_WORLD);
        assertArrayEquals(filled(8, UNTOUCHED), in);
        assertArrayEquals(filled(8, 4), out);
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"COL-013"})
    void shouldTakeNullBuffersWhenCountsAreZero() {
        int[] none = new int[size()];
        MPI_Bcast(null, 0, MPI_INT, 0, MPI_COMM_WORLD);
        MPI_Gather(null, 0, MPI_INT, null, 0, MPI_INT, 0, MPI_COMM_WORLD);
        MPI_Scatter(null, 0, MPI_INT, null, 0, MPI_INT, 0, MPI_COMM_WORLD);
        MPI_Allgather(null, 0, MPI_INT, null, 0, MPI_INT, MPI_COMM_WORLD);
        MPI_Allgatherv(null, 0, MPI_INT, null, none, none, MPI_INT, MPI_COMM_WORLD);
        MPI_Alltoall(null, 0, MPI_INT, null, 0, MPI_INT, MPI_COMM_WORLD);
        MPI_Alltoallv(null, none, none, MPI_INT, null, none, none, MPI_INT, MPI_COMM_WORLD);
        MPI_Reduce(null, null, 0, MPI_INT, MPI_SUM, 0, MPI_COMM_WORLD);
        MPI_Allreduce(null, null, 0, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        MPI_Reduce_scatter(null, null, none, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        MPI_Scan(null, null, 0, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"COL-013", "RED-027"})
    void shouldLeaveResultsAloneWhenNothingIsReduced() {
        int[] in = filled(4, UNTOUCHED);
        int[] out = filled(4, 4);
        MPI_Op noCall = MPI_Op_create(
                (a, b, len, type) -> {
                    throw new IllegalStateException("called for " + len + " items");
                },
                false);
        for (MPI_Op op : new MPI_Op[] {MPI_SUM, noCall}) {
            MPI_Reduce(out, in, 0, MPI_INT, op, size() - 1, MPI_COMM_WORLD);
            MPI_Allreduce(out, in, 0, MPI_INT, op, MPI_COMM_WORLD);
            MPI_Reduce_scatter(out, in, new int[size()], MPI_INT, op, MPI_COMM_WORLD);
            MPI_Scan(out, in, 0, MPI_INT, op, MPI_COMM_WORLD);
        }
        MPI_Op_free(noCall);
        assertArrayEquals(filled(4, UNTOUCHED), in);
    }

    @Spmd({2, 3, 4})
    @Rule({"COL-019", "GEN-014", "RED-005"})
    void shouldNotLookAtArgumentsThatCountAtTheRootOnly() {
        for (int root = 0; root < size(); root++) {
            boolean here = rank() == root;
            Object all = here ? new int[size()] : "no buffer";
            int[] mine = {rank() + 1};
            int[] ones = here ? filled(size(), 1) : new int[] {-1};
            int[] places = here ? row(0, 0, size()) : null;
            int count = here ? 1 : -1;
            MPI_Datatype type = here ? MPI_INT : MPI_DATATYPE_NULL;
            MPI_Gather(mine, 1, MPI_INT, all, count, type, root, MPI_COMM_WORLD);
            check(all, here);
            MPI_Gatherv(mine, 1, MPI_INT, all, ones, places, type, root, MPI_COMM_WORLD);
            check(all, here);
            int[] piece = new int[1];
            MPI_Scatter(all, count, type, piece, 1, MPI_INT, root, MPI_COMM_WORLD);
            assertArrayEquals(mine, piece);
            piece[0] = 0;
            MPI_Scatterv(all, ones, places, type, piece, 1, MPI_INT, root, MPI_COMM_WORLD);
            assertArrayEquals(mine, piece);
            int[] sum = filled(1, UNTOUCHED);
            MPI_Reduce(mine, here ? sum : "no buffer", 1, MPI_INT, MPI_SUM, root, MPI_COMM_WORLD);
            assertArrayEquals(filled(1, here ? size() * (size() + 1) / 2 : UNTOUCHED), sum);
        }
    }

    private static void check(Object all, boolean here) {
        if (here) {
            int[] expected = new int[size()];
            Arrays.setAll(expected, r -> r + 1);
            assertArrayEquals(expected, (int[]) all);
        }
    }
}
