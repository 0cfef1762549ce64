package org.javampi;

import java.io.Serializable;

/**
 * Handle of a message that a matching probe has found: opaque, immutable, compared with {@code ==}. Handles are made by the
 * runtime only; the subclasses that carry the object behind a handle are the runtime's own.
 */
public abstract class MPI_Message implements Serializable {
    private static final long serialVersionUID = 1L;

    /** For the runtime; a program never constructs a handle. */
    protected MPI_Message() {}
}
