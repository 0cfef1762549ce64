package org.javampi.benchmarks.compare;

/**
 * How long a bare flag took from one core to the other, right before and right after a measurement: the machine that it
 * was made on.
 *
 * @param beforeUs microseconds; NaN if it was not measured
 * @param afterUs microseconds; NaN if it was not measured
 */
public record Flags(double beforeUs, double afterUs) {
    /** Of a measurement without them. */
    static final Flags NONE = new Flags(Double.NaN, Double.NaN);

    /** Cores that share a cache stay below. */
    private static final double NEAR_US = 0.1;

    /** Cores without a common cache lie above. */
    private static final double FAR_US = 0.15;

    /** What the two say together. */
    public Cores cores() {
        Cores before = cores(beforeUs);
        return before == cores(afterUs) ? before : Cores.CHANGING;
    }

    private static Cores cores(double us) {
        if (Double.isNaN(us)) {
            return Cores.UNKNOWN;
        }
        return us < NEAR_US ? Cores.NEAR : us > FAR_US ? Cores.FAR : Cores.BETWEEN;
    }
}
