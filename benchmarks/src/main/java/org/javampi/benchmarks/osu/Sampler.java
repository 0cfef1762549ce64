package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.benchmarks.figures.Summary;

/**
 * Measures one size: warms up in batches that double, agrees with all ranks on the number of
 * iterations, and splits them into at most a hundred equal batches. One sample is the time of one
 * operation within a batch, the mean over those ranks that count.
 *
 * <p>A clock read costs a tenth of a short message, so single short operations are not timed; what
 * p99 shows are the batches that something disturbed.
 */
final class Sampler {
    private static final int MOST_SAMPLES = 100;
    private static final int FEWEST_ITERATIONS = 10;

    /** How much longer the first size may be warmed up: meanwhile a JVM compiles. */
    private static final int FIRST = 5;

    private final Options options;
    private int sizes;
    private final int rank = MPI_Comm_rank(MPI_COMM_WORLD);

    Sampler(Options options) {
        this.options = options;
    }

    /**
     * Seconds for one operation; a collective call.
     *
     * @param size which decides on the number of iterations
     * @param counts whether this rank's time counts; at least one rank's must
     * @return the samples' distribution on rank 0, null elsewhere
     */
    Summary measure(int size, boolean counts, Loop loop) {
        int iterations = warmUp(size, loop);
        int samples = Math.min(MOST_SAMPLES, iterations);
        int batch = iterations / samples;
        double[] mine = new double[samples + 1];
        for (int sample = 0; sample < samples; sample++) {
            MPI_Barrier(MPI_COMM_WORLD);
            double seconds = loop.run(batch);
            mine[sample] = counts ? seconds / batch : 0;
        }
        mine[samples] = counts ? 1 : 0;
        double[] sums = new double[samples + 1];
        MPI_Reduce(mine, sums, samples + 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        if (rank != 0) {
            return null;
        }
        double[] means = new double[samples];
        for (int sample = 0; sample < samples; sample++) {
            means[sample] = sums[sample] / sums[samples];
        }
        return Summary.of(means);
    }

    /** Returns how many iterations to measure: as rank 0's clock says, the same on all ranks. */
    private int warmUp(int size, Loop loop) {
        long limit = options.warmUp(size);
        long done = 0;
        long[] plan = {1, 0}; // operations of the next batch, 0: enough; iterations to measure
        double longest = options.seconds() * (sizes++ == 0 ? FIRST : 1);
        double begin = MPI_Wtime();
        while (plan[0] > 0) {
            int times = (int) plan[0];
            MPI_Barrier(MPI_COMM_WORLD);
            double batchBegin = MPI_Wtime();
            loop.run(times);
            double now = MPI_Wtime();
            done += times;
            if (rank == 0) {
                double each = (now - batchBegin) / times;
                boolean enough = done >= limit || now - begin >= longest;
                plan[0] = enough ? 0 : Math.min(2L * times, limit - done);
                plan[1] =
                        (long)
                                Math.max(
                                        FEWEST_ITERATIONS,
                                        Math.min(
                                                options.iterations(size),
                                                options.seconds() / each));
            }
            MPI_Bcast(plan, 2, MPI_LONG, 0, MPI_COMM_WORLD);
        }
        return (int) plan[1];
    }
}
