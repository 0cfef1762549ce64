package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.benchmarks.figures.Summary;

/**
 * Megabytes (10^6) per second between ranks 0 and 1, 64 messages each way at a time, both ways
 * summed.
 */
public final class BidirectionalBandwidth {
    private BidirectionalBandwidth() {}

    /** Runs as one rank; see {@link Options}. One iteration is one window. */
    public static void main(String[] args) {
        Options options = Options.of(args, "8:4m", 5_000);
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int peer = rank < 2 ? 1 - rank : rank;
        Sampler sampler = new Sampler(options);
        try (Report report = new Report(System.out, options, 2)) {
            for (int size : options.sizes()) {
                Summary seconds = sampler.measure(size, rank == 0, new Window(peer, size, true));
                report.add(
                        "bibandwidth",
                        size,
                        "MB/s",
                        seconds == null
                                ? null
                                : seconds.map(s -> 2 * Window.MESSAGES * (double) size / s / 1e6));
            }
        }
        MPI_Finalize();
    }
}
