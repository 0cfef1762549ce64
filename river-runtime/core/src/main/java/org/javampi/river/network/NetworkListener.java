package org.javampi.river.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/** What a network tells its owner; called by the threads that read connections, so do not wait. */
public interface NetworkListener {
    /**
     * A message has arrived.
     *
     * @throws IOException when it makes no sense; the connection is then closed
     */
    void onMessage(Peer from, ByteBuffer body) throws IOException;

    /**
     * A long message arrives. It is read to its end before this returns; what is behind it is the next message.
     *
     * @param body must not be closed
     * @throws IOException when it makes no sense, or ends too early; the connection is then closed
     */
    default void onLongMessage(Peer from, InputStream body, long byteCount) throws IOException {
        byte[] bytes = body.readNBytes(Math.toIntExact(byteCount));
        if (bytes.length < byteCount) {
            throw new EOFException("its connection has ended inside a message");
        }
        onMessage(from, ByteBuffer.wrap(bytes));
    }

    /** A VM is gone, for good: called once, after its last message. */
    void onLost(Peer machine, String why);

    /** A VM has been gone for so long that the network remembers it no longer. */
    default void onForgotten(UUID machine) {}
}
