package org.javampi.conformance.freeze.programs;

import static org.javampi.MPI.*;

import org.javampi.MPI_Request;

/** Receives, from itself, more than it has room for: by the function that {@code args[0]} names. */
public final class TooShort {
    private TooShort() {}

    public static void main(String[] args) {
        MPI_Init(args);
        int[] sent = new int[5];
        int[] room = new int[2];
        switch (args[0]) {
            case "MPI_Recv" -> {
                MPI_Request[] request = new MPI_Request[1];
                MPI_Isend(sent, 5, MPI_INT, 0, 7, MPI_COMM_WORLD, request);
                MPI_Recv(room, 2, MPI_INT, 0, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            }
            case "MPI_Sendrecv" ->
                MPI_Sendrecv(sent, 5, MPI_INT, 0, 7, room, 2, MPI_INT, 0, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            case "MPI_Send" -> MPI_Send(sent, -1, MPI_INT, 0, 7, MPI_COMM_WORLD);
            default -> throw new IllegalArgumentException(args[0]);
        }
        MPI_Finalize();
    }
}
