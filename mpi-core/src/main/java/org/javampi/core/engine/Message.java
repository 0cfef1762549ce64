package org.javampi.core.engine;

import org.javampi.core.spi.transport.Region;

/**
 * A message that has arrived before its receive, or the announcement of one. Pooled by the engine.
 */
final class Message {
    Peer peer;
    int source;
    int tag;
    int sequence;
    long byteCount;
    boolean synchronous;

    /** The payload of an eager message; null for an announced or a local one. */
    Region region;

    int offset;
    int payloadClass;
    int slab;

    /** The send itself, for a message of this rank to itself that has not been copied. */
    SendRequest local;

    Message next;
    Message previous;

    boolean isEager() {
        return region != null;
    }
}
