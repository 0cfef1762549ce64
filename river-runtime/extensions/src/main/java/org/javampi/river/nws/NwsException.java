package org.javampi.river.nws;

/** An operation on a workspace that could not be done; says which, where and why. */
public class NwsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says which operation, where and why. */
    public NwsException(String m) {
        super(m);
    }

    /** With what has caused it: a {@link java.util.concurrent.TimeoutException} when time was over. */
    public NwsException(String m, Throwable cause) {
        super(m, cause);
    }
}
