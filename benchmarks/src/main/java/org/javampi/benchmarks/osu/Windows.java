package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import java.util.function.LongToDoubleFunction;
import org.javampi.benchmarks.figures.Summary;

/**
 * What the benchmarks of {@link Window}s between ranks 0 and 1 share: all sizes, one result each.
 *
 * @param benchmark its name in results
 * @param unit of the results
 * @param bothWays whether both ranks send
 * @param workOfWindow what one window gets done, in {@code unit} times seconds, by size
 */
record Windows(String benchmark, String unit, boolean bothWays, LongToDoubleFunction workOfWindow) {
    /** Runs as one rank; one iteration is one window. */
    void run(Options options) {
        MPI_Init();
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int peer = rank < 2 ? 1 - rank : rank;
        Sampler sampler = new Sampler(options);
        try (Report report = new Report(System.out, options, 2)) {
            for (int size : options.sizes()) {
                Window window = new Window(peer, size, bothWays);
                Summary seconds = sampler.measure(size, rank == 0, window);
                double work = workOfWindow.applyAsDouble(size);
                report.add(benchmark, size, unit, seconds == null ? null : seconds.map(s -> work / s));
            }
        }
        MPI_Finalize();
    }
}
