package org.javampi.river.resource;

/** Fewer VMs are free than were asked for; the message says how many, and what to do. */
public final class NotEnoughVmsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotEnoughVmsException(String message) {
        super(message);
    }
}
