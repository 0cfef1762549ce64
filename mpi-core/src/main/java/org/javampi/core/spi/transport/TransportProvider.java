package org.javampi.core.spi.transport;

/** Makes transports of one medium; found by {@link java.util.ServiceLoader}. */
public interface TransportProvider {
    /** The name that {@code --transport} selects: {@code shm}, {@code tcp}. */
    String name();

    /**
     * Rank among the transports that reach a peer: the lowest wins. Shared memory 10, TCP 20. One
     * behind those that together reach all ranks is not opened.
     */
    int order();

    /**
     * Opens the medium for one rank, where it is needed, under no lock; may publish addresses, must
     * not wait for other ranks.
     *
     * @param context valid as long as the transport
     * @throws NoRoomException there is no memory for it
     * @throws java.io.UncheckedIOException the system refuses something else; the message says what
     *     and where
     */
    Transport open(TransportContext context);
}
