package org.javampi.transport.tcp;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;

/**
 * A connection on which one peer sends to this rank, from the moment it is accepted: first it
 * proves itself.
 */
final class Incoming {
    private static final int UNPROVED = -1;

    private final TcpTransport transport;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final long acceptedNs = System.nanoTime();
    private final byte[] nonce = Proof.nonce();
    private final ByteBuffer greeting = ByteBuffer.wrap(nonce);
    private final ByteBuffer hello = ByteBuffer.allocate(Proof.HELLO_BYTES);
    private ByteBuffer answer;
    private Region region;
    private ByteBuffer bytes;
    private int peer = UNPROVED;
    private int start;
    private int end;
    private boolean closed;
    private String reason;

    /** Polls since something last came. */
    private int quietPolls;

    Incoming(TcpTransport transport, SocketChannel channel) throws IOException {
        this.transport = transport;
        this.channel = channel;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(transport.selector(), SelectionKey.OP_READ);
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
            channel.write(greeting);
            if (answer == null) {
                if (channel.read(hello) < 0) {
                    close("closed before its proof");
                    return;
                }
                if (!hello.hasRemaining()) {
                    check();
                }
            }
            if (answer != null) {
                channel.write(answer);
                if (!answer.hasRemaining()) {
                    hello.rewind();
                    peer = hello.getInt();
                    region = Region.allocate(transport.bufferBytes());
                    bytes = region.buffer().duplicate();
                }
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
        answer = ByteBuffer.wrap(transport.proof().mac('L', nonce, theirs, rank, epoch));
    }

    /** Reads once and delivers whole frames; answers their number. */
    int poll(FrameHandler handler) {
        try {
            bytes.limit(bytes.capacity()).position(end);
            int read = channel.read(bytes);
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
            reason = why;
            key.cancel();
            try {
                channel.close();
            } catch (IOException e) {
                reason = why + "; closing failed: " + e.getMessage();
            }
        }
    }
}
