package org.javampi.river.network;

import java.io.IOException;

/** A VM cannot be talked to: it is gone, or was never known here. The message says why. */
public final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
        super(message);
    }

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
