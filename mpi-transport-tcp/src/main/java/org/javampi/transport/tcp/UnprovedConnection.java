package org.javampi.transport.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.concurrent.TimeUnit;
import org.javampi.river.trust.Secret;

/**
 * An accepted connection, until a rank has proved to be at its other end; see {@link Proof} for what is
 * said. Nothing else is read before. One that fails is closed and counted: it may be anybody, so
 * that nobody is told why.
 */
final class UnprovedConnection {
    private static final int NOBODY = -1;
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(10);

    private final TcpTransport transport;
    private final Wire wire;
    private final long acceptedNs = System.nanoTime();
    private final byte[] nonce = Proof.nonce();
    private final ByteBuffer greeting = ByteBuffer.wrap(nonce);
    private final ByteBuffer hello = ByteBuffer.allocate(Proof.HELLO_BYTES);

    /** Who has proved to be there. */
    private int rank = NOBODY;

    /** The answer to a good proof, until it is given. */
    private byte[] answer;

    private boolean closed;

    UnprovedConnection(TcpTransport transport, Wire wire) {
        this.transport = transport;
        this.wire = wire;
        wire.watch(SelectionKey.OP_READ, true);
    }

    Wire wire() {
        return wire;
    }

    /** Who it is, once it is {@linkplain #isProved proved} or {@linkplain #isHeld held}. */
    int rank() {
        return rank;
    }

    /** Whether it has proved itself but gets no answer yet; see {@link TcpTransport#holds}. */
    boolean isHeld() {
        return answer != null;
    }

    /** Whether both sides may rely on the connection. */
    boolean isProved() {
        return rank != NOBODY && answer == null;
    }

    boolean isClosed() {
        return closed;
    }

    /** Goes on with the proof as far as can be without waiting. */
    void prove() {
        try {
            wire.channel().write(greeting);
            if (answer == null && wire.channel().read(hello) < 0) {
                close();
                return;
            }
            if (answer == null && !hello.hasRemaining()) {
                check();
            }
            if (answer != null && transport.supersedes(rank)) {
                // This rank's own connection has come first.
                close();
            } else if (answer != null && !transport.holds(rank)) {
                give(answer);
            }
            if (rank == NOBODY && System.nanoTime() - acceptedNs > DEADLINE_NS) {
                close();
            }
        } catch (IOException e) {
            // It is gone, or has broken off: no member of the job does, unless it dies.
            close();
        }
    }

    private void check() {
        hello.flip();
        int claimed = hello.getInt();
        int epoch = hello.getInt();
        byte[] theirs = new byte[Proof.NONCE_BYTES];
        byte[] mac = new byte[Proof.MAC_BYTES];
        hello.get(theirs).get(mac);
        byte[] expected = transport.proof().ofConnector(nonce, theirs, claimed, epoch);
        if (!Secret.same(mac, expected) || claimed < 0 || claimed >= transport.size() || epoch != transport.epoch()) {
            close();
            return;
        }
        rank = claimed;
        answer = transport.proof().ofListener(nonce, theirs, claimed, epoch);
    }

    private void give(byte[] mac) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(mac);
        wire.channel().write(out);
        if (out.hasRemaining()) {
            throw new IOException("an answer of " + mac.length + " bytes does not go through");
        }
        answer = null;
    }

    /** Turns it out. */
    void close() {
        closed = true;
        wire.close();
    }
}
