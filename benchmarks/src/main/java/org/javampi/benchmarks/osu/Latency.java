package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Locale;

/**
 * Half the time of a round trip between ranks 0 and 1, blocking calls: for each size the median of
 * several rounds after a warm-up. Output: one line {@code bytes microseconds} per size. Arguments:
 * sizes in bytes (default 8, 1024, 65536, 1048576).
 */
public final class Latency {
    private static final int ROUNDS = 9;
    private static final int WARM_UP_ROUNDS = 6;
    private static final int TAG = 1;

    private Latency() {}

    /** Runs as one rank. */
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] sizes =
                args.length == 0
                        ? new int[] {8, 1024, 65536, 1 << 20}
                        : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            byte[] data = new byte[size];
            int trips = size <= 4096 ? 20_000 : size <= 65536 ? 4_000 : 400;
            double[] micros = new double[ROUNDS];
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                double time = round(rank, data, size, trips);
                if (round >= 0) {
                    micros[round] = time;
                }
            }
            Arrays.sort(micros);
            if (rank == 0) {
                System.out.printf(Locale.ROOT, "%d %.3f%n", size, micros[ROUNDS / 2]);
            }
        }
        MPI_Finalize();
    }

    private static double round(int rank, byte[] data, int size, int trips) {
        MPI_Barrier(MPI_COMM_WORLD);
        double start = MPI_Wtime();
        for (int i = 0; i < trips; i++) {
            if (rank == 0) {
                MPI_Send(data, size, MPI_BYTE, 1, TAG, MPI_COMM_WORLD);
                MPI_Recv(data, size, MPI_BYTE, 1, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            } else if (rank == 1) {
                MPI_Recv(data, size, MPI_BYTE, 0, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Send(data, size, MPI_BYTE, 0, TAG, MPI_COMM_WORLD);
            }
        }
        return (MPI_Wtime() - start) / trips / 2 * 1e6;
    }
}
