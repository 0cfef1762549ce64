package org.javampi.collectives.tune;

import java.util.Map;

/**
 * Which candidate is better than the built-in choice for one collective and size, as far as one
 * look can tell: the one with the least figure, when it wins its {@link Duel}.
 *
 * @param winner the candidate to choose, or null to leave the built-in choice
 * @param best the candidate with the least figure, or null when there was none
 * @param micros its figure
 * @param builtInMicros figure of the built-in choice
 * @param steady whether the times allow to decide
 */
record Verdict(Candidate winner, Candidate best, double micros, double builtInMicros, boolean steady) {
    /**
     * Decides.
     *
     * @param builtIn microseconds of the built-in choice by round
     * @param candidates microseconds of the candidates in the same rounds
     */
    static Verdict of(double[] builtIn, Map<Candidate, double[]> candidates) {
        Candidate best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<Candidate, double[]> entry : candidates.entrySet()) {
            double figure = Duel.figure(entry.getValue());
            if (figure < least) {
                least = figure;
                best = entry.getKey();
            }
        }
        if (best == null) {
            return new Verdict(null, null, Double.NaN, Duel.figure(builtIn), Duel.isSteady(builtIn));
        }
        Duel duel = Duel.of(builtIn, candidates.get(best));
        return new Verdict(
                duel.outcome() == Outcome.FASTER ? best : null,
                best,
                duel.micros(),
                duel.builtInMicros(),
                duel.outcome() != Outcome.UNSTEADY);
    }

    /** The same without a winner. */
    Verdict unchanged() {
        return new Verdict(null, best, micros, builtInMicros, steady);
    }
}
