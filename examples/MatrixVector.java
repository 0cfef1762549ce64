import static org.javampi.MPI.*;

import java.util.Arrays;

/**
 * Computes y = A x. The rows of A are scattered, x is broadcast, and the pieces of y are gathered.
 */
public class MatrixVector {
    private static final int ROWS_PER_RANK = 3;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int n = ROWS_PER_RANK * size;
        double[] matrix = null; // significant at the root only
        double[] x = new double[n];
        if (rank == 0) {
            matrix = new double[n * n];
            for (int i = 0; i < n; i++) {
                x[i] = i + 1;
                for (int j = 0; j < n; j++) {
                    matrix[i * n + j] = i == j ? 2 : 1;
                }
            }
        }
        int share = ROWS_PER_RANK * n;
        double[] rows = new double[share];
        MPI_Scatter(matrix, share, MPI_DOUBLE, rows, share, MPI_DOUBLE, 0, MPI_COMM_WORLD);
        MPI_Bcast(x, n, MPI_DOUBLE, 0, MPI_COMM_WORLD);
        double[] piece = new double[ROWS_PER_RANK];
        for (int i = 0; i < ROWS_PER_RANK; i++) {
            for (int j = 0; j < n; j++) {
                piece[i] += rows[i * n + j] * x[j];
            }
        }
        double[] y = rank == 0 ? new double[n] : null;
        MPI_Gather(piece, ROWS_PER_RANK, MPI_DOUBLE, y, ROWS_PER_RANK, MPI_DOUBLE, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println("y = " + Arrays.toString(y));
        }
        MPI_Finalize();
    }
}
