package org.javampi;

import java.io.Serializable;

/** A user's reduction operation with a large count (MPI-4.1 §6.9.5). */
@FunctionalInterface
public interface MPI_User_function_c extends Serializable {
    /** Combines as {@link MPI_User_function#apply} does, {@code len} items. */
    void apply(Object invec, Object inoutvec, long len, MPI_Datatype datatype);
}
