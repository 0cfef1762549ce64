package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.benchmarks.figures.Summary;

/**
 * All pairs at once: rank i of the lower half with rank i of the upper half. Half round trips, the
 * mean over the pairs, and the rate of all pairs together in windows of 64. With an odd number of
 * ranks the last one only watches.
 */
public final class MultiPair {
    private MultiPair() {}

    /** Runs as one rank; see {@link Options}. */
    public static void main(String[] args) {
        Options options = Options.of(args, "8:64k", 20_000);
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        int pairs = ranks / 2;
        int peer = rank < pairs ? rank + pairs : rank < 2 * pairs ? rank - pairs : rank;
        boolean counts = rank < pairs || ranks == 1;
        Sampler sampler = new Sampler(options);
        try (Report report = new Report(System.out, options, ranks)) {
            for (int size : options.sizes()) {
                Loop loop = new PingPong(peer, new byte[size], size, MPI_BYTE);
                Summary seconds = sampler.measure(size, counts, loop);
                report.addHalves("multi-latency", size, seconds);
            }
            for (int size : options.sizes()) {
                Summary seconds = sampler.measure(size, counts, new Window(peer, size, false));
                report.add(
                        "multi-rate",
                        size,
                        "msg/s",
                        seconds == null ? null : seconds.map(s -> pairs * Window.MESSAGES / s));
            }
        }
        MPI_Finalize();
    }
}
