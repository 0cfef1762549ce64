package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import java.util.List;
import org.javampi.benchmarks.figures.Summary;

/**
 * The time of collective calls, the mean over the ranks, with a barrier between any two calls that
 * is not timed. The size is what one rank gives to one other: the block of gather, scatter,
 * allgather, alltoall; else the whole vector. Reductions sum doubles. Arguments: names of
 * collectives, default all.
 */
public final class Collectives {
    private Collectives() {}

    /** Runs as one rank; see {@link Options}. */
    public static void main(String[] args) {
        Options options = Options.of(args, "8:1m", 10_000);
        List<OsuCollective> calls = OsuCollective.named(options.others());
        MPI_Init(args);
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        try (Report report = new Report(System.out, options, ranks)) {
            for (OsuCollective call : calls) {
                // One for each, so that the first size of each may be warmed up for long.
                Sampler sampler = new Sampler(options);
                for (int size : call.sized() ? options.sizes() : List.of(0)) {
                    Runnable operation = call.with(ranks, size);
                    Loop loop = times -> run(operation, times);
                    Summary seconds = sampler.measure(size, true, loop);
                    report.add(call.title(), size, "us", seconds == null ? null : seconds.map(s -> s * 1e6));
                }
            }
        }
        MPI_Finalize();
    }

    private static double run(Runnable operation, int times) {
        double seconds = 0;
        for (int i = 0; i < times; i++) {
            MPI_Barrier(MPI_COMM_WORLD);
            double begin = MPI_Wtime();
            operation.run();
            seconds += MPI_Wtime() - begin;
        }
        return seconds;
    }
}
