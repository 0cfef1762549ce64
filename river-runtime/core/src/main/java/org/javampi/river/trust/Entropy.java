package org.javampi.river.trust;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Random bytes that nobody can guess: the system's own, which is what {@link SecureRandom} hands
 * on; asked directly, since loading the JDK's security takes longer than the rest of a small job's
 * start.
 */
public final class Entropy {
    private static final String SYSTEM = "/dev/urandom";
    private static final long VERSION_4 = 0x4000;
    private static final long VARIANT = Long.MIN_VALUE;

    private Entropy() {}

    /** So many random bytes. */
    public static byte[] bytes(int count) {
        try (InputStream system = new FileInputStream(SYSTEM)) {
            byte[] bytes = new byte[count];
            if (system.readNBytes(bytes, 0, count) == count) {
                return bytes;
            }
        } catch (IOException e) {
            // A system without that file: the JDK knows where else to ask.
            return fromJdk(count);
        }
        return fromJdk(count);
    }

    private static byte[] fromJdk(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** A random name (RFC 4122 §4.4). */
    public static UUID uuid() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(2 * Long.BYTES));
        return new UUID(bytes.getLong() & ~0xf000L | VERSION_4, bytes.getLong() & Long.MAX_VALUE >>> 1 | VARIANT);
    }
}
