package org.javampi;

import java.io.Serializable;

/** A user's reduction operation (MPI-1.1 §4.9.4). */
@FunctionalInterface
public interface MPI_User_function extends Serializable {
    /**
     * Combines {@code inoutvec[i] = invec[i] op inoutvec[i]} for {@code len} items of {@code
     * datatype}, items from element (or byte) 0.
     */
    void apply(Object invec, Object inoutvec, int len, MPI_Datatype datatype);
}
