package org.javampi;

/**
 * Handle of a datatype: opaque, immutable, compared with {@code ==}. Handles are made by the
 * runtime only; the subclasses that carry the object behind a handle are the runtime's own.
 */
public abstract class MPI_Datatype {
    /** For the runtime; a program never constructs a handle. */
    protected MPI_Datatype() {}
}
