package org.javampi;

import java.io.Serializable;

/** A user's reduction operation (MPI-1.1 §4.9.4). */
@FunctionalInterface
public interface MPI_User_function extends Serializable {
    /**
     * Combines {@code inoutvec[i] = invec[i] op inoutvec[i]} for {@code len} items of {@code
     * datatype}, items from element (or byte) 0. Where a datatype has data below the place that is
     * named (a negative displacement), or a negative extent, everything is moved up so that the
     * lowest of these bytes is byte 0.
     */
    void apply(Object invec, Object inoutvec, int len, MPI_Datatype datatype);
}
