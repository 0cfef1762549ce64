package org.javampi.transport.shm;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Opens and maps files for threads that may have been interrupted. A FileChannel closes itself when
 * the thread that uses it is, or was before: to MPI that is nothing, and the thread is as
 * interrupted after the call as it was.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Work on a file. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does {@code work}; once more when it was interrupted, so it opens the channels it uses. */
    static <T> T again(Work<T> work) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try {
                    return work.run();
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    /**
     * Does {@code work} on a channel that must stay open: only an interrupt that comes while it
     * runs, for some microseconds, closes it.
     */
    static <T> T once(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return work.run();
        } finally {
            restore(interrupted);
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
