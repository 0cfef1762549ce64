package org.javampi.river.platform;

import java.io.IOException;

/** Where the standard streams of this process lead: 0 is standard input, 1 standard output, 2 standard error. */
public interface Terminals {
    /** Whether a person is at its other end; false where that is not known. */
    boolean isTerminal(int stream);

    /** Whether {@code failure} to write to it means that the process at its other end has gone; false if that is not known. */
    boolean hasLostReader(int stream, IOException failure);

    /** Whether standard input may be read: a process in the background that reads from its terminal is stopped. */
    boolean isInForeground();
}
