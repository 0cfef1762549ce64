package org.javampi.river.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Proofs are HMAC-SHA256, as the JDK's own implementation computes it. */
class SecretTest {
    @Test
    void shouldProveByHmacSha256() throws Exception {
        Secret secret = Secret.random();
        byte[] said = {1, 2, 3};
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret.toHex()), "HmacSHA256"));
        mac.update("vm".getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) said.length);
        assertArrayEquals(mac.doFinal(said), secret.proof("vm", said));
    }

    @Test
    void shouldNotProveAnotherSecret() {
        byte[] said = {1};
        Secret one = Secret.random();
        assertFalse(Secret.same(one.proof("vm", said), Secret.random().proof("vm", said)));
        assertFalse(Secret.same(one.proof("vm", said), one.proof("agent", said)));
        assertEquals(one.toHex(), Secret.ofHex(one.toHex()).toHex());
    }

    @Test
    void shouldSealTheSecretForTheTicketOnly() {
        Secret secret = Secret.random();
        byte[] nonce = {7, 8, 9};
        byte[] sealed = secret.ticket(3).seal(secret, nonce);
        assertEquals(secret.toHex(), secret.ticket(3).unseal(sealed, nonce).toHex());
        assertNotEquals(secret.toHex(), secret.ticket(2).unseal(sealed, nonce).toHex());
        assertNotEquals(secret.toHex(), secret.ticket(3).toHex());
    }
}
