package org.javampi.collectives.tune;

import java.util.Arrays;

/**
 * The built-in choice against another, from rounds in which both were measured in turn. What else
 * runs on the machine makes rounds longer, never shorter, and may do so to most of them: so the
 * figure is the lower quartile, and one beats the other only when least and median do not
 * contradict. Where even the lower quartile is far from the least nothing is decided, unless the
 * difference is so large that half of one's rounds were faster than the other's best.
 *
 * @param builtInMicros figure of the built-in choice
 * @param micros figure of the other
 * @param outcome what that says about the other
 */
record Duel(double builtInMicros, double micros, Outcome outcome) {
    /** The part by which figures must differ for one to beat the other. */
    static final double MARGIN = 0.1;

    private static final double STEADY = 1.25;

    /**
     * Compares.
     *
     * @param builtIn microseconds of the built-in choice by round
     * @param other microseconds of the other in the same rounds
     */
    static Duel of(double[] builtIn, double[] other) {
        return new Duel(figure(builtIn), figure(other), outcome(builtIn, other));
    }

    private static Outcome outcome(double[] builtIn, double[] other) {
        if (beats(other, builtIn)) {
            return Outcome.FASTER;
        }
        if (beats(builtIn, other)) {
            return Outcome.SLOWER;
        }
        return isSteady(builtIn) && isSteady(other) ? Outcome.LEVEL : Outcome.UNSTEADY;
    }

    private static boolean beats(double[] one, double[] other) {
        if (quantile(one, 0.5) <= quantile(other, 0) * (1 - MARGIN)) {
            return true;
        }
        return isSteady(one)
                && isSteady(other)
                && figure(one) <= figure(other) * (1 - MARGIN)
                && quantile(one, 0) < quantile(other, 0)
                && quantile(one, 0.5) < quantile(other, 0.5);
    }

    static boolean isSteady(double[] rounds) {
        return figure(rounds) <= STEADY * quantile(rounds, 0);
    }

    static double figure(double[] rounds) {
        return quantile(rounds, 0.25);
    }

    /** The value that is in its place when {@code part} of all are before it. */
    static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
