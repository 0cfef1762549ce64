package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;

/**
 * "Go on": an empty message of MPI_COMM_WORLD, so that a program says what happens before what
 * without looking at a clock.
 */
final class Signal {
    private static final int TAG = 30_000;
    private static final byte[] NOTHING = new byte[0];

    private Signal() {}

    static void to(int rank) {
        MPI_Send(NOTHING, 0, MPI_BYTE, rank, TAG, MPI_COMM_WORLD);
    }

    static void from(int rank) {
        MPI_Recv(NOTHING, 0, MPI_BYTE, rank, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    }

    /** There and back: the partner calls {@link #echo}. */
    static void roundTrip(int partner) {
        to(partner);
        from(partner);
    }

    static void echo(int partner) {
        from(partner);
        to(partner);
    }
}
