package org.javampi;

import java.io.Serializable;

/** A user's error handler (MPI-1.1 §7.2). */
@FunctionalInterface
public interface MPI_Handler_function extends Serializable {
    /** Called in the thread of the failing call, before that call returns {@code errorcode}. */
    void handle(MPI_Comm comm, int errorcode);
}
