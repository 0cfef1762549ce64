package org.javampi.core.spi.transport;

/** Makes transports of one medium; found by {@link java.util.ServiceLoader}. */
public interface TransportProvider {
    /** The name that {@code --transport} selects: {@code shm}, {@code tcp}. */
    String name();

    /** Rank among the transports that reach a peer: the lowest wins. Shared memory 10, TCP 20. */
    int order();

    /** Opens the medium for one rank. */
    Transport open(TransportContext context);
}
