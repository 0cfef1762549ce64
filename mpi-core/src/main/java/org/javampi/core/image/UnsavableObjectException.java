package org.javampi.core.image;

import java.io.IOException;

/** A program's object cannot be saved; the message has its path and the reason. */
public final class UnsavableObjectException extends IOException {
    private static final long serialVersionUID = 1L;

    UnsavableObjectException(String message) {
        super(message);
    }
}
