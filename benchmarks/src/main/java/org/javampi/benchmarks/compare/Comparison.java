package org.javampi.benchmarks.compare;

/**
 * One line of the table: a figure of each contestant, the median over the rounds; NaN if there is
 * none.
 *
 * @param size bytes
 * @param unit {@code us} and {@code ms} are times, where less is better; else more is
 */
public record Comparison(
        String benchmark,
        String medium,
        int ranks,
        long size,
        String unit,
        double ours,
        double openmpi,
        double mpich) {

    /** Whether a smaller figure is the better one. */
    boolean smallerIsBetter() {
        return unit.equals("us") || unit.equals("ms");
    }

    /** The better one of the two others, or the only one; NaN if there is none. */
    double best() {
        if (Double.isNaN(openmpi) || Double.isNaN(mpich)) {
            return Double.isNaN(openmpi) ? mpich : openmpi;
        }
        return smallerIsBetter() ? Math.min(openmpi, mpich) : Math.max(openmpi, mpich);
    }

    /** Ours over the best of the two others; NaN if one is missing. */
    public double ratio() {
        return ours / best();
    }

    /** How often faster we are than the best: 1/ratio for times, the ratio for rates. */
    double speedUp() {
        return smallerIsBetter() ? 1 / ratio() : ratio();
    }
}
