package org.javampi.river.resource;

/** A request to a resource's {@link Service} was refused, or its service has thrown. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal. */
    RequestException(String message) {
        super(message);
    }
}
