package org.javampi.collectives.tune;

import java.util.Arrays;
import java.util.Map;

/**
 * Whether a candidate is better than the built-in choice for one collective and size, from rounds
 * in which all were measured in turn. What else runs on the machine makes rounds longer, never
 * shorter, and may do so to most of them: so the figure is the lower quartile, and to win, a
 * candidate's must be less than the built-in choice's by a margin, and its least and its median
 * must not contradict. Where even the lower quartile is far from the least nothing is decided.
 *
 * @param winner the candidate to choose, or null to leave the built-in choice
 * @param best the candidate with the least figure, or null when there was none
 * @param micros its figure
 * @param builtInMicros figure of the built-in choice
 * @param steady whether the figures of both are near their least
 */
record Verdict(
        Candidate winner, Candidate best, double micros, double builtInMicros, boolean steady) {
    private static final double STEADY = 1.25;

    /**
     * Decides.
     *
     * @param builtIn microseconds of the built-in choice by round
     * @param candidates microseconds of the candidates in the same rounds
     * @param margin how much less the figure must be, as a part of the built-in choice's
     */
    static Verdict of(double[] builtIn, Map<Candidate, double[]> candidates, double margin) {
        double builtInFigure = figure(builtIn);
        Candidate best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<Candidate, double[]> entry : candidates.entrySet()) {
            double figure = figure(entry.getValue());
            if (figure < least) {
                least = figure;
                best = entry.getKey();
            }
        }
        if (best == null) {
            return new Verdict(null, null, Double.NaN, builtInFigure, isSteady(builtIn));
        }
        double[] rounds = candidates.get(best);
        boolean steady = isSteady(builtIn) && isSteady(rounds);
        boolean wins =
                steady
                        && least <= builtInFigure * (1 - margin)
                        && quantile(rounds, 0) < quantile(builtIn, 0)
                        && quantile(rounds, 0.5) < quantile(builtIn, 0.5);
        return new Verdict(wins ? best : null, best, least, builtInFigure, steady);
    }

    /** The same without a winner. */
    Verdict unchanged() {
        return new Verdict(null, best, micros, builtInMicros, steady);
    }

    private static boolean isSteady(double[] rounds) {
        return figure(rounds) <= STEADY * quantile(rounds, 0);
    }

    private static double figure(double[] rounds) {
        return quantile(rounds, 0.25);
    }

    /** The value that is in its place when {@code part} of all are before it. */
    static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
