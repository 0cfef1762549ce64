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

    /** How much longer than measured a size may be warmed up: meanwhile a JVM compiles. */
    private static final int LONGER = 5;

    private final Options options;
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
        int iterations = warmUp(options.iterations(size), loop);
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

    /**
     * Returns how many iterations to measure, {@code most} at most: as rank 0's clock says, the
     * same on all ranks.
     */
    private int warmUp(long most, Loop loop) {
        long limit = options.warmUp();
        long done = 0;
        long[] plan = {1, 0}; // operations of the next batch, 0: enough; iterations to measure
        double end = MPI_Wtime() + LONGER * options.seconds();
        while (plan[0] > 0) {
            int times = (int) plan[0];
            MPI_Barrier(MPI_COMM_WORLD);
            double begin = MPI_Wtime();
            loop.run(times);
            double now = MPI_Wtime();
            done += times;
            if (rank == 0) {
                double each = (now - begin) / times;
                plan[0] = (long) Math.min(Math.min(2L * times, limit - done), (end - now) / each);
                plan[1] = atLeastFew(Math.min(most, options.seconds() / each));
            }
            MPI_Bcast(plan, 2, MPI_LONG, 0, MPI_COMM_WORLD);
        }
        return (int) plan[1];
    }

    private static long atLeastFew(double iterations) {
        return Math.max(FEWEST_ITERATIONS, (long) iterations);
    }
}
