package org.javampi;

import java.io.Serializable;

/**
 * Handle of an info object: opaque, immutable, compared with {@code ==}. Handles are made by the
 * runtime only; the subclasses that carry the object behind a handle are the runtime's own.
 */
public abstract class MPI_Info implements Serializable {
    private static final long serialVersionUID = 1L;

    /** For the runtime; a program never constructs a handle. */
    protected MPI_Info() {}
}
