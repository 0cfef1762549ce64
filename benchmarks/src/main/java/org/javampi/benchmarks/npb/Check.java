package org.javampi.benchmarks.npb;

import java.util.Locale;

/**
 * A number that a kernel has found, and the official one.
 *
 * @param tolerance the largest error that passes, relative to what is expected
 */
record Check(String what, double found, double expected, double tolerance) {
    /** Whether the number is right. Not a number never is. */
    boolean passes() {
        return Math.abs(found - expected) <= tolerance * Math.abs(expected);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s = %.13g%s",
                what,
                found,
                passes() ? "" : String.format(Locale.ROOT, ", but should be %.13g", expected));
    }
}
