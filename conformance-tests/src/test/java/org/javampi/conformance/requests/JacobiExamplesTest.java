package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * Jacobi's method, the classic of all chapters on point-to-point communication: the columns of a
 * grid are spread over the ranks, and the exchange of the columns at the seams is written in each
 * of the ways that MPI has (MPI-1.1 §3.4, §3.5, §3.7, §3.9 to §3.11). Each gives the very bits of
 * one process alone.
 */
class JacobiExamplesTest {
    /** Points of a column inside the frame, and columns of each rank. */
    private static final int POINTS = 30;

    private static final int WIDTH = 5;
    private static final int STEPS = 12;
    private static final int TAG = 3;

    /** How columns at the seams get to the neighbours. */
    private interface Exchange {
        /**
         * Columns 1 and WIDTH of {@code grid} go to the left and right; columns 0 and WIDTH + 1
         * come from there.
         */
        void run(double[] grid, int left, int right);
    }

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    private static int column(int j) {
        return j * (POINTS + 2);
    }

    /** Frame and inside of columns {@code first .. first+columns-1} of the whole grid. */
    private static double[] start(int first, int columns) {
        double[] grid = new double[column(columns)];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < POINTS + 2; i++) {
                grid[column(j) + i] = Math.sin(i + 0.3) * (first + j + 1);
            }
        }
        return grid;
    }

    private static void relax(double[] from, double[] to, int columns) {
        for (int j = 1; j <= columns; j++) {
            for (int i = 1; i <= POINTS; i++) {
                int here = column(j) + i;
                to[here] = 0.25 * (from[here - 1] + from[here + 1] + from[here - POINTS - 2] + from[here + POINTS + 2]);
            }
        }
    }

    /** What {@code columns} columns hold after all steps on one process. */
    private static double[] alone(int columns, boolean ring) {
        double[] a = start(0, columns + 2);
        for (int step = 0; step < STEPS; step++) {
            if (ring) {
                System.arraycopy(a, column(columns), a, column(0), POINTS + 2);
                System.arraycopy(a, column(1), a, column(columns + 1), POINTS + 2);
            }
            double[] b = a.clone();
            relax(a, b, columns);
            a = b;
        }
        return a;
    }

    private static void check(double[] mine, boolean ring) {
        double[] all = alone(WIDTH * size(), ring);
        int first = column(WIDTH * rank() + 1);
        assertArrayEquals(
                Arrays.copyOfRange(all, first, first + column(WIDTH)),
                Arrays.copyOfRange(mine, column(1), column(WIDTH + 1)));
    }

    private static void solve(int left, int right, boolean ring, Exchange exchange) {
        double[] a = start(WIDTH * rank(), WIDTH + 2);
        for (int step = 0; step < STEPS; step++) {
            exchange.run(a, left, right);
            double[] b = a.clone();
            relax(a, b, WIDTH);
            a = b;
        }
        check(a, ring);
    }

    private static void solveOnARow(Exchange exchange) {
        solve(
                rank() == 0 ? MPI_PROC_NULL : rank() - 1,
                rank() == size() - 1 ? MPI_PROC_NULL : rank() + 1,
                false,
                exchange);
    }

    private static void send(double[] grid, int j, int to) {
        MPI_Send(at(grid, column(j)), POINTS + 2, MPI_DOUBLE, to, TAG, MPI_COMM_WORLD);
    }

    private static void receive(double[] grid, int j, int from) {
        MPI_Recv(at(grid, column(j)), POINTS + 2, MPI_DOUBLE, from, TAG, MPI_COMM_WORLD);
    }

    /** Even ranks send first, odd ones receive first; ends of the row are asked for. */
    @Spmd({1, 2, 3, 5})
    @Rule({"P2P-026"})
    void shouldSolveWithSendsAndReceivesInASafeOrder() {
        solveOnARow((grid, left, right) -> {
            boolean hasLeft = left != MPI_PROC_NULL;
            boolean hasRight = right != MPI_PROC_NULL;
            if (rank() % 2 == 1) {
                send(grid, 1, left);
                receive(grid, 0, left);
                if (hasRight) {
                    send(grid, WIDTH, right);
                    receive(grid, WIDTH + 1, right);
                }
            } else {
                if (hasRight) {
                    receive(grid, WIDTH + 1, right);
                    send(grid, WIDTH, right);
                }
                if (hasLeft) {
                    receive(grid, 0, left);
                    send(grid, 1, left);
                }
            }
        });
    }

    /** All send first, which relies on the system's buffering of these short columns. */
    @Spmd({2, 3})
    @Rule({"P2P-028"})
    void shouldSolveWhenAllSendFirst() {
        solveOnARow((grid, left, right) -> {
            send(grid, 1, left);
            send(grid, WIDTH, right);
            receive(grid, 0, left);
            receive(grid, WIDTH + 1, right);
        });
    }

    /** The row closed to a ring, shifted to the right and to the left. */
    @Spmd({1, 2, 3, 5})
    @Rule({"SR-001", "SR-005"})
    void shouldSolveOnARingWithSendrecv() {
        solve((rank() + size() - 1) % size(), (rank() + 1) % size(), true, JacobiExamplesTest::shift);
    }

    /** The same on a row with null processes at its ends: no question is asked. */
    @Spmd({1, 2, 3, 5})
    @Rule({"SR-011", "SR-010", "SR-009"})
    void shouldSolveWithSendrecvAndNullProcesses() {
        solveOnARow(JacobiExamplesTest::shift);
    }

    private static void shift(double[] grid, int left, int right) {
        int count = POINTS + 2;
        MPI_Sendrecv(
                at(grid, column(WIDTH)),
                count,
                MPI_DOUBLE,
                right,
                TAG,
                at(grid, column(0)),
                count,
                MPI_DOUBLE,
                left,
                TAG,
                MPI_COMM_WORLD,
                MPI_STATUS_IGNORE);
        MPI_Sendrecv(
                at(grid, column(1)),
                count,
                MPI_DOUBLE,
                left,
                TAG,
                at(grid, column(WIDTH + 1)),
                count,
                MPI_DOUBLE,
                right,
                TAG,
                MPI_COMM_WORLD,
                MPI_STATUS_IGNORE);
    }

    /** Buffered sends, with space for one step. */
    @Spmd({2, 3})
    @Rule({"BUF-002", "BUF-003", "BUF-007", "BUF-015"})
    void shouldSolveWithBufferedSends() {
        int one = MPI_Pack_size(POINTS + 2, MPI_DOUBLE, MPI_COMM_WORLD) + MPI_BSEND_OVERHEAD;
        // A column of the step before may still be under way: twice the space of one step.
        byte[] space = new byte[4 * one];
        MPI_Buffer_attach(space, space.length);
        solveOnARow((grid, left, right) -> {
            int count = POINTS + 2;
            MPI_Bsend(at(grid, column(1)), count, MPI_DOUBLE, left, TAG, MPI_COMM_WORLD);
            MPI_Bsend(at(grid, column(WIDTH)), count, MPI_DOUBLE, right, TAG, MPI_COMM_WORLD);
            receive(grid, 0, left);
            receive(grid, WIDTH + 1, right);
        });
        MPI_Buffer_detach();
    }

    /** Two sends and two receives are started; the inside is computed before they are awaited. */
    @Spmd({1, 2, 3, 5})
    @Rule({"NB-001", "NB-011", "MUL-009", "MUL-025"})
    void shouldSolveWithCommunicationBehindComputation() {
        int left = rank() == 0 ? MPI_PROC_NULL : rank() - 1;
        int right = rank() == size() - 1 ? MPI_PROC_NULL : rank() + 1;
        double[] a = start(WIDTH * rank(), WIDTH + 2);
        double[] b = a.clone();
        MPI_Request[] req = new MPI_Request[4];
        MPI_Status[] statuses = new MPI_Status[4];
        Arrays.setAll(statuses, i -> new MPI_Status());
        int count = POINTS + 2;
        for (int step = 0; step < STEPS; step++) {
            req[0] = MPI_Isend(at(a, column(1)), count, MPI_DOUBLE, left, TAG, MPI_COMM_WORLD);
            req[1] = MPI_Isend(at(a, column(WIDTH)), count, MPI_DOUBLE, right, TAG, MPI_COMM_WORLD);
            req[2] = MPI_Irecv(at(a, column(0)), count, MPI_DOUBLE, left, TAG, MPI_COMM_WORLD);
            req[3] = MPI_Irecv(at(a, column(WIDTH + 1)), count, MPI_DOUBLE, right, TAG, MPI_COMM_WORLD);
            relaxColumns(a, b, 2, WIDTH - 1);
            MPI_Waitall(4, req, statuses);
            assertEquals(left, statuses[2].MPI_SOURCE);
            assertEquals(right, statuses[3].MPI_SOURCE);
            relaxColumns(a, b, 1, 1);
            relaxColumns(a, b, WIDTH, WIDTH);
            double[] old = a;
            a = b;
            b = old;
        }
        check(a, false);
    }

    private static void relaxColumns(double[] from, double[] to, int first, int last) {
        double[] part = to.clone();
        relax(from, part, last);
        System.arraycopy(part, column(first), to, column(first), column(last - first + 1));
    }

    /** The four transfers of every step are set up once; two grids, two sets of requests. */
    @Spmd({1, 2, 3, 5})
    @Rule({"PER-002", "PER-004", "PER-005", "PER-012"})
    void shouldSolveWithPersistentRequests() {
        int left = rank() == 0 ? MPI_PROC_NULL : rank() - 1;
        int right = rank() == size() - 1 ? MPI_PROC_NULL : rank() + 1;
        double[][] grids = {start(WIDTH * rank(), WIDTH + 2), start(WIDTH * rank(), WIDTH + 2)};
        MPI_Request[][] requests = {transfers(grids[0], left, right), transfers(grids[1], left, right)};
        for (int step = 0; step < STEPS; step++) {
            MPI_Startall(4, requests[step % 2]);
            relaxColumns(grids[step % 2], grids[1 - step % 2], 2, WIDTH - 1);
            MPI_Waitall(4, requests[step % 2], MPI_STATUSES_IGNORE);
            relaxColumns(grids[step % 2], grids[1 - step % 2], 1, 1);
            relaxColumns(grids[step % 2], grids[1 - step % 2], WIDTH, WIDTH);
        }
        check(grids[STEPS % 2], false);
        for (MPI_Request[] list : requests) {
            for (int i = 0; i < 4; i++) {
                MPI_Request_free(list[i]);
            }
        }
    }

    private static MPI_Request[] transfers(double[] grid, int left, int right) {
        int count = POINTS + 2;
        return new MPI_Request[] {
            MPI_Send_init(at(grid, column(1)), count, MPI_DOUBLE, left, TAG, MPI_COMM_WORLD),
            MPI_Send_init(at(grid, column(WIDTH)), count, MPI_DOUBLE, right, TAG, MPI_COMM_WORLD),
            MPI_Recv_init(at(grid, column(0)), count, MPI_DOUBLE, left, TAG, MPI_COMM_WORLD),
            MPI_Recv_init(at(grid, column(WIDTH + 1)), count, MPI_DOUBLE, right, TAG, MPI_COMM_WORLD)
        };
    }

    /** Columns that are not contiguous: one point of each of POINTS + 2 rows, as a vector type. */
    @Spmd({1, 2, 3})
    @Rule({"DDT-009", "DDT-029", "DDT-035", "SR-002"})
    void shouldExchangeColumnsOfARowMajorGrid() {
        int row = WIDTH + 2;
        MPI_Datatype column = MPI_Type_vector(POINTS + 2, 1, row, MPI_DOUBLE);
        MPI_Type_commit(column);
        solveOnARow((grid, left, right) -> {
            double[] rows = new double[grid.length];
            for (int k = 0; k < grid.length; k++) {
                rows[k % (POINTS + 2) * row + k / (POINTS + 2)] = grid[k];
            }
            MPI_Sendrecv(at(rows, WIDTH), 1, column, right, TAG, rows, 1, column, left, TAG, MPI_COMM_WORLD);
            MPI_Sendrecv(at(rows, 1), 1, column, left, TAG, at(rows, WIDTH + 1), 1, column, right, TAG, MPI_COMM_WORLD);
            for (int k = 0; k < grid.length; k++) {
                grid[k] = rows[k % (POINTS + 2) * row + k / (POINTS + 2)];
            }
        });
        MPI_Type_free(column);
    }
}
