package org.javampi.river.message;

/** A thread stands still where it waits, for a message or for room to send one: its resource is to be frozen. */
public final class SuspendedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** In the thread that is to stand still. */
    public SuspendedException() {
        super("the resource is to be frozen");
    }
}
