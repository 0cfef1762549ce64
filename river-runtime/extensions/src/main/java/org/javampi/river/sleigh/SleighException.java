package org.javampi.river.sleigh;

/** What stands for a result that there is none of: the text says what has happened, and where. */
public class SleighException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what has happened. */
    public SleighException(String m) {
        super(m);
    }

    /** Says what has happened. */
    public SleighException(String m, Throwable cause) {
        super(m, cause);
    }
}
