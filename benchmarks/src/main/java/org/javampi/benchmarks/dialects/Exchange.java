package org.javampi.benchmarks.dialects;

import java.util.Arrays;
import java.util.Locale;

/**
 * What both dialects measure alike: half round trips, and windows of 64 messages that are answered by one. It knows no
 * MPI, so that it can also be compiled for MPJ Express.
 */
abstract class Exchange {
    static final int WINDOW = 64;
    static final int TAG = 1;

    private static final int BATCHES = 21;
    private static final double BATCH_S = 0.02;
    private static final int WARM_UP = 20_000;
    private static final int[] SIZES = {8, 1024, 65_536, 1 << 20};

    /** Round trips of so many bytes, which rank 0 begins. */
    abstract void roundTrips(int bytes, int times);

    /** Windows of messages to rank 1, each answered by one message. */
    abstract void windows(int bytes, int times);

    /** Copies rank 0's number to both. */
    abstract int agreed(int number);

    /** Runs as one of two ranks; rank 0 prints a line for each figure: what, bytes, value. */
    final void run(int rank, String name) {
        for (int bytes : SIZES) {
            double seconds = median(bytes, false);
            print(rank, name + " latency_us", bytes, seconds / 2 * 1e6);
        }
        for (int bytes : SIZES) {
            double seconds = median(bytes, true);
            print(rank, name + " bandwidth_MB_s", bytes, WINDOW * (double) bytes / seconds / 1e6);
        }
    }

    private static void print(int rank, String what, int bytes, double value) {
        if (rank == 0) {
            System.out.println(what + " " + bytes + " " + String.format(Locale.ROOT, "%.3f", value));
        }
    }

    private double median(int bytes, boolean windows) {
        int warm = Math.max(50, WARM_UP / (windows ? WINDOW : 1) / Math.max(1, bytes / 1024));
        double once = seconds(bytes, windows, warm) / warm;
        int times = agreed((int) Math.max(1, Math.min(100_000, BATCH_S / once)));
        double[] batches = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            batches[i] = seconds(bytes, windows, times) / times;
        }
        Arrays.sort(batches);
        return batches[BATCHES / 2];
    }

    private double seconds(int bytes, boolean windows, int times) {
        long start = System.nanoTime();
        if (windows) {
            windows(bytes, times);
        } else {
            roundTrips(bytes, times);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
