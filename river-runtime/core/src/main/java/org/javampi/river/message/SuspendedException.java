package org.javampi.river.message;

/** A receiver stands still where it waits for a message: its resource is to be frozen. */
public final class SuspendedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SuspendedException() {
        super("the resource is to be frozen");
    }
}
