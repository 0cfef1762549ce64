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

    /** Whether it has no stack. */
    private final boolean noted;

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
        noted = false;
    }

    private LostException(LostException loss) {
        super(loss.getMessage(), null, false, false);
        resource = loss.resource;
        machine = loss.machine;
        noted = true;
    }

    /**
     * The same loss, to be remembered: without the stack of the runtime's thread that has heard of it, which takes ten times
     * as much memory as the rest.
     */
    public LostException noted() {
        return noted ? this : new LostException(this);
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
