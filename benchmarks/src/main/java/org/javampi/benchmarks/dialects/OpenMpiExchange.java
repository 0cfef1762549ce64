package org.javampi.benchmarks.dialects;

import java.nio.ByteBuffer;
import mpi.MPI;
import mpi.MPIException;
import mpi.Request;

/** Latency and bandwidth as programs for Open MPI's Java bindings write them. */
public final class OpenMpiExchange extends Exchange {
    private final byte[] data = new byte[1 << 20];
    private final ByteBuffer direct = MPI.newByteBuffer(1 << 20);
    private final byte[] answer = new byte[4];
    private final Request[] requests = new Request[WINDOW];
    private final int rank = MPI.COMM_WORLD.getRank();

    private OpenMpiExchange() throws MPIException {}

    /** Runs as one of two ranks. */
    public static void main(String[] args) throws MPIException {
        MPI.Init(args);
        OpenMpiExchange exchange = new OpenMpiExchange();
        exchange.run(exchange.rank, "openmpi");
        MPI.Finalize();
    }

    @Override
    void roundTrips(int bytes, int times) {
        for (int i = 0; i < times; i++) {
            if (rank == 0) {
                MPI.COMM_WORLD.send(data, bytes, MPI.BYTE, 1, TAG);
                MPI.COMM_WORLD.recv(data, bytes, MPI.BYTE, 1, TAG);
            } else {
                MPI.COMM_WORLD.recv(data, bytes, MPI.BYTE, 0, TAG);
                MPI.COMM_WORLD.send(data, bytes, MPI.BYTE, 0, TAG);
            }
        }
    }

    @Override
    void windows(int bytes, int times) {
        for (int i = 0; i < times; i++) {
            for (int k = 0; k < WINDOW; k++) {
                requests[k] = rank == 0
                        ? MPI.COMM_WORLD.iSend(direct, bytes, MPI.BYTE, 1, TAG)
                        : MPI.COMM_WORLD.iRecv(direct, bytes, MPI.BYTE, 0, TAG);
            }
            Request.waitAll(requests);
            if (rank == 0) {
                MPI.COMM_WORLD.recv(answer, 4, MPI.BYTE, 1, TAG);
            } else {
                MPI.COMM_WORLD.send(answer, 4, MPI.BYTE, 0, TAG);
            }
        }
    }

    @Override
    int agreed(int number) {
        int[] one = {number};
        MPI.COMM_WORLD.bcast(one, 1, MPI.INT, 0);
        return one[0];
    }
}
