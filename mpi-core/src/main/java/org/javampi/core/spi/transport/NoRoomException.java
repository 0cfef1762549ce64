package org.javampi.core.spi.transport;

/** A medium has no memory left for what was asked of it; the message says where, and what to do. */
public final class NoRoomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public NoRoomException(String message) {
        super(message);
    }
}
