package org.javampi.trace;

import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.PMPI;

/**
 * How far a rank's clock is behind that of rank 0, measured by messages there and back: the fastest of them says most.
 *
 * @param atNs when, by the rank's own clock
 * @param behindNs what is added to the rank's clock to get that of rank 0; 0 where the clocks may well be the same
 * @param errorNs the measurement's error: half of the time there and back
 */
record ClockOffset(long atNs, long behindNs, long errorNs) {
    private static final int ROUNDS = 12;
    private static final int TAG = 1;

    /** Measures all ranks; each gets its own. Collective over {@code comm}, whose ranks are those of MPI_COMM_WORLD. */
    static ClockOffset measure(MPI_Comm comm) {
        int[] rank = new int[1];
        int[] size = new int[1];
        PMPI.PMPI_Comm_rank(comm, rank);
        PMPI.PMPI_Comm_size(comm, size);
        if (rank[0] > 0) {
            return measureBy(comm);
        }
        long[] time = new long[1];
        for (int other = 1; other < size[0]; other++) {
            for (int round = 0; round < ROUNDS; round++) {
                PMPI.PMPI_Recv(time, 1, MPI.MPI_LONG, other, TAG, comm, MPI.MPI_STATUS_IGNORE);
                time[0] = System.nanoTime();
                PMPI.PMPI_Send(time, 1, MPI.MPI_LONG, other, TAG, comm);
            }
        }
        return new ClockOffset(System.nanoTime(), 0, 0);
    }

    private static ClockOffset measureBy(MPI_Comm comm) {
        long[] time = new long[1];
        long shortest = Long.MAX_VALUE;
        long behind = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long asked = System.nanoTime();
            PMPI.PMPI_Send(time, 1, MPI.MPI_LONG, 0, TAG, comm);
            PMPI.PMPI_Recv(time, 1, MPI.MPI_LONG, 0, TAG, comm, MPI.MPI_STATUS_IGNORE);
            long answered = System.nanoTime();
            if (answered - asked < shortest) {
                shortest = answered - asked;
                behind = time[0] - (asked + answered) / 2;
            }
        }
        long error = shortest / 2;
        return new ClockOffset(System.nanoTime(), Math.abs(behind) <= error ? 0 : behind, error);
    }
}
