package org.javampi.core.engine;

/**
 * Told how a non-blocking send has begun, exactly once, under the engine's lock. Most short
 * messages leave at once: then no request of the engine stays behind, and {@link Engine#recall}
 * needs only the number to take the message back.
 */
public interface Departure {
    /** The message has left, or stands in this rank's own queue: the buffer is free again. */
    void left(int sequence);

    /** The send goes on; the thread that started it awaits and releases the request. */
    void underWay(SendRequest request);
}
