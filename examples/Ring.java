import static org.javampi.MPI.*;

import org.javampi.MPI_Status;

/** Lesson 2: a token travels once around the ring, and each rank adds its number to it. */
public class Ring {
    private static final int TAG = 7;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int right = (rank + 1) % size;
        int left = (rank - 1 + size) % size;
        int[] token = {0};
        if (size == 1) {
            System.out.println("A ring of one rank: the token stays at 0");
        } else if (rank == 0) {
            // Rank 0 sends before it receives: one rank has to begin, or all would wait for ever.
            MPI_Send(token, 1, MPI_INT, right, TAG, MPI_COMM_WORLD);
            MPI_Status status = MPI_Recv(token, 1, MPI_INT, left, TAG, MPI_COMM_WORLD);
            System.out.println("The token came back from rank " + status.MPI_SOURCE + " as " + token[0]);
        } else {
            MPI_Recv(token, 1, MPI_INT, left, TAG, MPI_COMM_WORLD);
            token[0] += rank;
            MPI_Send(token, 1, MPI_INT, right, TAG, MPI_COMM_WORLD);
        }
        MPI_Finalize();
    }
}
