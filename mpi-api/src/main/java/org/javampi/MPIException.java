package org.javampi;

/**
 * An MPI error, thrown by the value forms under MPI_ERRORS_RETURN and by every form under
 * MPI_ERRORS_THROW_EXCEPTIONS. The message says what, where, value, limit and remedy.
 */
public class MPIException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errorCode;
    private final int errorClass;

    /**
     * For the runtime: an error as {@code errorCode}, of class {@code errorClass}, with its full
     * text.
     */
    public MPIException(int errorCode, int errorClass, String message) {
        super(message);
        this.errorCode = errorCode;
        this.errorClass = errorClass;
    }

    /** The error code, as the C form would have returned it. */
    public int errorCode() {
        return errorCode;
    }

    /** The error class, one of the MPI_ERR_ constants. */
    public int errorClass() {
        return errorClass;
    }
}
