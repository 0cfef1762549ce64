package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.benchmarks.figures.Summary;

/** Messages per second from rank 0 to rank 1, 64 at a time. */
public final class MessageRate {
    private MessageRate() {}

    /** Runs as one rank; see {@link Options}. One iteration is one window. */
    public static void main(String[] args) {
        Options options = Options.of(args, "8", 5_000);
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int peer = rank < 2 ? 1 - rank : rank;
        Sampler sampler = new Sampler(options);
        try (Report report = new Report(System.out, options, 2)) {
            for (int size : options.sizes()) {
                Summary seconds = sampler.measure(size, rank == 0, new Window(peer, size, false));
                report.add(
                        "rate",
                        size,
                        "msg/s",
                        seconds == null ? null : seconds.map(s -> Window.MESSAGES / s));
            }
        }
        MPI_Finalize();
    }
}
