package org.javampi.core.failure;

import org.javampi.MPI;

/**
 * Misuse or loss, on its way from where it was found to the binding, which alone turns it into an
 * error code, a handler call or an exception. Carries no stack trace of its own: the binding has
 * the caller's.
 */
public final class MpiFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One of the MPI_ERR_ constants. */
    private final int errorClass;

    /** What a callback of the program has returned, or 0. */
    private final int errorCode;

    /** Whether the program hears of it by an exception, whatever its error handlers are. */
    private final boolean alwaysThrown;

    /**
     * A failure.
     *
     * @param errorClass one of the MPI_ERR_ constants
     * @param message what, where, value, limit and remedy; the binding puts rank, communicator and
     *     function before it
     */
    public MpiFailure(int errorClass, String message) {
        this(errorClass, 0, false, message);
    }

    private MpiFailure(int errorClass, int errorCode, boolean alwaysThrown, String message) {
        super(message, null, false, false);
        this.errorClass = errorClass;
        this.errorCode = errorCode;
        this.alwaysThrown = alwaysThrown;
    }

    /** The program has said that it will not communicate here. */
    public static MpiFailure ofRestriction(String message) {
        return new MpiFailure(MPI.MPI_ERR_OTHER, 0, true, message);
    }

    /** A callback of the program has returned {@code errorCode}, which the caller of the function gets as it is. */
    public static MpiFailure ofCallback(int errorCode, String message) {
        return new MpiFailure(errorCode, errorCode, false, message);
    }

    /** The same failure, with the name of the argument it was found in, of several alike. */
    public MpiFailure of(String argument) {
        return new MpiFailure(errorClass, errorCode, alwaysThrown, argument + ": " + getMessage());
    }

    /** The same failure, with a remark behind its message. */
    public MpiFailure with(String remark) {
        return new MpiFailure(errorClass, errorCode, alwaysThrown, getMessage() + " (" + remark + ")");
    }

    /** One of the MPI_ERR_ constants. */
    public int errorClass() {
        return errorClass;
    }

    /** Whether the program hears of it by an exception, whatever its error handlers are. */
    public boolean isAlwaysThrown() {
        return alwaysThrown;
    }

    /** The code of the program's own that it stands for; 0 when there is none. */
    public int errorCode() {
        return errorCode;
    }
}
