package org.javampi.console;

import java.io.IOException;

/** Where lines come from. */
interface LineSource {
    /**
     * The next line.
     *
     * @param prompt for people
     * @return null when there is no more
     * @throws LineCancelled when the person wants to begin the input anew
     */
    String read(String prompt) throws IOException, LineCancelled;

    /** Who wants to hear of Ctrl-C while nothing is read. */
    void onInterrupt(Runnable action);

    /** Whether a person sits there. */
    boolean isTerminal();

    /** Leaves the terminal as it was. */
    void close();

    /** Ctrl-C at the prompt. */
    final class LineCancelled extends Exception {
        private static final long serialVersionUID = 1;
    }
}
