package org.javampi.transport.tcp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How both ends of a connection prove that they belong to the job, before anything else is read
 * (RFC 2104).
 *
 * <pre>
 *  listener  -> connector  16 bytes nonce
 *  connector -> listener   int rank, int epoch, 16 bytes nonce, HMAC("C", all of these)
 *  listener  -> connector  HMAC("L", all of these)
 * </pre>
 */
final class Proof {
    static final int NONCE_BYTES = 16;
    static final int MAC_BYTES = 32;

    /** What the connector sends. */
    static final int HELLO_BYTES = 2 * Integer.BYTES + NONCE_BYTES + MAC_BYTES;

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    /** Made when the first connection needs it: most ranks of one host never connect. */
    private static final class Source {
        static final SecureRandom RANDOM = new SecureRandom();
    }

    Proof(byte[] secret) {
        this.secret = secret;
    }

    static byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        Source.RANDOM.nextBytes(nonce);
        return nonce;
    }

    /** The proof of one end for this connection. */
    byte[] mac(char role, byte[] listenerNonce, byte[] connectorNonce, int rank, int epoch) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((byte) role);
            mac.update(listenerNonce);
            mac.update(connectorNonce);
            mac.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(rank)
                    .putInt(epoch)
                    .array());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }

    static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
