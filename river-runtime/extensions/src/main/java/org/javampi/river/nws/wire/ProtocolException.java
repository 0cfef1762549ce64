package org.javampi.river.nws.wire;

import java.io.IOException;

/** The other side has sent what is not of the protocol; the connection is of no more use. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what came and what was expected. */
    public ProtocolException(String message) {
        super(message);
    }
}
