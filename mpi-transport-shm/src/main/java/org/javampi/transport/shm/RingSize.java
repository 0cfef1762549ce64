package org.javampi.transport.shm;

import java.nio.file.Path;
import java.util.Locale;
import org.javampi.core.spi.transport.TransportContext;

/**
 * Room per ring: a power of two; less per ring where many ranks share the host, so that an
 * all-to-all among them still fits into memory.
 */
final class RingSize {
    static final String SETTING = "shm.ring.bytes";
    private static final int SMALLEST = 16 * 1024;
    private static final int LARGEST = 1 << 28;

    /**
     * Beyond the second-level caches: where a ring is so small that the line to be written still
     * lies in the reader's, each line has to be asked back from there.
     */
    private static final int USEFUL = 4 << 20;

    private static final long ALL_PAIRS = 32 << 20;

    /** Of a small file system a quarter: collectives and other jobs need room, too. */
    static final int SHARE = 4;

    private RingSize() {}

    /**
     * As it is set; else by the number of ranks and the size of the file system of {@code
     * directory}, which all ranks of the host see alike.
     */
    static int of(TransportContext context, Path directory) {
        String configured = context.setting(SETTING, "");
        return configured.isEmpty()
                ? byRanks(context.hostSize(), directory.toFile().getTotalSpace())
                : parse(configured);
    }

    /** As large as a budget for the rings of all pairs allows. */
    static int byRanks(int ranks, long memoryBytes) {
        long pairs = Math.max(1, (long) ranks * (ranks - 1));
        // Nothing is known of a file system of 0 bytes.
        long budget = memoryBytes == 0 ? ALL_PAIRS : Math.min(ALL_PAIRS, memoryBytes / SHARE);
        int share = (int) Math.min(USEFUL, Long.highestOneBit(budget / pairs));
        return Math.max(share, ranks <= 16 ? 256 * 1024 : 64 * 1024);
    }

    private static int parse(String text) {
        try {
            int bytes = Integer.parseInt(text.trim());
            if (bytes >= SMALLEST && bytes <= LARGEST && Integer.bitCount(bytes) == 1) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            throw refusal(text, e);
        }
        throw refusal(text, null);
    }

    private static IllegalArgumentException refusal(String text, NumberFormatException cause) {
        return new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "setting %s is %s: give a power of two from %d to %d bytes",
                        SETTING,
                        text,
                        SMALLEST,
                        LARGEST),
                cause);
    }
}
