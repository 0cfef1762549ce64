package org.javampi.river.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hashes are those of the JDK; random names are random and named so. */
class Sha256Test {
    @Test
    void shouldHashAsTheStandardSays() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                HexFormat.of().formatHex(Sha256.hash()));
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                HexFormat.of().formatHex(Sha256.hash(new byte[] {'a'}, new byte[] {'b', 'c'})));
    }

    @Test
    void shouldHashAsTheJdkDoesWhateverTheLength() throws Exception {
        MessageDigest jdk = MessageDigest.getInstance("SHA-256");
        Random random = new Random(1);
        for (int length = 0; length < 4 * Sha256.BLOCK_BYTES; length++) {
            byte[] text = new byte[length];
            random.nextBytes(text);
            byte[] head = Arrays.copyOf(text, length / 3);
            byte[] tail = Arrays.copyOfRange(text, length / 3, length);
            assertArrayEquals(jdk.digest(text), Sha256.hash(head, tail), "length " + length);
        }
    }

    @Test
    void shouldNameAtRandom() {
        UUID name = Entropy.uuid();
        assertEquals(4, name.version());
        assertEquals(2, name.variant());
        assertNotEquals(name, Entropy.uuid());
    }
}
