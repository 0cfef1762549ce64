package org.javampi.river.message;

import java.io.IOException;

/** Bytes that no {@link AttributeCodec} has written; the message says what is wrong and where. */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message);
    }
}
