package org.javampi.river.nws;

import java.util.Iterator;

/**
 * Goes through the values of a FIFO or SINGLE variable, each once, in order. Those of {@code ifetch} and {@code ifind} wait
 * for more and end when the variable is deleted; the others end when there is no more. {@link #hasNext} waits, and gets
 * the value that {@link #next} returns.
 */
public interface NwsIterator extends Iterator<Object> {
    /** Goes on where it has ended: new values may have come. */
    void restart();

    /** Begins again with the first value there is. */
    void reset();
}
