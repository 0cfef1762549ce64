package org.javampi;

import java.io.Serializable;

/** Called when a generalized request is completed or looked at (MPI-4.1 §13.2). */
@FunctionalInterface
public interface MPI_Grequest_query_function extends Serializable {
    /**
     * Fills {@code status} by MPI_Status_set_elements and MPI_Status_set_cancelled; returns MPI_SUCCESS or an error code.
     */
    int query(Object extra_state, MPI_Status status);
}
