package org.javampi.river.network;

import java.io.IOException;
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

    /** A VM is gone, for good: called once, after its last message. */
    void onLost(Peer machine, String why);

    /** A VM has been gone for so long that the network remembers it no longer. */
    default void onForgotten(UUID machine) {}
}
