package org.javampi.river.trust;

import java.nio.ByteBuffer;
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

    /**
     * A secret of one JVM's own, which this one yields but which does not yield this one. It serves to join
     * the job once; programs that the JVM starts may inherit it and gain nothing by it.
     */
    public Secret ticket(int vm) {
        return new Secret(
                proof("ticket", ByteBuffer.allocate(Integer.BYTES).putInt(vm).array()));
    }

    /** Hides {@code other} from all who do not know this one; {@code nonces} are never used again. */
    public byte[] seal(Secret other, byte[]... nonces) {
        return crypt(other.bytes, nonces);
    }

    /** What {@link #seal} has hidden. */
    public Secret unseal(byte[] sealed, byte[]... nonces) {
        return new Secret(crypt(sealed, nonces));
    }

    private byte[] crypt(byte[] text, byte[][] nonces) {
        byte[] pad = proof("seal", nonces);
        byte[] result = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            result[i] = (byte) (text[i] ^ pad[i % pad.length]);
        }
        return result;
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
