package org.javampi;

import java.io.Serializable;

/** A user's error handler (MPI-4.1 §9.3.1). */
@FunctionalInterface
public interface MPI_Comm_errhandler_function extends Serializable {
    /** Called in the thread of the failing call, before that call returns {@code errorcode}. */
    void handle(MPI_Comm comm, int errorcode);
}
