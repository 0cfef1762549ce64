package org.javampi.river.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What all parts of a job know and nobody else: 32 random bytes, and proofs of knowing them (RFC
 * 2104).
 */
public final class Secret {
    /** Bytes of a proof. */
    public static final int PROOF_BYTES = Sha256.BYTES;

    private static final int SECRET_BYTES = 32;
    private static final int INNER_PAD = 0x36;
    private static final int OUTER_PAD = 0x5c;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A fresh one. */
    public static Secret random() {
        return new Secret(Entropy.bytes(SECRET_BYTES));
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
        byte[][] parts = new byte[2 + 2 * said.length][];
        parts[0] = keyed(INNER_PAD);
        parts[1] = role.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < said.length; i++) {
            parts[2 + 2 * i] = new byte[] {(byte) said[i].length};
            parts[3 + 2 * i] = said[i];
        }
        return Sha256.hash(keyed(OUTER_PAD), Sha256.hash(parts));
    }

    private byte[] keyed(int pad) {
        byte[] key = Arrays.copyOf(bytes, Sha256.BLOCK_BYTES);
        for (int i = 0; i < key.length; i++) {
            key[i] ^= (byte) pad;
        }
        return key;
    }

    /** Compares proofs without telling by its time where they differ. */
    public static boolean same(byte[] one, byte[] other) {
        if (one.length != other.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < one.length; i++) {
            difference |= one[i] ^ other[i];
        }
        return difference == 0;
    }
}
