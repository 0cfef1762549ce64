package org.javampi.river.nws.space;

/** An operation that cannot be done: an answer to a client, with the old server's numbers. */
public final class Refusal extends Exception {
    /** Status: what is asked for is not there, or is otherwise. */
    public static final int FAILED = 1;

    /** Status: no workspace of that name. */
    public static final int NO_WORKSPACE = 100;

    /** Status: the connection has not opened this workspace. */
    public static final int NOT_OPENED = 2001;

    /** Status: the server cannot do it. */
    public static final int FAULT = 2000;

    private static final long serialVersionUID = 1;

    private final int status;

    /** A refusal with a status of 4 digits, not 0. */
    public Refusal(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    /** The status on the wire. */
    public int status() {
        return status;
    }
}
