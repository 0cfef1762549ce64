package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.MPI_Datatype;

/** A message from the lower rank of a pair to the higher one and back, blocking calls. */
final class PingPong implements Loop {
    static final int TAG = 1;

    private final boolean first;
    private final int peer;
    private final Object data;
    private final int count;
    private final MPI_Datatype type;

    /** Between this rank and {@code peer}; the rank itself if it takes no part. */
    PingPong(int peer, Object data, int count, MPI_Datatype type) {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        this.first = rank < peer;
        this.peer = rank == peer ? MPI_PROC_NULL : peer;
        this.data = data;
        this.count = count;
        this.type = type;
    }

    @Override
    public double run(int times) {
        double begin = MPI_Wtime();
        if (first) {
            for (int i = 0; i < times; i++) {
                MPI_Send(data, count, type, peer, TAG, MPI_COMM_WORLD);
                MPI_Recv(data, count, type, peer, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            }
        } else if (peer != MPI_PROC_NULL) {
            for (int i = 0; i < times; i++) {
                MPI_Recv(data, count, type, peer, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Send(data, count, type, peer, TAG, MPI_COMM_WORLD);
            }
        }
        return MPI_Wtime() - begin;
    }
}
