package org.javampi.transport.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;

/**
 * What one peer sends to this rank on a connection: one that the peer has opened, from the moment
 * it is accepted, when first it proves itself; or one of this rank's own, once it is open.
 */
final class Incoming {
    private static final int UNPROVED = -1;

    private final TcpTransport transport;
    private final Wire wire;
    private final long acceptedNs = System.nanoTime();
    private final byte[] nonce = Proof.nonce();
    private final ByteBuffer greeting = ByteBuffer.wrap(nonce);
    private final ByteBuffer hello = ByteBuffer.allocate(Proof.HELLO_BYTES);

    /** The answer to a good proof, until it is given. */
    private byte[] answer;

    /** Who has proved to be there, while the answer is held back. */
    private int candidate;

    /** Room for frames; null before the first one: many connections are used one way only. */
    private Region region;

    private ByteBuffer bytes;
    private int peer = UNPROVED;
    private int start;
    private int end;
    private boolean closed;
    private String reason;

    /** Polls since something last came. */
    private int quietPolls;

    /** Somebody has opened {@code wire}. */
    Incoming(TcpTransport transport, Wire wire) {
        this.transport = transport;
        this.wire = wire;
        wire.watch(SelectionKey.OP_READ, true);
    }

    /** This rank has opened {@code wire} to {@code peer}, which has proved itself. */
    Incoming(TcpTransport transport, Wire wire, int peer) {
        this(transport, wire);
        this.peer = peer;
    }

    Wire wire() {
        return wire;
    }

    /** Whether it has proved itself but gets no answer yet; see {@link TcpTransport#holds}. */
    boolean isHeld() {
        return answer != null;
    }

    boolean isProved() {
        return peer != UNPROVED;
    }

    boolean isClosed() {
        return closed;
    }

    /** Why it is closed. */
    String reason() {
        return reason;
    }

    int peer() {
        return peer;
    }

    long acceptedNs() {
        return acceptedNs;
    }

    int quietPolls() {
        return quietPolls;
    }

    /** Goes on with the proof; nothing else is read before it stands. */
    void prove() {
        try {
            wire.channel().write(greeting);
            if (answer == null) {
                if (wire.channel().read(hello) < 0) {
                    close("closed before its proof");
                    return;
                }
                if (!hello.hasRemaining()) {
                    check();
                }
            }
            if (answer != null && transport.supersedes(candidate)) {
                close("this rank's own connection has come first");
            } else if (answer != null && !transport.holds(candidate)) {
                give(answer);
            }
        } catch (IOException e) {
            close("failed before its proof: " + e.getMessage());
        }
    }

    private void check() {
        hello.flip();
        int rank = hello.getInt();
        int epoch = hello.getInt();
        byte[] theirs = new byte[Proof.NONCE_BYTES];
        byte[] mac = new byte[Proof.MAC_BYTES];
        hello.get(theirs).get(mac);
        byte[] expected = transport.proof().mac('C', nonce, theirs, rank, epoch);
        if (!Proof.same(mac, expected)
                || rank < 0
                || rank >= transport.size()
                || epoch != transport.epoch()) {
            close("does not belong to this job");
            return;
        }
        candidate = rank;
        answer = transport.proof().mac('L', nonce, theirs, rank, epoch);
    }

    /** From now on the peer may rely on the connection, and so does this rank. */
    private void give(byte[] mac) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(mac);
        wire.channel().write(out);
        if (out.hasRemaining()) {
            throw new IOException("an answer of " + mac.length + " bytes does not go through");
        }
        answer = null;
        peer = candidate;
    }

    /** Reads once and delivers whole frames; answers their number. */
    int poll(FrameHandler handler) {
        try {
            int read = read();
            if (read <= 0) {
                quietPolls++;
                if (read < 0) {
                    close("it has closed its connection");
                }
                return 0;
            }
            end += read;
            quietPolls = 0;
        } catch (IOException e) {
            close("receiving from it failed: " + e.getMessage());
            return 0;
        }
        return deliver(handler);
    }

    private int read() throws IOException {
        if (region != null) {
            bytes.limit(bytes.capacity()).position(end);
            return wire.channel().read(bytes);
        }
        ByteBuffer first = transport.firstBytes().clear();
        int read = wire.channel().read(first);
        if (read > 0) {
            region = Region.allocate(transport.bufferBytes());
            bytes = region.buffer().duplicate();
            bytes.put(first.flip());
        }
        return read;
    }

    private int deliver(FrameHandler handler) {
        int frames = 0;
        while (end - start >= Integer.BYTES) {
            int length = region.getInt(start);
            if (length < 8 || length > transport.maxFrameBytes()) {
                close(
                        "it sent a frame of "
                                + length
                                + " bytes (allowed 8.."
                                + transport.maxFrameBytes()
                                + ")");
                return frames;
            }
            int onWire = Outgoing.padded(length);
            if (end - start < onWire) {
                break;
            }
            handler.onFrame(peer, region, start, length);
            start += onWire;
            frames++;
        }
        if (start == end) {
            start = 0;
            end = 0;
        } else if (bytes.capacity() - end < transport.maxFrameBytes()) {
            // Frames begin at multiples of 8, and so does what is moved to the front.
            bytes.limit(end).position(start);
            bytes.compact();
            end -= start;
            start = 0;
        }
        return frames;
    }

    void close(String why) {
        if (!closed) {
            closed = true;
            String failure = wire.close();
            reason = failure == null ? why : why + "; closing failed: " + failure;
        }
    }
}
