package org.javampi.river.nws.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.javampi.river.nws.space.Content;

/** What is on its way to one client: replies in order, values from where they are kept. */
final class Output {
    private static final long PIECE = 256 << 10;
    private static final int SMALL = 16 << 10;

    /** So many heads are written at once. */
    private static final int TOGETHER = 64;

    private final Deque<Part> parts = new ArrayDeque<>();

    /** What happens to a reply that has to be accounted for. */
    interface Delivery {
        /** Its last byte is with the system. */
        void onDelivered();

        /** The connection has ended before. */
        void onLost();
    }

    /** A reply's head and, unless null, the value behind it. */
    private static final class Part {
        final ByteBuffer head;
        final Content content;
        final Delivery delivery;
        long position;

        Part(ByteBuffer head, Content content, Delivery delivery) {
            this.head = head;
            this.content = content;
            this.delivery = delivery;
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** How many replies are waiting. */
    int size() {
        return parts.size();
    }

    void add(byte[] bytes) {
        parts.add(new Part(ByteBuffer.wrap(bytes), null, null));
    }

    /**
     * A reply with a value.
     *
     * @param delivery null when nobody has to know
     */
    void add(byte[] head, Content content, Delivery delivery) throws IOException {
        if (content.size() <= SMALL) {
            ByteBuffer both = ByteBuffer.allocate(head.length + (int) content.size());
            both.put(head).put(content.head(SMALL)).flip();
            parts.add(new Part(both, null, delivery));
        } else {
            content.retain();
            parts.add(new Part(ByteBuffer.wrap(head), content, delivery));
        }
    }

    /** Sends as much as the client's side takes now, of long values one piece; true when all is sent. */
    boolean flush(SocketChannel channel) throws IOException {
        while (!parts.isEmpty()) {
            Part part = parts.peek();
            if (part.head.hasRemaining()) {
                writeHeads(channel);
                if (part.head.hasRemaining()) {
                    return false;
                }
            }
            if (part.content != null) {
                long left = part.content.size() - part.position;
                part.position += part.content.writeTo(channel, part.position, Math.min(left, PIECE));
                if (part.position < part.content.size()) {
                    return false;
                }
                part.content.release();
            }
            parts.remove();
            if (part.delivery != null) {
                part.delivery.onDelivered();
            }
        }
        return true;
    }

    /** Sends the heads of replies without long values together: a client with many requests under way wakes once. */
    private void writeHeads(SocketChannel channel) throws IOException {
        List<ByteBuffer> heads = new ArrayList<>();
        for (Part part : parts) {
            heads.add(part.head);
            if (part.content != null || heads.size() == TOGETHER) {
                break;
            }
        }
        if (heads.size() == 1) {
            channel.write(heads.get(0));
        } else {
            channel.write(heads.toArray(ByteBuffer[]::new));
        }
    }

    /** The connection has ended. */
    void abandon() {
        while (!parts.isEmpty()) {
            Part part = parts.remove();
            if (part.delivery != null) {
                part.delivery.onLost();
            }
            if (part.content != null) {
                part.content.release();
            }
        }
    }
}
