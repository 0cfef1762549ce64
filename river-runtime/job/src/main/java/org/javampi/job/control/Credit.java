package org.javampi.job.control;

/**
 * How many bytes of output may be on their way to a reader that is slower than their writer: the
 * writer waits when there are too many, and nothing else does. Thread-safe.
 */
public final class Credit {
    /** Bytes under way of one stream of one process or rank. */
    private static final int MOST_BYTES = 1 << 18;

    private long underWay;
    private boolean closed;

    /** Of one output: nothing is under way. */
    public Credit() {
        // The fields say it.
    }

    /** Waits until {@code bytes} more may be sent; any number when nothing is under way. */
    public synchronized void take(int bytes) {
        boolean interrupted = false;
        while (underWay > 0 && underWay + bytes > MOST_BYTES && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // What is to be written is written: an interrupt is the program's, and stays.
                interrupted = true;
            }
        }
        underWay += bytes;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The reader has taken {@code bytes}. */
    public synchronized void giveBack(int bytes) {
        underWay -= bytes;
        notifyAll();
    }

    /** Nobody reads any more, so nobody waits. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
