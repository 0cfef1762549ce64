import static org.javampi.MPI.*;

import java.util.Arrays;
import org.javampi.MPI_Datatype;

/** A column of a matrix as one item: a vector of doubles that lie a row apart. */
public class Column {
    private static final int ROWS = 4;
    private static final int COLUMNS = 5;
    private static final int TAG = 3;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        double[] matrix = new double[ROWS * COLUMNS];
        MPI_Datatype column = MPI_Type_vector(ROWS, 1, COLUMNS, MPI_DOUBLE);
        MPI_Type_commit(column);
        if (rank == 0) {
            Arrays.setAll(matrix, i -> i);
            // The third column: one item that begins at element 2.
            MPI_Send(at(matrix, 2), 1, column, 1, TAG, MPI_COMM_WORLD);
        } else if (rank == 1) {
            // It need not be received as a column: 4 doubles are 4 doubles.
            double[] received = new double[ROWS];
            MPI_Recv(received, ROWS, MPI_DOUBLE, 0, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            System.out.println("column 2 is " + Arrays.toString(received));
        }
        MPI_Type_free(column);
        MPI_Finalize();
    }
}
