package org.javampi.river.discovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.javampi.river.trust.Secret;

/**
 * What is said while VMs are looked for. An answer carries the question's nonce under its proof: an
 * old one cannot be replayed.
 *
 * <pre>
 *  question   8 bytes "RIVERASK", 16 bytes nonce, HMAC("ask", nonce)
 *  answer     8 bytes "RIVERVM!", 16 bytes the question's nonce, RiverVm, HMAC("here", nonce, RiverVm)
 * </pre>
 */
final class Datagram {
    /** Longer than any of ours; a longer one is cut, and then no longer proves anything. */
    static final int LONGEST = 512;

    private static final byte[] QUESTION = "RIVERASK".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = "RIVERVM!".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 16;
    private static final int HEAD_BYTES = 8 + NONCE_BYTES;

    private Datagram() {}

    static byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    static byte[] question(byte[] nonce, Secret secret) {
        return join(QUESTION, nonce, secret.proof("ask", nonce));
    }

    static byte[] answer(byte[] nonce, RiverVm vm, Secret secret) {
        byte[] body = vm.encode();
        return join(ANSWER, nonce, body, secret.proof("here", nonce, body));
    }

    /**
     * The nonce of a question, or null when the bytes are none of a node that knows the secret.
     */
    static byte[] nonceOfQuestion(byte[] bytes, Secret secret) {
        if (bytes.length != HEAD_BYTES + Secret.PROOF_BYTES || !startsWith(bytes, QUESTION)) {
            return null;
        }
        byte[] nonce = Arrays.copyOfRange(bytes, QUESTION.length, HEAD_BYTES);
        byte[] proof = Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length);
        return Secret.same(proof, secret.proof("ask", nonce)) ? nonce : null;
    }

    /** Who answers the question with {@code nonce}; null when the bytes are no answer to it. */
    static RiverVm answerTo(byte[] nonce, byte[] bytes, Secret secret) {
        int bodyEnd = bytes.length - Secret.PROOF_BYTES;
        if (bodyEnd <= HEAD_BYTES || bodyEnd - HEAD_BYTES > 255 || !startsWith(bytes, ANSWER)) {
            return null;
        }
        byte[] theirs = Arrays.copyOfRange(bytes, ANSWER.length, HEAD_BYTES);
        byte[] body = Arrays.copyOfRange(bytes, HEAD_BYTES, bodyEnd);
        byte[] proof = Arrays.copyOfRange(bytes, bodyEnd, bytes.length);
        if (!Secret.same(theirs, nonce) || !Secret.same(proof, secret.proof("here", nonce, body))) {
            return null;
        }
        try {
            return RiverVm.decode(ByteBuffer.wrap(body));
        } catch (IOException e) {
            // Proved, and yet of another version: nobody that can be talked to.
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(LONGEST);
        for (byte[] part : parts) {
            all.put(part);
        }
        return Arrays.copyOf(all.array(), all.position());
    }
}
