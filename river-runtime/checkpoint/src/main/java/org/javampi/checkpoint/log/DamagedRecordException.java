package org.javampi.checkpoint.log;

import java.io.IOException;

/** A record is there, but not as it was written; the message says in which file, and where. */
public final class DamagedRecordException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedRecordException(String message) {
        super(message);
    }
}
