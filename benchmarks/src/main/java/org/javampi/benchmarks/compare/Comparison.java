package org.javampi.benchmarks.compare;

/**
 * What is compared: a figure of each contestant, all of the same kind; NaN if there is none.
 *
 * @param size bytes
 * @param unit {@code us} and {@code ms} are times, where less is better; else more is
 */
public record Comparison(
        String benchmark, String medium, int ranks, long size, String unit, double ours, double openmpi, double mpich) {

    /** Whether of figures in this unit the smaller one is the better one. */
    static boolean smallerIsBetter(String unit) {
        return unit.equals("us") || unit.equals("ms");
    }

    /** The better one of the two others, or the only one; NaN if there is none. */
    double best() {
        if (Double.isNaN(openmpi) || Double.isNaN(mpich)) {
            return Double.isNaN(openmpi) ? mpich : openmpi;
        }
        return smallerIsBetter(unit) ? Math.min(openmpi, mpich) : Math.max(openmpi, mpich);
    }

    /** Ours over the best of the two others; NaN if one is missing. */
    public double ratio() {
        return ours / best();
    }

    /** How often faster we are than the best: 1/ratio for times, the ratio for rates. */
    double speedUp() {
        return smallerIsBetter(unit) ? 1 / ratio() : ratio();
    }
}
