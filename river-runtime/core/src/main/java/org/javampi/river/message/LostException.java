package org.javampi.river.message;

import java.util.UUID;

/**
 * A virtual resource or a virtual machine that was needed is gone: thrown in the thread that waits for
 * it or talks to it. A machine is named as its control resource, which bears the machine's name.
 */
public final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who is gone. */
    private final UUID resource;

    /** Where it lived, or null. */
    private final UUID machine;

    /**
     * A loss.
     *
     * @param resource who is gone; the machine itself when that is
     * @param machine where it lived, or null when nobody knows
     * @param message why, for people
     */
    public LostException(UUID resource, UUID machine, String message) {
        super(message);
        this.resource = resource;
        this.machine = machine;
    }

    /** The virtual resource that is gone; equal to {@link #machine} when that is gone itself. */
    public UUID resource() {
        return resource;
    }

    /** The virtual machine it lived on; null when no machine knows the resource. */
    public UUID machine() {
        return machine;
    }

    /** The same loss, thrown by the calling thread. */
    LostException here() {
        LostException again = new LostException(resource, machine, getMessage());
        again.initCause(this);
        return again;
    }
}
