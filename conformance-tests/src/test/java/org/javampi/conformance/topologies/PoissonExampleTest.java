package org.javampi.conformance.topologies;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * The application of chapter 6 (MPI-1.1 §6.6, figures 6.1 and 6.2): a Poisson equation on a square,
 * spread in two dimensions. Each process gets the very bits of one process alone, after as many
 * steps.
 */
class PoissonExampleTest {
    /** Inner points of each direction; divisible by every number of processes used. */
    private static final int N = 12;

    private static final double ENOUGH = 1e-3;

    /** A part of the square with a frame of one point: the inner points, and where they begin. */
    private static final class Part {
        final int rows;
        final int columns;
        final int firstRow;
        final int firstColumn;
        final int width;
        double[] u;

        Part(int rows, int columns, int firstRow, int firstColumn, boolean periodic) {
            this.rows = rows;
            this.columns = columns;
            this.firstRow = firstRow;
            this.firstColumn = firstColumn;
            width = columns + 2;
            u = new double[(rows + 2) * width];
            for (int i = 0; i < rows + 2 && !periodic; i++) {
                for (int j = 0; j < width; j++) {
                    u[place(i, j)] = frame(firstRow + i, firstColumn + j);
                }
            }
        }

        int place(int i, int j) {
            return i * width + j;
        }

        /** One step; the largest change. */
        double relax() {
            double[] next = u.clone();
            double change = 0;
            for (int i = 1; i <= rows; i++) {
                for (int j = 1; j <= columns; j++) {
                    int k = place(i, j);
                    next[k] = 0.25 * (u[k - 1] + u[k + 1] + u[k - width] + u[k + width])
                            - source(firstRow + i, firstColumn + j);
                    change = Math.max(change, Math.abs(next[k] - u[k]));
                }
            }
            u = next;
            return change;
        }
    }

    private static double frame(int i, int j) {
        boolean edge = i == 0 || j == 0 || i == N + 1 || j == N + 1;
        return edge ? Math.cos(i * 0.7) + j * 0.1 : 0;
    }

    private static double source(int i, int j) {
        return i == 3 && j == 5 ? 0.2 : i == 9 && j == 10 ? -0.2 : 0;
    }

    private static Part alone(int steps, boolean periodic) {
        Part all = new Part(N, N, 0, 0, periodic);
        for (int step = 0; step < steps; step++) {
            for (int k = 1; k <= N && periodic; k++) {
                all.u[all.place(0, k)] = all.u[all.place(N, k)];
                all.u[all.place(N + 1, k)] = all.u[all.place(1, k)];
                all.u[all.place(k, 0)] = all.u[all.place(k, N)];
                all.u[all.place(k, N + 1)] = all.u[all.place(k, 1)];
            }
            all.relax();
        }
        return all;
    }

    /** Exchanges the frame of {@code part} with the four neighbours, by four sends and receives. */
    private static void exchange(MPI_Comm comm, Part part, MPI_Datatype row, MPI_Datatype column) {
        int[] up = new int[1];
        int[] down = new int[1];
        int[] left = new int[1];
        int[] right = new int[1];
        MPI_Cart_shift(comm, 0, 1, up, down);
        MPI_Cart_shift(comm, 1, 1, left, right);
        int last = part.rows;
        int end = part.columns;
        double[] u = part.u;
        MPI_Request[] requests = {
            MPI_Irecv(at(u, part.place(0, 1)), 1, row, up[0], 0, comm),
            MPI_Irecv(at(u, part.place(last + 1, 1)), 1, row, down[0], 1, comm),
            MPI_Irecv(at(u, part.place(1, 0)), 1, column, left[0], 2, comm),
            MPI_Irecv(at(u, part.place(1, end + 1)), 1, column, right[0], 3, comm),
            MPI_Isend(at(u, part.place(last, 1)), 1, row, down[0], 0, comm),
            MPI_Isend(at(u, part.place(1, 1)), 1, row, up[0], 1, comm),
            MPI_Isend(at(u, part.place(1, end)), 1, column, right[0], 2, comm),
            MPI_Isend(at(u, part.place(1, 1)), 1, column, left[0], 3, comm)
        };
        MPI_Waitall(requests.length, requests, MPI_STATUSES_IGNORE);
    }

    private static void solve(boolean periodic, int most) {
        int[] dims = {0, 0};
        MPI_Dims_create(MPI_Comm_size(MPI_COMM_WORLD), 2, dims);
        MPI_Comm comm = MPI_Cart_create(MPI_COMM_WORLD, 2, dims, new boolean[] {periodic, periodic}, true);
        int[] coords = MPI_Cart_coords(comm, MPI_Comm_rank(comm), 2);
        int rows = N / dims[0];
        int columns = N / dims[1];
        Part part = new Part(rows, columns, coords[0] * rows, coords[1] * columns, periodic);
        MPI_Datatype row = MPI_Type_contiguous(columns, MPI_DOUBLE);
        MPI_Datatype column = MPI_Type_vector(rows, 1, part.width, MPI_DOUBLE);
        MPI_Type_commit(row);
        MPI_Type_commit(column);
        double[] change = {1};
        int steps = 0;
        while (change[0] > ENOUGH && steps < most) {
            exchange(comm, part, row, column);
            double[] mine = {part.relax()};
            MPI_Allreduce(mine, change, 1, MPI_DOUBLE, MPI_MAX, comm);
            steps++;
        }
        Part all = alone(steps, periodic);
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                assertEquals(all.u[all.place(part.firstRow + i, part.firstColumn + j)], part.u[part.place(i, j)]);
            }
        }
        assertEquals(periodic, steps == most);
        MPI_Type_free(row);
        MPI_Type_free(column);
        MPI_Comm_free(comm);
    }

    /** A frame that is fixed: the edges of the grid of processes have null neighbours. */
    @Spmd({1, 2, 4, 6})
    @Rule({"TOP-015", "TOP-016", "TOP-001", "DDT-009"})
    void shouldSolveInsideAFrame() {
        solve(false, 1000);
    }

    /** As in the figures, periodic in both dimensions; ended before it settles. */
    @Spmd({1, 2, 4, 6})
    @Rule({"TOP-015", "TOP-017", "SR-005"})
    void shouldSolveOnATorus() {
        solve(true, 20);
    }
}
