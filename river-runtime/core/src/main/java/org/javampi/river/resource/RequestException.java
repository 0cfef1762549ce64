package org.javampi.river.resource;

/** A request to a resource's {@link Service} was refused, or its service has thrown. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    /** A refusal. */
    RequestException(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    /** Whether the resource has no such service, or not yet: one begins to serve a moment after it begins to live. */
    public boolean isServiceMissing() {
        return missing;
    }
}
