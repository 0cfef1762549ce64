package org.javampi;

import java.io.Serializable;

/**
 * Handle of a communication request: opaque, immutable, compared with {@code ==}. Handles are made
 * by the runtime only; the subclasses that carry the object behind a handle are the runtime's own.
 */
public abstract class MPI_Request implements Serializable {
    private static final long serialVersionUID = 1L;

    /** For the runtime; a program never constructs a handle. */
    protected MPI_Request() {}

    /**
     * For tools: names the message of a send that has been started, among all from this process to that of its
     * receiver, which finds the number in {@link MPI_Status#messageNumber}.
     *
     * @return -1 for requests of other kinds, and after completion
     */
    public long messageNumber() {
        return -1;
    }
}
