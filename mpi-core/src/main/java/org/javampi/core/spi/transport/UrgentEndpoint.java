package org.javampi.core.spi.transport;

/**
 * An endpoint whose peer must be told expressly when a frame cannot wait for the peer's next poll.
 */
public interface UrgentEndpoint extends Endpoint {
    /** As {@link #commit}, and wakes the peer even when it waits for nothing. */
    void commitUrgent();
}
