package org.javampi.river.trust;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.javampi.river.platform.Platform;

/** Random bytes that nobody can guess: the system's own. */
public final class Entropy {
    private static final long VERSION_4 = 0x4000;
    private static final long VARIANT = Long.MIN_VALUE;

    private Entropy() {}

    /** So many random bytes. */
    public static byte[] bytes(int count) {
        return Platform.current().random(count);
    }

    /** A random name (RFC 4122 §4.4). */
    public static UUID uuid() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(2 * Long.BYTES));
        return new UUID(bytes.getLong() & ~0xf000L | VERSION_4, bytes.getLong() & Long.MAX_VALUE >>> 1 | VARIANT);
    }
}
