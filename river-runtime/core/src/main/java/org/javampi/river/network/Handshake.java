package org.javampi.river.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.javampi.river.trust.Secret;

/**
 * How two VMs prove to each other that they know the shared secret, before anything else is read.
 * The proofs cover both sides' nonces and names, and differ by role: neither can be replayed or
 * reflected.
 *
 * <pre>
 *  listener -> caller   8 bytes "RIVERVM1", 16 bytes nonce
 *  caller -> listener   16 bytes nonce, byte n, n bytes Peer, HMAC("caller", nonces, peer)
 *  listener -> caller   byte n, n bytes Peer, HMAC("listener", nonces, peer, caller's peer)
 * </pre>
 */
final class Handshake {
    private static final byte[] GREETING = "RIVERVM1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 16;

    private final DataInputStream in;
    private final OutputStream out;
    private final Peer self;
    private final Secret secret;

    Handshake(DataInputStream in, OutputStream out, Peer self, Secret secret) {
        this.in = in;
        this.out = out;
        this.self = self;
        this.secret = secret;
    }

    /** The side that has connected: answers who listens. */
    Peer call() throws IOException {
        byte[] greeting = read(GREETING.length);
        if (!Secret.same(greeting, GREETING)) {
            throw new IOException("no River VM listens there");
        }
        byte[] theirs = read(NONCE_BYTES);
        byte[] ours = nonce();
        byte[] me = self.encode();
        write(ours, new byte[] {(byte) me.length}, me, secret.proof("caller", theirs, ours, me));
        byte[] peer = readPeer();
        byte[] proof = read(Secret.PROOF_BYTES);
        if (!Secret.same(proof, secret.proof("listener", theirs, ours, peer, me))) {
            throw new IOException("the VM there does not know this River's secret");
        }
        return Peer.decode(ByteBuffer.wrap(peer));
    }

    /** The side that listens: answers who has called. */
    Peer answer() throws IOException {
        byte[] ours = nonce();
        write(GREETING, ours);
        byte[] theirs = read(NONCE_BYTES);
        byte[] peer = readPeer();
        byte[] proof = read(Secret.PROOF_BYTES);
        if (!Secret.same(proof, secret.proof("caller", ours, theirs, peer))) {
            throw new IOException("the caller does not know this River's secret");
        }
        byte[] me = self.encode();
        write(new byte[] {(byte) me.length}, me, secret.proof("listener", ours, theirs, me, peer));
        return Peer.decode(ByteBuffer.wrap(peer));
    }

    private byte[] readPeer() throws IOException {
        int length = in.readUnsignedByte();
        if (length > Peer.LONGEST) {
            throw new IOException("a name of " + length + " bytes");
        }
        return read(length);
    }

    private byte[] read(int byteCount) throws IOException {
        byte[] bytes = new byte[byteCount];
        in.readFully(bytes);
        return bytes;
    }

    private void write(byte[]... parts) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(2 * Peer.LONGEST);
        for (byte[] part : parts) {
            all.put(part);
        }
        out.write(all.array(), 0, all.position());
    }

    private static byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }
}
