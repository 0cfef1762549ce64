package org.javampi.river.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What all parts of a job know and nobody else: 32 random bytes, and proofs of knowing them (RFC
 * 2104).
 */
public final class Secret {
    /** Bytes of a proof. */
    public static final int PROOF_BYTES = 32;

    private static final int SECRET_BYTES = 32;
    private static final int BLOCK_BYTES = 64;
    private static final int INNER_PAD = 0x36;
    private static final int OUTER_PAD = 0x5c;
    private static final String ALGORITHM = "SHA-256";

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A fresh one. */
    public static Secret random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(bytes);
    }

    /** The one that {@link #toHex} wrote. */
    public static Secret ofHex(String hex) {
        return new Secret(HexFormat.of().parseHex(hex));
    }

    /** For handing down to a process by its environment. */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The bytes themselves. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Proof of knowing the secret, for a role and what both sides have said. */
    public byte[] proof(String role, byte[]... said) {
        // HMAC by hand: javax.crypto takes longer to load than all else that a small job does.
        MessageDigest inner = keyed(INNER_PAD);
        inner.update(role.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : said) {
            inner.update((byte) part.length);
            inner.update(part);
        }
        MessageDigest outer = keyed(OUTER_PAD);
        return outer.digest(inner.digest());
    }

    private MessageDigest keyed(int pad) {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            byte[] key = Arrays.copyOf(bytes, BLOCK_BYTES);
            for (int i = 0; i < key.length; i++) {
                key[i] ^= (byte) pad;
            }
            digest.update(key);
            return digest;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }

    /** Compares proofs without telling by its time where they differ. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
