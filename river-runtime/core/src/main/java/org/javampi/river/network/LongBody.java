package org.javampi.river.network;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a long message, which is made while it is written. */
public interface LongBody {
    /** Its exact length. */
    long byteCount();

    /** Writes it, once. */
    void writeTo(OutputStream out) throws IOException;
}
