import static org.javampi.MPI.*;

import org.javampi.*;

/**
 * Jacobi's iteration on a grid of ranks, as chapter 4 of Using MPI has it: MPI_Dims_create lays the grid out, halo rows are
 * contiguous, halo columns a vector type, and persistent neighbourhood collectives exchange all four.
 * {@code ./javampirun -np 4 examples/books/Jacobi.java}
 */
public final class Jacobi {
    private static final int SIDE = 48;
    private static final int STEPS = 200;

    public static void main(String[] args) {
        MPI_Init(args);
        int[] dims = new int[2];
        MPI_Dims_create(MPI_Comm_size(MPI_COMM_WORLD), 2, dims);
        MPI_Comm grid = MPI_Cart_create(MPI_COMM_WORLD, 2, dims, new boolean[2], true);
        int rank = MPI_Comm_rank(grid);
        int[] at = new int[2];
        MPI_Cart_coords(grid, rank, 2, at);
        int rows = SIDE * (at[0] + 1) / dims[0] - SIDE * at[0] / dims[0];
        int columns = SIDE * (at[1] + 1) / dims[1] - SIDE * at[1] / dims[1];
        int width = columns + 2;
        double[][] u = new double[2][(rows + 2) * width];
        // The upper edge of the whole square is warm.
        for (int i = 0; at[0] == 0 && i < width; i++) {
            u[0][i] = 1;
            u[1][i] = 1;
        }
        MPI_Datatype column = MPI_Type_vector(rows, 1, width, MPI_DOUBLE);
        MPI_Datatype row = MPI_Type_contiguous(columns, MPI_DOUBLE);
        MPI_Type_commit(column);
        MPI_Type_commit(row);
        MPI_Request[] exchanges = {
            exchange(u[0], rows, width, row, column, grid), exchange(u[1], rows, width, row, column, grid)
        };
        for (int step = 0; step < STEPS; step++) {
            double[] from = u[step % 2];
            double[] to = u[(step + 1) % 2];
            MPI_Start(exchanges[step % 2]);
            MPI_Wait(exchanges[step % 2], MPI_STATUS_IGNORE);
            for (int i = 1; i <= rows; i++) {
                for (int j = 1; j <= columns; j++) {
                    int p = i * width + j;
                    to[p] = (from[p - width] + from[p + width] + from[p - 1] + from[p + 1]) / 4;
                }
            }
        }
        double[] sum = new double[1];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                sum[0] += u[STEPS % 2][i * width + j];
            }
        }
        double[] heat = new double[1];
        MPI_Reduce(sum, heat, 1, MPI_DOUBLE, MPI_SUM, 0, grid);
        if (rank == 0) {
            System.out.println("After " + STEPS + " steps the heat is " + Math.round(heat[0] * 1e6) / 1e6);
        }
        MPI_Request_free(exchanges[0]);
        MPI_Request_free(exchanges[1]);
        MPI_Type_free(column);
        MPI_Type_free(row);
        MPI_Comm_free(grid);
        MPI_Finalize();
    }

    /** Sends the four outer rows and columns, and receives those of the neighbours around them. */
    private static MPI_Request exchange(
            double[] u, int rows, int width, MPI_Datatype row, MPI_Datatype column, MPI_Comm grid) {
        int[] ones = {1, 1, 1, 1};
        MPI_Datatype[] types = {row, row, column, column};
        // Above, below, left, right: the order of a grid's neighbours.
        long[] inside = bytes(width + 1, rows * width + 1, width + 1, 2 * width - 2);
        long[] halo = bytes(1, (rows + 1) * width + 1, width, 2 * width - 1);
        return MPI_Neighbor_alltoallw_init(u, ones, inside, types, u, ones, halo, types, grid, MPI_INFO_NULL);
    }

    private static long[] bytes(long... items) {
        return java.util.Arrays.stream(items).map(item -> item * Double.BYTES).toArray();
    }
}
