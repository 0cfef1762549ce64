package org.javampi.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long a test waits for what must happen. Each deadline names the seconds that are generous on a busy machine;
 * {@code -Dtest.patience=N} multiplies all of them, so that a slower machine needs one option and no edits.
 *
 * <p>A deadline only ends tests that have failed already: a right test waits for a condition, and never for a time.
 */
public final class Patience {
    /** Multiplies all deadlines: a decimal number above 0, 1 when it is not set. */
    public static final String PROPERTY = "test.patience";

    private static final double FACTOR = factor(System.getProperty(PROPERTY));

    private Patience() {}

    /** So many seconds on a machine of ordinary speed, multiplied; at least 1. */
    public static long seconds(long seconds) {
        return seconds(seconds, FACTOR);
    }

    /** As {@link #seconds}, for what takes a duration. */
    public static Duration duration(long seconds) {
        return Duration.ofSeconds(seconds(seconds));
    }

    /** The {@link System#nanoTime()} at which so many seconds, multiplied, will have passed. */
    public static long deadlineNs(long seconds) {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds(seconds));
    }

    static long seconds(long seconds, double factor) {
        return Math.max(1, Math.round(seconds * factor));
    }

    /**
     * The factor that a text says.
     *
     * @throws IllegalArgumentException if it is not a number above 0 and at most 1000
     */
    static double factor(String text) {
        if (text == null || text.isBlank()) {
            return 1;
        }
        try {
            double factor = Double.parseDouble(text);
            if (factor > 0 && factor <= 1000) {
                return factor;
            }
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException(wrong(text), notOne);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static String wrong(String text) {
        return "-D" + PROPERTY + "=" + text + ": not a number above 0 and at most 1000";
    }
}
