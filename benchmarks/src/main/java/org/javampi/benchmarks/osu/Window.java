package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.MPI_Request;

/**
 * Many non-blocking messages at once, one way or both ways, then a short answer: one operation is
 * one window.
 */
final class Window implements Loop {
    /** Messages of one window each way. */
    static final int MESSAGES = 64;

    private static final int TAG = 2;
    private static final int ANSWER = 3;

    private final int peer;
    private final int size;
    private final boolean first;
    private final boolean sends;
    private final boolean receives;
    private final byte[] out;
    private final byte[] in;
    private final byte[] answer = new byte[4];
    private final MPI_Request[] requests;

    /** Between this rank and {@code peer}; the rank itself if it takes no part. */
    Window(int peer, int size, boolean bothWays) {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        this.peer = peer;
        this.size = size;
        first = rank < peer;
        sends = first || bothWays && rank != peer;
        receives = rank > peer || bothWays && rank != peer;
        out = new byte[sends ? size : 0];
        in = new byte[receives ? size : 0];
        requests = new MPI_Request[(sends ? MESSAGES : 0) + (receives ? MESSAGES : 0)];
    }

    @Override
    public double run(int times) {
        double begin = MPI_Wtime();
        if (requests.length > 0) {
            for (int i = 0; i < times; i++) {
                window();
            }
        }
        return MPI_Wtime() - begin;
    }

    private void window() {
        int started = 0;
        if (receives) {
            for (int i = 0; i < MESSAGES; i++) {
                requests[started++] = MPI_Irecv(in, size, MPI_BYTE, peer, TAG, MPI_COMM_WORLD);
            }
        }
        if (sends) {
            for (int i = 0; i < MESSAGES; i++) {
                requests[started++] = MPI_Isend(out, size, MPI_BYTE, peer, TAG, MPI_COMM_WORLD);
            }
        }
        MPI_Waitall(started, requests, MPI_STATUSES_IGNORE);
        if (first) {
            MPI_Recv(answer, 4, MPI_BYTE, peer, ANSWER, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        } else {
            MPI_Send(answer, 4, MPI_BYTE, peer, ANSWER, MPI_COMM_WORLD);
        }
    }
}
