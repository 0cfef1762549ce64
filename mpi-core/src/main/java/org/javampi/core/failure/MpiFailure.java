package org.javampi.core.failure;

/**
 * Misuse or loss, on its way from where it was found to the binding, which alone turns it into an
 * error code, a handler call or an exception. Carries no stack trace of its own: the binding has
 * the caller's.
 */
public final class MpiFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One of the MPI_ERR_ constants. */
    private final int errorClass;

    /**
     * A failure.
     *
     * @param errorClass one of the MPI_ERR_ constants
     * @param message what, where, value, limit and remedy; the binding puts rank, communicator and
     *     function before it
     */
    public MpiFailure(int errorClass, String message) {
        super(message, null, false, false);
        this.errorClass = errorClass;
    }

    /** The same failure, with the name of the argument it was found in, of several alike. */
    public MpiFailure of(String argument) {
        return new MpiFailure(errorClass, argument + ": " + getMessage());
    }

    /** One of the MPI_ERR_ constants. */
    public int errorClass() {
        return errorClass;
    }
}
