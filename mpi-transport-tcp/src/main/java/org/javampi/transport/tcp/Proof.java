package org.javampi.transport.tcp;

import java.nio.ByteBuffer;
import org.javampi.river.trust.Entropy;
import org.javampi.river.trust.Secret;

/**
 * How both ends of a connection prove that they belong to the job, before anything else is read.
 *
 * <pre>
 *  listener  -> connector  16 bytes nonce
 *  connector -> listener   int rank, int epoch, 16 bytes nonce, {@link Secret#proof}("connector", all of these)
 *  listener  -> connector  {@link Secret#proof}("listener", all of these)
 * </pre>
 */
final class Proof {
    static final int NONCE_BYTES = 16;
    static final int MAC_BYTES = Secret.PROOF_BYTES;

    /** What the connector sends. */
    static final int HELLO_BYTES = 2 * Integer.BYTES + NONCE_BYTES + MAC_BYTES;

    private final Secret secret;

    Proof(Secret secret) {
        this.secret = secret;
    }

    static byte[] nonce() {
        return Entropy.bytes(NONCE_BYTES);
    }

    /** The proof of the end that has connected. */
    byte[] ofConnector(byte[] listenerNonce, byte[] connectorNonce, int rank, int epoch) {
        return secret.proof("connector", listenerNonce, connectorNonce, numbers(rank, epoch));
    }

    /** The proof of the end that listens. */
    byte[] ofListener(byte[] listenerNonce, byte[] connectorNonce, int rank, int epoch) {
        return secret.proof("listener", listenerNonce, connectorNonce, numbers(rank, epoch));
    }

    private static byte[] numbers(int rank, int epoch) {
        return ByteBuffer.allocate(2 * Integer.BYTES).putInt(rank).putInt(epoch).array();
    }
}
