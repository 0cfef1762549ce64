package org.javampi;

import java.io.Serializable;

/** Called when a generalized request is cancelled (MPI-4.1 §13.2). */
@FunctionalInterface
public interface MPI_Grequest_cancel_function extends Serializable {
    /**
     * Tries to end the operation early; {@code complete} says that MPI_Grequest_complete has been called already.
     * Returns MPI_SUCCESS or an error code.
     */
    int cancel(Object extra_state, boolean complete);
}
