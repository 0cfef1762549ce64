package org.javampi.core.engine;

import org.javampi.core.spi.transport.Region;

/**
 * A message that has arrived before its receive, or the announcement of one. Pooled by the engine.
 */
final class Message {
    /** Ways in which {@link UnexpectedMessages} looks messages up. */
    static final int LINKS = 4;

    Peer peer;
    int source;
    int tag;
    int sequence;
    long byteCount;
    boolean synchronous;

    /** The payload of an eager message; null for an announced or a local one. */
    Region region;

    int offset;

    /** Where the payload's room comes from. */
    Slab slab;

    /** The send itself, for a message of this rank to itself that has not been copied. */
    SendRequest local;

    Message next;
    Message previous;

    /** Its places in indexes; null before the first. */
    private Link<Message>[] links;

    boolean isEager() {
        return region != null;
    }

    /** Its place in an index of that kind, made on first use and kept. */
    Link<Message> link(int kind) {
        if (links == null) {
            links = links();
        }
        Link<Message> link = links[kind];
        return link != null ? link : (links[kind] = new Link<>(this));
    }

    /** Whether it stands in the index of that kind. */
    boolean isIn(int kind) {
        return links != null && links[kind] != null && links[kind].lane != null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic class
    private static Link<Message>[] links() {
        return new Link[LINKS];
    }
}
