package org.javampi.transport.shm;

import java.util.Locale;
import org.javampi.core.spi.transport.TransportContext;

/**
 * Room per ring: a power of two that keeps a pipeline of chunks in a core's second-level cache, and
 * less per ring where many ranks share the host, so that an all-to-all among them still fits into
 * memory.
 */
final class RingSize {
    static final String SETTING = "shm.ring.bytes";
    private static final int SMALLEST = 16 * 1024;
    private static final int LARGEST = 1 << 28;

    private RingSize() {}

    static int of(TransportContext context) {
        String configured = context.setting(SETTING, "");
        return configured.isEmpty() ? byRanks(context.hostSize()) : parse(configured);
    }

    private static int byRanks(int ranks) {
        if (ranks <= 4) {
            return 512 * 1024;
        }
        return ranks <= 16 ? 256 * 1024 : 64 * 1024;
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
