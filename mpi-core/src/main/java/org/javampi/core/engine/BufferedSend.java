package org.javampi.core.engine;

import java.io.Serializable;

/**
 * A message in the attached buffer on its way out. For the program it is complete from the start;
 * its request goes on until the message has left, or has been cancelled.
 */
public final class BufferedSend implements Serializable {
    private static final long serialVersionUID = 1L;

    final SendRequest request = new SendRequest();

    /** Bytes of the attached buffer: from {@code start} to before {@code end}. */
    int start;

    int end;

    /** A handle may still cancel it: not to be used for another message. */
    boolean held;

    BufferedSend() {}

    /** The send behind it, to be cancelled and asked whether it was. */
    public SendRequest request() {
        return request;
    }
}
