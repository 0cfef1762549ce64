package org.javampi.transport.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.Region;
import org.javampi.river.trust.Secret;

/**
 * What this rank sends to one peer, on a connection that either has opened; the peer sends on the
 * same one. Frames are written in place into a buffer, which goes to the socket at each commit as
 * far as the socket takes it. Frames are padded to a multiple of 8 bytes on the wire.
 */
final class Outgoing implements Endpoint {
    private static final int IO_ATTEMPTS = 3;

    /** How long a peer may take to accept and prove itself: a lost packet or two are no reason. */
    private static final long CONNECT_LIMIT_NS = TimeUnit.SECONDS.toNanos(20);

    private enum State {
        LOOKING_UP,
        CONNECTING,
        GREETING,
        PROVING,
        OPEN,
        CLOSED
    }

    private final TcpTransport transport;
    private final int peer;
    private final Region region;
    private final ByteBuffer bytes;
    private final int maxFrameBytes;
    private final ByteBuffer greeting = ByteBuffer.allocate(Proof.NONCE_BYTES);
    private final ByteBuffer answer = ByteBuffer.allocate(Proof.MAC_BYTES);
    private final byte[] nonce = Proof.nonce();

    /** Where the peer listens, once the directory has told; written by any thread. */
    private volatile InetSocketAddress address;

    private State state = State.LOOKING_UP;
    private long connectingSinceNs;
    private Wire wire;
    private ByteBuffer hello;
    private String failure;

    /** Bytes {@code sent .. filled} wait for the socket. */
    private int sent;

    private int filled;
    private int claimedAt;
    private int claimedBytes;

    Outgoing(TcpTransport transport, int peer, int bufferBytes, int maxFrameBytes) {
        this.transport = transport;
        this.peer = peer;
        this.maxFrameBytes = maxFrameBytes;
        region = Region.allocate(bufferBytes);
        bytes = region.buffer().duplicate();
    }

    /** The directory's answer. Any thread. */
    void foundAddress(InetSocketAddress found, Selector selector) {
        address = found;
        selector.wakeup();
    }

    int peer() {
        return peer;
    }

    /** Why it is closed, or null. */
    String failure() {
        return failure;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it is on its way to being open, by a connection of its own. */
    boolean isConnecting() {
        return state != State.OPEN && state != State.CLOSED;
    }

    /** The connection, once it is open. */
    Wire wire() {
        return wire;
    }

    /** Sends on a connection that the peer has opened, and gives its own attempt up. */
    void adopt(Wire proved) {
        if (wire != null) {
            // No frame has gone there: it was not open.
            wire.close();
        }
        wire = proved;
        state = State.OPEN;
    }

    boolean isSettled() {
        return state == State.OPEN || state == State.CLOSED;
    }

    @Override
    public int claim(int byteCount) {
        if (state != State.OPEN) {
            return state == State.CLOSED ? CLOSED : FULL;
        }
        int needed = padded(byteCount);
        if (filled + needed > region.capacity()) {
            flush();
            if (sent == filled) {
                sent = 0;
                filled = 0;
            } else if (region.capacity() - (filled - sent) >= needed) {
                compact();
            } else {
                return state == State.CLOSED ? CLOSED : FULL;
            }
        }
        claimedAt = filled;
        claimedBytes = byteCount;
        return claimedAt;
    }

    private void compact() {
        bytes.limit(filled).position(sent);
        bytes.compact();
        filled -= sent;
        sent = 0;
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public void commit() {
        region.putInt(claimedAt, claimedBytes);
        filled += padded(claimedBytes);
        flush();
    }

    @Override
    public int maxFrameBytes() {
        return maxFrameBytes;
    }

    static int padded(int byteCount) {
        return (byteCount + 7) & -8;
    }

    /** Gives the socket what it takes; answers whether nothing is left. */
    boolean flush() {
        if (state != State.OPEN || sent == filled) {
            return sent == filled;
        }
        try {
            bytes.limit(filled).position(sent);
            for (int i = 0; i < IO_ATTEMPTS && bytes.hasRemaining(); i++) {
                if (wire.channel().write(bytes) == 0) {
                    break;
                }
            }
            sent = bytes.position();
            if (sent == filled) {
                sent = 0;
                filled = 0;
            }
        } catch (IOException e) {
            close("sending to it failed: " + e.getMessage());
        }
        return sent == filled;
    }

    /** Moves the connection along. */
    void advance() {
        try {
            step();
        } catch (IOException e) {
            close("connecting to it at "
                    + address.getAddress().getHostAddress()
                    + ":"
                    + address.getPort()
                    + " from "
                    + transport.ownInterface()
                    + " failed: "
                    + e.getMessage());
        }
    }

    private void step() throws IOException {
        if (state == State.LOOKING_UP && address != null) {
            wire = new Wire(SocketChannel.open(), transport.selector());
            state = State.CONNECTING;
            connectingSinceNs = System.nanoTime();
            if (wire.channel().connect(address)) {
                state = State.GREETING;
            }
        }
        if (state == State.CONNECTING && wire.channel().finishConnect()) {
            state = State.GREETING;
        }
        if (state == State.GREETING && filled(greeting)) {
            byte[] mac = transport.proof().ofConnector(greeting.array(), nonce, transport.rank(), transport.epoch());
            hello = ByteBuffer.allocate(Proof.HELLO_BYTES);
            hello.putInt(transport.rank())
                    .putInt(transport.epoch())
                    .put(nonce)
                    .put(mac)
                    .flip();
            state = State.PROVING;
        }
        if (state == State.PROVING) {
            wire.channel().write(hello);
            if (!hello.hasRemaining() && filled(answer)) {
                byte[] expected =
                        transport.proof().ofListener(greeting.array(), nonce, transport.rank(), transport.epoch());
                if (!Secret.same(expected, answer.array())) {
                    throw new IOException("the process that listens there does not know this job's secret");
                }
                state = State.OPEN;
            }
        }
        if (state != State.OPEN
                && state != State.LOOKING_UP
                && System.nanoTime() - connectingSinceNs > CONNECT_LIMIT_NS) {
            throw new IOException("no answer within " + TimeUnit.NANOSECONDS.toSeconds(CONNECT_LIMIT_NS) + " s");
        }
    }

    private boolean filled(ByteBuffer target) throws IOException {
        if (target.hasRemaining() && wire.channel().read(target) < 0) {
            throw new IOException("it has closed the connection");
        }
        return !target.hasRemaining();
    }

    /** What the selector must watch while the rank sleeps. */
    void arm() {
        switch (state) {
            case CONNECTING -> wire.watch(SelectionKey.OP_CONNECT, true);
            case GREETING, PROVING -> wire.watch(SelectionKey.OP_READ, true);
            case OPEN -> wire.watch(SelectionKey.OP_WRITE, sent != filled);
            default -> {
                // Nothing to watch.
            }
        }
    }

    void disarm() {
        switch (state) {
            case CONNECTING -> wire.watch(SelectionKey.OP_CONNECT, false);
            case GREETING, PROVING -> wire.watch(SelectionKey.OP_READ, false);
            case OPEN -> wire.watch(SelectionKey.OP_WRITE, false);
            default -> {
                // Nothing is watched.
            }
        }
    }

    void close(String reason) {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            sent = 0;
            filled = 0;
            String trouble = wire == null ? null : wire.close();
            failure = trouble == null ? reason : reason + "; closing failed: " + trouble;
        }
    }
}
