package org.javampi.river.nws.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.javampi.river.nws.space.Content;
import org.javampi.river.nws.wire.Option;
import org.javampi.river.nws.wire.ProtocolException;

/**
 * One client's socket. Reads while the client takes its replies, so that a slow one holds at most a few of them, and
 * while a request waits only to hear of the client's end.
 */
final class Connection {
    /** Bytes of the longest name, and so of what a client can make this server keep for a request. */
    static final int LONGEST_NAME = 1 << 20;

    private static final int FIRST_BYTES = 4 << 10;
    private static final int STREAM_BYTES = 128 << 10;
    private static final int READS = 4;
    private static final int REPLIES = 64;

    private final Reactor reactor;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final String peer;
    private final Handshake handshake;
    private final Output output = new Output();
    private ByteBuffer in = ByteBuffer.allocate(FIRST_BYTES);
    private RequestReader reader;
    private Session session;
    private String last = "";
    private boolean stopped;
    private boolean ended;

    Connection(Reactor reactor, SocketChannel channel) throws IOException {
        this.reactor = reactor;
        this.channel = channel;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
        peer = address.getAddress().getHostAddress() + ":" + address.getPort();
        handshake = new Handshake(reactor.webPort());
        key = channel.register(reactor.selector(), SelectionKey.OP_READ, this);
    }

    /** Its address and port. */
    String peer() {
        return peer;
    }

    /** What it does, for people. */
    String state() {
        if (session == null) {
            return "has not begun";
        }
        return session.isWaiting() ? "waits: " + last : output.isEmpty() ? "last: " + last : "is sent: " + last;
    }

    /** There are bytes, or the end. */
    void onReadable() throws IOException {
        for (int i = 0; i < READS; i++) {
            if (!in.hasRemaining() && !grow()) {
                updateInterest();
                return;
            }
            int got = channel.read(in);
            if (got < 0) {
                stop();
                reactor.endLater(this, null);
                return;
            }
            if (got == 0) {
                break;
            }
            serve();
            if (ended || session != null && session.isWaiting()) {
                break;
            }
        }
        updateInterest();
    }

    /** Makes room for a field that does not fit; false when the client must wait. */
    private boolean grow() throws ProtocolException {
        if (!mayServe()) {
            return false;
        }
        if (in.capacity() > LONGEST_NAME) {
            throw new ProtocolException("a field is longer than " + LONGEST_NAME + " bytes");
        }
        resize(in.capacity() * 2);
        return true;
    }

    private void resize(int capacity) {
        ByteBuffer larger = ByteBuffer.allocate(capacity);
        in.flip();
        larger.put(in);
        in = larger;
    }

    private boolean mayServe() {
        return !stopped && (session == null || !session.isWaiting()) && output.size() < REPLIES;
    }

    /** Serves what has been read, as far as that goes. */
    void serve() throws IOException {
        in.flip();
        try {
            if (session == null && meets()) {
                begin();
            }
            while (session != null && !ended && mayServe()) {
                Request request = reader.next(in);
                if (request == null) {
                    break;
                }
                last = request.operation() + " " + request.argument(1, "") + " " + request.argument(2, "");
                session.serve(request);
            }
        } finally {
            in.compact();
        }
        if (reader != null && reader.missing() > STREAM_BYTES && in.capacity() < STREAM_BYTES) {
            resize(STREAM_BYTES);
        }
    }

    private boolean meets() throws ProtocolException {
        return handshake.isDone(in, answer -> send(answer.getBytes(ISO_8859_1)));
    }

    private void begin() {
        Reply reply = new Reply(handshake.isAgreed(Option.METADATA_FROM_SERVER), handshake.hasCookies());
        reader = new RequestReader(reactor.spool(), handshake.isAgreed(Option.METADATA_TO_SERVER));
        session = new Session(reactor.space(), this, reply, handshake.isAgreed(Option.TIME_LIMITS));
    }

    /** Puts bytes into the queue to the client. */
    void send(byte[] bytes) {
        output.add(bytes);
        reactor.touch(this);
    }

    /** Puts a reply with a value into the queue to the client. */
    void send(byte[] head, Content content, Output.Delivery delivery) {
        try {
            output.add(head, content, delivery);
        } catch (IOException e) {
            // The file of the value fails: nothing of the reply is sent.
            if (delivery != null) {
                delivery.onLost();
            }
            reactor.endLater(this, "a value cannot be read: " + e);
        }
        reactor.touch(this);
    }

    /** Goes on with the requests behind the one that has waited; later, not in the caller's frame. */
    void resume() {
        reactor.resume(this);
    }

    /** Does something unless the server has ended by then. */
    Reactor.Timer after(long ms, Runnable action) {
        return reactor.after(ms, action);
    }

    /** Forgets what was to be done after a while. */
    void cancel(Reactor.Timer timer) {
        reactor.cancel(timer);
    }

    /** Sends what is in the queue, as far as the client takes it. */
    void flush() throws IOException {
        if (ended) {
            return;
        }
        boolean full = output.size() >= REPLIES;
        output.flush(channel);
        if (full && mayServe()) {
            resume();
        }
        updateInterest();
    }

    private void updateInterest() {
        if (ended) {
            return;
        }
        int interest = output.isEmpty() ? 0 : SelectionKey.OP_WRITE;
        boolean hasRoom = in.hasRemaining() || mayServe();
        if (!stopped && hasRoom && output.size() < REPLIES) {
            interest |= SelectionKey.OP_READ;
        }
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    /** Serves nothing more; what is in the queue can still be sent. */
    void stop() {
        stopped = true;
    }

    /** Whether it is over. */
    boolean isEnded() {
        return ended;
    }

    /**
     * Ends it: what it waits for and owns is released, values that have not reached it go back.
     *
     * @param why null when the client has left
     */
    void end(String why) {
        if (ended) {
            return;
        }
        ended = true;
        reactor.onEnd(this, why);
        try {
            channel.close();
        } catch (IOException e) {
            System.err.println("river nws: " + peer + " cannot be closed: " + e);
        }
        output.abandon();
        if (reader != null) {
            reader.abandon();
        }
        if (session != null) {
            session.end();
        }
    }
}
