package org.javampi.benchmarks.figures;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The distribution of samples. Percentiles are by nearest rank: p90 is the smallest sample that at
 * least 90 % of the samples do not exceed. The C programs under {@code peers} do the same.
 *
 * @param min the fastest sample: the least disturbed one on a machine that others use, too
 * @param mean the sum over the count
 * @param p50 the median
 * @param max the slowest sample
 * @param samples how many there were
 */
public record Summary(double min, double mean, double p50, double p90, double p99, double max, int samples) {

    /**
     * Of at least one sample, in any order; the array stays as it is.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Summary of(double... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("no samples");
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return new Summary(
                sorted[0],
                Arrays.stream(sorted).sum() / sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 90),
                percentile(sorted, 99),
                sorted[sorted.length - 1],
                sorted.length);
    }

    /** The median of some values, the mean of the two in the middle if their number is even. */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Each figure in another unit. If rates are made of times, p99 is the rate that 99 % of the
     * samples reach, and max that of the slowest.
     */
    public Summary map(DoubleUnaryOperator unit) {
        return new Summary(
                unit.applyAsDouble(min),
                unit.applyAsDouble(mean),
                unit.applyAsDouble(p50),
                unit.applyAsDouble(p90),
                unit.applyAsDouble(p99),
                unit.applyAsDouble(max),
                samples);
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }
}
