package org.javampi.mpirun;

import static org.javampi.MPI.*;

import org.javampi.MPI_Request;

/** Frees requests of sends that no rank receives, or that rank 1 does: "lost", "found" or "self". */
public final class LeftBehind {
    private static final int TAG = 7;
    private static final int LONG = 100_000;

    private LeftBehind() {}

    /** What the launcher calls. */
    public static void main(String[] args) {
        MPI_Init();
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        MPI_Request[] request = new MPI_Request[1];
        if (rank == 0) {
            int dest = args[0].equals("self") ? 0 : 1;
            MPI_Issend(new int[3], 3, MPI_INT, dest, TAG, MPI_COMM_WORLD, request);
            MPI_Request_free(request);
            MPI_Isend(new double[LONG], LONG, MPI_DOUBLE, dest, TAG, MPI_COMM_WORLD, request);
            MPI_Request_free(request);
        } else if (args[0].equals("found")) {
            MPI_Recv(new int[3], 3, MPI_INT, 0, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Recv(new double[LONG], LONG, MPI_DOUBLE, 0, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
        MPI_Finalize();
    }
}
