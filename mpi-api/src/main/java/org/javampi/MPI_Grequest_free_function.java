package org.javampi;

import java.io.Serializable;

/** Called once when a generalized request is freed (MPI-4.1 §13.2). */
@FunctionalInterface
public interface MPI_Grequest_free_function extends Serializable {
    /**
     * Lets go of what the operation holds; returns MPI_SUCCESS or an error code.
     */
    int free(Object extra_state);
}
