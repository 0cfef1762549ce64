package org.javampi.transport.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportContext;

/**
 * Ranks over TCP: each rank listens once and connects to a peer when it first sends to it, unless
 * the peer has connected to it before. Both send on that connection: an answer then carries the
 * acknowledgement of what it answers. When both connect at the same moment the lower rank's
 * connection stands: it {@linkplain #holds holds} the other's proof without an answer, so that no
 * frame ever goes there. Connections that carry traffic are read at every poll; the others, and the
 * listening socket, every so often, so that silent peers cost next to nothing.
 */
final class TcpTransport implements Transport {
    static final String NAME = "tcp";

    private static final String ADDRESS_KEY = "tcp.address";
    private static final int SWEEP_EVERY = 64;

    /** A spinning rank polls a hundred times in a microsecond. */
    private static final long SWEEP_NS = 10_000;

    private static final int HOT_POLLS = 2_000;
    private static final int MOST_STRANGERS = 64;
    private static final int FIRST_BYTES = 512;
    private static final int BUFFER_BYTES = 512 * 1024;

    /**
     * Two of the longest segments of a loopback connection (65,483 bytes, with time stamps): what
     * is left over from a segment goes as a small one of its own, which cost a third of all the
     * time of long messages. To connections of shorter segments one length is as good as another.
     */
    private static final int MAX_FRAME_BYTES = 2 * 65_483 & -8;

    private final TransportContext context;
    private final Proof proof;
    private final ServerSocketChannel server;

    /** Tells whether a peer wants to connect: asking {@code server} itself makes garbage. */
    private final Selector connecting;

    private final Int2ObjectHashMap<Outgoing> outgoing = new Int2ObjectHashMap<>();
    private final List<Outgoing> unsettled = new ArrayList<>();
    private final List<Outgoing> open = new ArrayList<>();
    private final List<Incoming> incoming = new ArrayList<>();
    private final List<UnprovedConnection> unproved = new ArrayList<>();
    private final ByteBuffer firstBytes = ByteBuffer.allocateDirect(FIRST_BYTES);
    private int polls;
    private long lastSweepNs;
    private boolean sweepNext;
    private long refused;

    private TcpTransport(TransportContext context, ServerSocketChannel server, Selector connecting) {
        this.context = context;
        this.server = server;
        this.connecting = connecting;
        proof = new Proof(context.secret());
    }

    static TcpTransport open(TransportContext context) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.configureBlocking(false);
            server.bind(new InetSocketAddress(context.bindAddress(), 0), 512);
            server.register(context.selector(), SelectionKey.OP_ACCEPT);
            Selector connecting = Selector.open();
            server.register(connecting, SelectionKey.OP_ACCEPT);
            InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
            context.publish(ADDRESS_KEY, address.getAddress().getHostAddress() + ":" + address.getPort());
            return new TcpTransport(context, server, connecting);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + context.bindAddress() + ": " + e.getMessage(), e);
        }
    }

    Selector selector() {
        return context.selector();
    }

    Proof proof() {
        return proof;
    }

    int rank() {
        return context.rank();
    }

    int size() {
        return context.size();
    }

    int epoch() {
        return context.epoch();
    }

    /** For the first bytes of a connection that has no buffer yet; used at once. */
    ByteBuffer firstBytes() {
        return firstBytes;
    }

    /**
     * Whether {@code peer}, which has connected, must wait for its answer: this rank connects to it
     * at the same time and is the lower one.
     */
    boolean holds(int peer) {
        Outgoing own = outgoing.get(peer);
        return own != null && own.isConnecting() && context.rank() < peer;
    }

    /** Whether this rank's own connection to {@code peer}, which has connected too, stands. */
    boolean supersedes(int peer) {
        Outgoing own = outgoing.get(peer);
        return own != null && own.isOpen() && context.rank() < peer;
    }

    int bufferBytes() {
        return BUFFER_BYTES;
    }

    int maxFrameBytes() {
        return MAX_FRAME_BYTES;
    }

    /** Where this rank listens, for messages: {@code 10.0.0.1 (eth0)}. */
    String ownInterface() {
        InetAddress own = context.bindAddress();
        try {
            NetworkInterface on = NetworkInterface.getByInetAddress(own);
            return own.getHostAddress() + (on == null ? "" : " (" + on.getName() + ")");
        } catch (SocketException e) {
            return own.getHostAddress();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean reaches(int peer) {
        return true;
    }

    @Override
    public Endpoint endpoint(int peer) {
        Outgoing existing = outgoing.get(peer);
        if (existing != null) {
            return existing;
        }
        Outgoing fresh = new Outgoing(this, peer, BUFFER_BYTES, MAX_FRAME_BYTES);
        outgoing.put(peer, fresh);
        for (Incoming proved : incoming) {
            if (proved.peer() == peer && proved.wire().isOpen()) {
                fresh.adopt(proved.wire());
                open.add(fresh);
                return fresh;
            }
        }
        unsettled.add(fresh);
        context.lookup(peer, ADDRESS_KEY).thenAccept(text -> fresh.foundAddress(parse(text), context.selector()));
        return fresh;
    }

    private static InetSocketAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public int poll(FrameHandler handler) {
        boolean sweep = isSweepDue();
        if (sweep) {
            accept();
        }
        if (!unsettled.isEmpty()) {
            connect(handler);
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            flush(open.get(i), handler);
        }
        int frames = 0;
        for (int i = incoming.size() - 1; i >= 0; i--) {
            Incoming connection = incoming.get(i);
            if (sweep || connection.quietPolls() < HOT_POLLS) {
                frames += connection.poll(handler);
                if (connection.isClosed()) {
                    incoming.remove(i);
                    handler.onDisconnect(connection.peer(), connection.reason());
                }
            }
        }
        return frames;
    }

    private boolean isSweepDue() {
        if (sweepNext || !unproved.isEmpty()) {
            sweepNext = false;
            return true;
        }
        if (++polls % SWEEP_EVERY != 0) {
            return false;
        }
        long now = System.nanoTime();
        boolean due = now - lastSweepNs >= SWEEP_NS;
        lastSweepNs = due ? now : lastSweepNs;
        return due;
    }

    private void flush(Outgoing connection, FrameHandler handler) {
        connection.flush();
        if (connection.failure() != null) {
            // Walked from the end: what moves up has been looked at.
            open.remove(connection);
            handler.onDisconnect(connection.peer(), connection.failure());
        }
    }

    private void connect(FrameHandler handler) {
        for (int i = unsettled.size() - 1; i >= 0; i--) {
            Outgoing connection = unsettled.get(i);
            connection.advance();
            if (connection.isSettled()) {
                unsettled.remove(i);
                if (connection.isOpen()) {
                    open.add(connection);
                    incoming.add(new Incoming(this, connection.wire(), connection.peer()));
                } else {
                    handler.onDisconnect(connection.peer(), connection.failure());
                }
            }
        }
    }

    private void accept() {
        try {
            if (connecting.selectNow() > 0) {
                connecting.selectedKeys().clear();
                acceptAll();
            }
        } catch (IOException e) {
            // The other side has gone again while it was being accepted.
            refused++;
        }
        for (int i = unproved.size() - 1; i >= 0; i--) {
            UnprovedConnection newcomer = unproved.get(i);
            newcomer.prove();
            if (newcomer.isClosed()) {
                unproved.remove(i);
                refused += newcomer.isHeld() ? 0 : 1;
            } else if (newcomer.isProved()) {
                unproved.remove(i);
                Incoming proved = new Incoming(this, newcomer.wire(), newcomer.rank());
                incoming.add(proved);
                adopt(proved);
            }
        }
    }

    /** What this rank is about to send to the peer goes there, too. */
    private void adopt(Incoming proved) {
        Outgoing own = outgoing.get(proved.peer());
        if (own != null && own.isConnecting()) {
            unsettled.remove(own);
            own.adopt(proved.wire());
            open.add(own);
        }
    }

    /** A rank whose proof stands and is held is no newcomer. */
    private void dropOldestStranger() {
        for (int i = 0; i < unproved.size(); i++) {
            if (!unproved.get(i).isHeld()) {
                unproved.remove(i).close();
                refused++;
                return;
            }
        }
    }

    private void acceptAll() throws IOException {
        for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
            // All other ranks may come at once, and some unproved besides.
            if (unproved.size() >= MOST_STRANGERS + context.size()) {
                dropOldestStranger();
            }
            unproved.add(new UnprovedConnection(this, new Wire(channel, context.selector())));
        }
    }

    @Override
    public boolean arm(boolean urgentOnly) {
        for (int i = 0; i < unsettled.size(); i++) {
            unsettled.get(i).arm();
        }
        for (int i = 0; i < open.size(); i++) {
            open.get(i).arm();
        }
        // The selector is level-triggered: what arrives before it blocks makes it return at once.
        // But a full sweep is due first for connections that ordinary polls have skipped.
        sweepNext = true;
        return true;
    }

    @Override
    public void disarm() {
        for (int i = 0; i < open.size(); i++) {
            open.get(i).disarm();
        }
        for (int i = 0; i < unsettled.size(); i++) {
            unsettled.get(i).disarm();
        }
    }

    @Override
    public boolean isFlushed() {
        for (int i = 0; i < open.size(); i++) {
            if (!open.get(i).flush()) {
                return false;
            }
        }
        return true;
    }

    /** Connections that did not prove to belong to the job. */
    long refusedConnections() {
        return refused;
    }

    /** Connections with other ranks. */
    int connections() {
        return incoming.size();
    }

    @Override
    public void close() {
        try {
            connecting.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop listening", e);
        } finally {
            unproved.forEach(UnprovedConnection::close);
            incoming.forEach(connection -> connection.close("this rank has left"));
            outgoing.values().forEach(connection -> connection.close("this rank has left"));
        }
    }
}
