package org.javampi.river.platform;

/** Where the standard streams of this process lead: 0 is standard input, 1 standard output, 2 standard error. */
public interface Terminals {
    /** Whether a person is at its other end; false where that is not known. */
    boolean isTerminal(int stream);

    /** Whether another process is at its other end, which may go away; false where that is not known. */
    boolean isPipe(int stream);

    /** Whether standard input may be read: a process in the background that reads from its terminal is stopped. */
    boolean isInForeground();
}
