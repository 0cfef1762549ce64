package org.javampi.core.binding;

/** Unwinds a rank whose job has ended, where its VM lives on: in a world inside one VM. */
public final class JobAborted extends Error {
    private static final long serialVersionUID = 1L;

    JobAborted(String message, Throwable cause) {
        super(message, cause);
    }
}
