package org.javampi.river.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
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
        mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
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
        assertArrayEquals(one.bytes(), Secret.ofHex(one.toHex()).bytes());
    }
}
