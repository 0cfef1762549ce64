package org.javampi.core.spi.transport;

/**
 * One rank's use of one medium. Everything is called under the engine's lock; nothing blocks.
 * Connections are made on the first call of {@link #endpoint} for a peer, in the background: until
 * one stands, its endpoint answers FULL.
 */
public interface Transport extends AutoCloseable {
    /** Its name in settings and reports: {@code shm}, {@code tcp}. */
    String name();

    /** Whether this medium connects this rank and {@code peer}. Cheap, constant. */
    boolean reaches(int peer);

    /**
     * The way to {@code peer}, the same object each time.
     *
     * @throws NoRoomException there is no memory for it
     */
    Endpoint endpoint(int peer);

    /**
     * Delivers what has arrived, sends on what waits in buffers of its own, and moves connections
     * along. Bounded: returns after a batch even when more is there. Ranks that spin call it
     * without a pause: where nothing is there it should be a few loads, and what costs a system
     * call be done every so often only.
     *
     * @return the number of frames delivered
     */
    int poll(FrameHandler handler);

    /**
     * Announces that this rank is about to block in the context's selector: from now until {@link
     * #disarm} a frame that arrives makes the selector return.
     *
     * @param urgentOnly true when the rank waits for nothing: then only frames committed with
     *     {@link UrgentEndpoint} need wake it; others may
     * @return false when something has arrived already: the rank must poll instead of blocking
     */
    boolean arm(boolean urgentOnly);

    /** Undoes {@link #arm}. */
    void disarm();

    /**
     * Whether every committed frame has been handed to the medium, so that closing loses nothing.
     */
    boolean isFlushed();

    /** Gives everything back. Committed frames that are not flushed are lost. */
    @Override
    void close();
}
