package org.javampi.core.engine;

import java.util.Locale;
import java.util.function.BinaryOperator;

/**
 * The engine's numbers, read once.
 *
 * @param eagerBytes longest message that travels without being asked for
 * @param eagerWindowBytes how much of eager messages one rank may have under way to another,
 *     unconsumed
 * @param chunkBytes longest piece of a long message, where the medium does not want shorter ones
 * @param spinNs how long a waiting thread spins before it yields, when ranks do not outnumber cores
 * @param yieldNs how long it then yields before it sleeps
 */
public record EngineSettings(int eagerBytes, int eagerWindowBytes, int chunkBytes, long spinNs, long yieldNs) {
    private static final int DEFAULT_EAGER = 16 * 1024;
    private static final int DEFAULT_WINDOW = 8 * 1024 * 1024;
    private static final int LEAST_WINDOW = 1 << 16;
    private static final int MEMORY_SHARE = 4;
    private static final int LONGEST_CHUNK = 1 << 26;
    private static final int DEFAULT_SPIN_US = 10_000;
    private static final int DEFAULT_YIELD_US = 1000;

    /**
     * Reads the settings through {@code lookup}, which answers a key's text or the given fallback.
     */
    public static EngineSettings read(BinaryOperator<String> lookup) {
        return new EngineSettings(
                number(lookup, "eager.bytes", DEFAULT_EAGER, 0, 1 << 24),
                number(lookup, "eager.window.bytes", DEFAULT_WINDOW, LEAST_WINDOW, 1 << 30),
                number(lookup, "chunk.bytes", LONGEST_CHUNK, 1024, LONGEST_CHUNK),
                1000L * number(lookup, "wait.spin.us", DEFAULT_SPIN_US, 0, 1_000_000_000),
                1000L * number(lookup, "wait.yield.us", DEFAULT_YIELD_US, 0, 1_000_000_000));
    }

    /**
     * These, with windows that all ranks of a job can fill at once: a quarter of the memory that this
     * one may use holds what all others send unasked. A window that was set stays.
     *
     * @param ranks of the job
     * @param memoryBytes that the JVM may use, {@link Runtime#maxMemory}
     */
    public EngineSettings fitting(int ranks, long memoryBytes) {
        long share = Long.highestOneBit(memoryBytes / MEMORY_SHARE / Math.max(1, ranks - 1));
        int window = (int) Math.max(LEAST_WINDOW, Math.min(share, eagerWindowBytes));
        return eagerWindowBytes != DEFAULT_WINDOW || window == eagerWindowBytes
                ? this
                : new EngineSettings(eagerBytes, window, chunkBytes, spinNs, yieldNs);
    }

    private static int number(BinaryOperator<String> lookup, String key, int fallback, int least, int most) {
        String text = lookup.apply(key, Integer.toString(fallback));
        try {
            int value = Integer.parseInt(text.trim());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(key, text, least, most), e);
        }
        throw new IllegalArgumentException(refusal(key, text, least, most));
    }

    private static String refusal(String key, String text, int least, int most) {
        return String.format(Locale.ROOT, "setting %s is %s: give a number from %d to %d", key, text, least, most);
    }
}
