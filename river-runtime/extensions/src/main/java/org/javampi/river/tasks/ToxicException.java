package org.javampi.river.tasks;

/** A task has tried to communicate in a way that its list does not allow: it fails at once instead of waiting for ever. */
public final class ToxicException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** @param message which primitive, which task, and where it is allowed */
    public ToxicException(String message) {
        super(message);
    }
}
