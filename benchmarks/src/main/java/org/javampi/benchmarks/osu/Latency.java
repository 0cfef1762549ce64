package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.benchmarks.figures.Summary;

/** Half the time of a round trip between ranks 0 and 1, blocking calls. */
public final class Latency {
    private Latency() {}

    /** Runs as one rank; see {@link Options}. */
    public static void main(String[] args) {
        Options options = Options.of(args, "8:4m", 100_000);
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int peer = rank < 2 ? 1 - rank : rank;
        Sampler sampler = new Sampler(options);
        try (Report report = new Report(System.out, options, 2)) {
            for (int size : options.sizes()) {
                Loop loop = new PingPong(peer, new byte[size], size, MPI_BYTE);
                Summary seconds = sampler.measure(size, rank == 0, loop);
                report.addHalves("latency", size, seconds);
            }
        }
        MPI_Finalize();
    }
}
