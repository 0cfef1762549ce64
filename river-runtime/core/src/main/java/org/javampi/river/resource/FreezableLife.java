package org.javampi.river.resource;

import java.io.IOException;

/** The frames and objects of one resource that can be frozen in a call. All methods are called by the resource's thread. */
public interface FreezableLife {
    /** What the resource does: the same each time. */
    @FunctionalInterface
    interface Body {
        void enter() throws Throwable;
    }

    /**
     * Runs a body from its beginning.
     *
     * @return whether it has ended; else its frames have been left
     * @throws Throwable what the body throws
     */
    boolean run(Body body) throws Throwable;

    /** As {@link #run}, from the call in which its frames were left: the call is made again with its arguments. */
    boolean resume(Body body) throws Throwable;

    /** Why the frames cannot be left in the call that the thread has made; null if they can. */
    String obstacle();

    /** What the call throws to leave the frames; only where there is no obstacle. */
    Error leave();

    /**
     * Writes the frames that were left, and all that they, the statics and the resource lead to.
     *
     * @throws IOException when an object cannot be saved; the message has its path, the reason and the remedy
     */
    byte[] save(VirtualResource resource) throws IOException;

    /**
     * Reads what {@link #save} has written.
     *
     * @return the resource
     * @throws IOException when that cannot be; the message says why
     */
    VirtualResource revive(byte[] saved) throws IOException, ClassNotFoundException;
}
