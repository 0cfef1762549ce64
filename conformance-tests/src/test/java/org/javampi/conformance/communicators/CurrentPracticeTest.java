package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Group;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The motivating examples of MPI-1.1 §5.5.1 to §5.5.4: current practice with communicators. */
class CurrentPracticeTest {
    private static final int TAG = 12;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    /** Example #1: each even process sends to the next one, where there is one. */
    @Spmd({1, 2, 3, 5})
    @Rule({"COM-001", "P2P-040"})
    void shouldSendFromEvenToOdd() {
        int[] data = {100 + rank()};
        if (rank() % 2 == 0) {
            if (rank() + 1 < size()) {
                MPI_Send(data, 1, MPI_INT, rank() + 1, 0, MPI_COMM_WORLD);
            }
        } else {
            MPI_Status status = MPI_Recv(data, 1, MPI_INT, rank() - 1, 0, MPI_COMM_WORLD);
            assertEquals(rank() - 1, status.MPI_SOURCE);
            assertEquals(100 + rank() - 1, data[0]);
        }
    }

    /** Example #2: one has the input, all get it, all contribute to a result. */
    @Spmd({1, 2, 3, 5})
    @Rule({"COL-014", "COL-008"})
    void shouldIntegrateWithABroadcastAndAReduction() {
        int[] steps = {rank() == 0 ? 1000 : 0};
        MPI_Bcast(steps, 1, MPI_INT, 0, MPI_COMM_WORLD);
        double[] mine = new double[1];
        for (int i = rank(); i < steps[0]; i += size()) {
            double x = (i + 0.5) / steps[0];
            mine[0] += 4 / (1 + x * x) / steps[0];
        }
        double[] pi = new double[1];
        MPI_Reduce(mine, pi, 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        assertEquals(rank() == 0 ? Math.PI : 0, pi[0], 1e-6);
    }

    /** Example #3: all but process 0 compute in a communicator of their own; then all reduce. */
    @Spmd({2, 3, 5})
    @Rule({"COM-005", "GRP-008", "COM-010", "GRP-017"})
    void shouldComputeInASubgroupAndThenTogether() {
        int[] ranks = {0};
        int[] sendBuf = {rank()};
        int[] recvBuf = {-1};
        int[] sendBuf2 = {1 << rank()};
        int[] recvBuf2 = {-1};
        MPI_Group worldGroup = MPI_Comm_group(MPI_COMM_WORLD);
        MPI_Group grprem = MPI_Group_excl(worldGroup, 1, ranks);
        MPI_Comm commslave = MPI_Comm_create(MPI_COMM_WORLD, grprem);
        if (rank() != 0) {
            assertEquals(rank() - 1, MPI_Comm_rank(commslave));
            MPI_Reduce(sendBuf, recvBuf, 1, MPI_INT, MPI_SUM, size() - 2, commslave);
            assertEquals(rank() == size() - 1 ? size() * (size() - 1) / 2 : -1, recvBuf[0]);
        } else {
            assertSame(MPI_COMM_NULL, commslave);
        }
        // zero falls through at once to this, the others when they are done
        MPI_Reduce(sendBuf2, recvBuf2, 1, MPI_INT, MPI_SUM, 0, MPI_COMM_WORLD);
        assertEquals(rank() == 0 ? (1 << size()) - 1 : -1, recvBuf2[0]);
        if (commslave != MPI_COMM_NULL) {
            MPI_Comm_free(commslave);
        }
        MPI_Group_free(worldGroup);
        MPI_Group_free(grprem);
    }

    /** Example #4: wildcard receives in a subgroup while collectives run in the whole. */
    @Spmd({3, 5})
    @Rule({"P2P-010", "COL-011", "GRP-007"})
    void shouldKeepPointToPointInASubgroupApartFromCollectives() {
        int members = (size() + 1) / 2;
        int[] ranks = new int[members];
        Arrays.setAll(ranks, i -> 2 * i);
        MPI_Group worldGroup = MPI_Comm_group(MPI_COMM_WORLD);
        MPI_Group subgroup = MPI_Group_incl(worldGroup, members, ranks);
        int me = MPI_Group_rank(subgroup);
        MPI_Comm theComm = MPI_Comm_create(MPI_COMM_WORLD, subgroup);
        int[] in = {-1};
        int[] out = {500 + me};
        MPI_Request[] requests = {MPI_REQUEST_NULL, MPI_REQUEST_NULL};
        if (me != MPI_UNDEFINED) {
            requests[0] = MPI_Irecv(in, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, theComm);
            requests[1] = MPI_Isend(out, 1, MPI_INT, (me + 1) % members, TAG, theComm);
        }
        for (int i = 0; i < 10; i++) {
            int[] sum = new int[1];
            MPI_Allreduce(new int[] {i + rank()}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
            assertEquals(size() * i + size() * (size() - 1) / 2, sum[0]);
        }
        MPI_Status[] statuses = MPI_Waitall(2, requests);
        if (me != MPI_UNDEFINED) {
            int left = (me + members - 1) % members;
            assertEquals(left, statuses[0].MPI_SOURCE);
            assertEquals(500 + left, in[0]);
            MPI_Comm_free(theComm);
        } else {
            assertSame(MPI_COMM_NULL, theComm);
        }
        MPI_Group_free(worldGroup);
        MPI_Group_free(subgroup);
    }

    /** A ring of pairs, each process in two of them: results travel from pair to pair. */
    @Spmd({3, 5})
    @Rule({"COM-019", "COM-008", "COM-011"})
    void shouldPassAResultAroundARingOfPairs() {
        MPI_Comm[] pairs = new MPI_Comm[size()];
        for (int i = 0; i < size(); i++) {
            boolean inside = rank() == i || rank() == (i + 1) % size();
            pairs[i] = MPI_Comm_split(MPI_COMM_WORLD, inside ? 0 : MPI_UNDEFINED, rank() == i ? 0 : 1);
        }
        int[] value = {rank() == 0 ? 1 : 0};
        for (int i = 0; i < size(); i++) {
            if (pairs[i] != MPI_COMM_NULL) {
                assertEquals(2, MPI_Comm_size(pairs[i]));
                MPI_Bcast(value, 1, MPI_INT, 0, pairs[i]);
                if (MPI_Comm_rank(pairs[i]) == 1) {
                    value[0] = 3 * value[0] + rank();
                }
            }
        }
        int expected = 1;
        for (int r = 1; r < size(); r++) {
            expected = 3 * expected + r;
            if (r == rank()) {
                assertEquals(expected, value[0]);
            }
        }
        if (rank() == 0) {
            assertEquals(3 * expected, value[0]);
        }
        for (MPI_Comm pair : pairs) {
            if (pair != MPI_COMM_NULL) {
                MPI_Comm_free(pair);
            }
        }
    }

    /** Rows and columns of processes, of unequal length: sums along both. */
    @Spmd({5, 6})
    @Rule({"COM-008", "COM-009"})
    void shouldSumAlongIrregularRowsAndColumns() {
        int width = 2;
        int row = rank() / width;
        int column = rank() % width;
        MPI_Comm rows = MPI_Comm_split(MPI_COMM_WORLD, row, rank());
        MPI_Comm columns = MPI_Comm_split(MPI_COMM_WORLD, column, -rank());
        int[] alongRow = new int[1];
        int[] alongColumn = new int[1];
        MPI_Allreduce(new int[] {rank()}, alongRow, 1, MPI_INT, MPI_SUM, rows);
        MPI_Allreduce(alongRow, alongColumn, 1, MPI_INT, MPI_SUM, columns);
        int expectedRow = 0;
        int expected = 0;
        for (int r = 0; r < size(); r++) {
            expectedRow += r / width == row ? r : 0;
            for (int s = 0; s < size(); s++) {
                expected += r % width == column && s / width == r / width ? s : 0;
            }
        }
        assertEquals(expectedRow, alongRow[0]);
        assertEquals(expected, alongColumn[0]);
        int[] order = new int[MPI_Comm_size(columns)];
        MPI_Allgather(new int[] {rank()}, 1, MPI_INT, order, 1, MPI_INT, columns);
        int[] descending = new int[order.length];
        Arrays.setAll(descending, i -> column + width * (order.length - 1 - i));
        assertArrayEquals(descending, order);
        MPI_Comm_free(rows);
        MPI_Comm_free(columns);
    }
}
