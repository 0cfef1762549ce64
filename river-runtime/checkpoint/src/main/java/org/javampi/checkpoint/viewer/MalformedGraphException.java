package org.javampi.checkpoint.viewer;

import java.io.IOException;

/** A graph of objects is not what Java's serialization writes; the message says where. */
public final class MalformedGraphException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /** Says how, at which byte of the graph. */
    public MalformedGraphException(int offset, String how) {
        super("the graph of objects is malformed at byte " + offset + ": " + how);
        this.offset = offset;
    }

    /** Where, counted from the graph's first byte. */
    public int offset() {
        return offset;
    }
}
