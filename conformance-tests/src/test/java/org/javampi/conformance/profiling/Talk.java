package org.javampi.conformance.profiling;

import static org.javampi.MPI.*;
import static org.javampi.PMPI.PMPI_Barrier;
import static org.javampi.PMPI.PMPI_Send;

import org.javampi.MPI_Request;

/** Rank 0 sends three words with MPI_Send, one with PMPI_Send and one with MPI_Isend. */
public final class Talk {
    private Talk() {}

    /** No arguments. */
    public static void main(String[] args) {
        MPI_Init(args);
        int[] word = new int[1];
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            for (int i = 0; i < 3; i++) {
                MPI_Send(word, 1, MPI_INT, 1, i, MPI_COMM_WORLD);
            }
            PMPI_Send(word, 1, MPI_INT, 1, 3, MPI_COMM_WORLD);
            MPI_Request request = MPI_Isend(word, 1, MPI_INT, 1, 4, MPI_COMM_WORLD);
            MPI_Wait(request, MPI_STATUS_IGNORE);
        } else {
            for (int i = 0; i < 5; i++) {
                MPI_Recv(word, 1, MPI_INT, 0, i, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            }
        }
        // Collectives send messages, but not through MPI_Send.
        MPI_Barrier(MPI_COMM_WORLD);
        PMPI_Barrier(MPI_COMM_WORLD);
        MPI_Finalize();
    }
}
