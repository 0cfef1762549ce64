package org.javampi.benchmarks.dialects;

import static org.javampi.MPI.*;

import org.javampi.MPI_Request;

/** The same loops with C's names. */
public final class CShapedExchange extends Exchange {
    private final byte[] data = new byte[1 << 20];
    private final byte[] answer = new byte[4];
    private final MPI_Request[] requests = new MPI_Request[WINDOW];
    private final int rank = MPI_Comm_rank(MPI_COMM_WORLD);

    private CShapedExchange() {}

    /** Runs as one of two ranks. */
    public static void main(String[] args) {
        MPI_Init(args);
        CShapedExchange exchange = new CShapedExchange();
        exchange.run(exchange.rank, "C-shaped");
        MPI_Finalize();
    }

    @Override
    void roundTrips(int bytes, int times) {
        for (int i = 0; i < times; i++) {
            if (rank == 0) {
                MPI_Send(data, bytes, MPI_BYTE, 1, TAG, MPI_COMM_WORLD);
                MPI_Recv(data, bytes, MPI_BYTE, 1, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            } else {
                MPI_Recv(data, bytes, MPI_BYTE, 0, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Send(data, bytes, MPI_BYTE, 0, TAG, MPI_COMM_WORLD);
            }
        }
    }

    @Override
    void windows(int bytes, int times) {
        for (int i = 0; i < times; i++) {
            for (int k = 0; k < WINDOW; k++) {
                requests[k] = rank == 0
                        ? MPI_Isend(data, bytes, MPI_BYTE, 1, TAG, MPI_COMM_WORLD)
                        : MPI_Irecv(data, bytes, MPI_BYTE, 0, TAG, MPI_COMM_WORLD);
            }
            MPI_Waitall(WINDOW, requests, MPI_STATUSES_IGNORE);
            if (rank == 0) {
                MPI_Recv(answer, 4, MPI_BYTE, 1, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            } else {
                MPI_Send(answer, 4, MPI_BYTE, 0, TAG, MPI_COMM_WORLD);
            }
        }
    }

    @Override
    int agreed(int number) {
        int[] one = {number};
        MPI_Bcast(one, 1, MPI_INT, 0, MPI_COMM_WORLD);
        return one[0];
    }
}
