package org.javampi.benchmarks.dialects;

import mpi.MPI;
import mpi.MPIException;
import mpi.Request;

/** Latency and bandwidth as programs for mpiJava and MPJ Express write them; runs on both. */
public final class MpiJavaExchange extends Exchange {
    private final byte[] data = new byte[1 << 20];
    private final byte[] answer = new byte[4];
    private final Request[] requests = new Request[WINDOW];
    private final int rank = MPI.COMM_WORLD.Rank();

    private MpiJavaExchange() {}

    /** Runs as one of two ranks. */
    public static void main(String[] args) throws MPIException {
        MPI.Init(args);
        MpiJavaExchange exchange = new MpiJavaExchange();
        exchange.run(exchange.rank, "mpiJava");
        MPI.Finalize();
    }

    @Override
    void roundTrips(int bytes, int times) {
        for (int i = 0; i < times; i++) {
            if (rank == 0) {
                MPI.COMM_WORLD.Send(data, 0, bytes, MPI.BYTE, 1, TAG);
                MPI.COMM_WORLD.Recv(data, 0, bytes, MPI.BYTE, 1, TAG);
            } else {
                MPI.COMM_WORLD.Recv(data, 0, bytes, MPI.BYTE, 0, TAG);
                MPI.COMM_WORLD.Send(data, 0, bytes, MPI.BYTE, 0, TAG);
            }
        }
    }

    @Override
    void windows(int bytes, int times) {
        for (int i = 0; i < times; i++) {
            for (int k = 0; k < WINDOW; k++) {
                requests[k] = rank == 0
                        ? MPI.COMM_WORLD.Isend(data, 0, bytes, MPI.BYTE, 1, TAG)
                        : MPI.COMM_WORLD.Irecv(data, 0, bytes, MPI.BYTE, 0, TAG);
            }
            Request.Waitall(requests);
            if (rank == 0) {
                MPI.COMM_WORLD.Recv(answer, 0, 4, MPI.BYTE, 1, TAG);
            } else {
                MPI.COMM_WORLD.Send(answer, 0, 4, MPI.BYTE, 0, TAG);
            }
        }
    }

    @Override
    int agreed(int number) {
        int[] one = {number};
        MPI.COMM_WORLD.Bcast(one, 0, 1, MPI.INT, 0);
        return one[0];
    }
}
