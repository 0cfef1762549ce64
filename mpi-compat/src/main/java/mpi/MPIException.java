package mpi;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.javampi.Attachment;

/** An error of MPI, in both dialects. Unchecked: programs that catch or declare it compile, and so do those that do not. */
public class MPIException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long END_NS = TimeUnit.SECONDS.toNanos(5);

    private final int errorCode;
    private final int errorClass;

    /** An error without a text. */
    public MPIException() {
        this(MPI.ERR_UNKNOWN, MPI.ERR_UNKNOWN, null);
    }

    /** An error of unknown class. */
    public MPIException(String message) {
        this(MPI.ERR_UNKNOWN, MPI.ERR_UNKNOWN, message);
    }

    /** An error that has another cause. */
    public MPIException(Throwable cause) {
        super(cause);
        errorCode = MPI.ERR_OTHER;
        errorClass = MPI.ERR_OTHER;
    }

    MPIException(int errorClass, String message) {
        this(errorClass, errorClass, message);
    }

    private MPIException(int errorCode, int errorClass, String message) {
        super(message);
        this.errorCode = errorCode;
        this.errorClass = errorClass;
    }

    /** The code, as the C form of the call returns it. */
    public int getErrorCode() {
        return errorCode;
    }

    /** The class, one of the {@code MPI.ERR_} constants. */
    public int getErrorClass() {
        return errorClass;
    }

    /** Throws the error that a call of the C-shaped API has returned. */
    static void check(int code) {
        if (code != MPI.SUCCESS) {
            MPIException failure = of(Attachment.bottom().exception(code));
            awaitEndOfProgram();
            throw failure;
        }
    }

    /**
     * A call in which a thread waited has ended since another one has called Finalize. Programs for MPJ Express may end
     * with a thread that still receives, which waited for ever there: mostly System.exit follows within moments, and no
     * error is to be seen before.
     */
    private static void awaitEndOfProgram() {
        Thread leaver = MPI.leaver;
        if (leaver == null || leaver == Thread.currentThread()) {
            return;
        }
        long end = System.nanoTime() + END_NS;
        while (MPI.leaver != null
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(END_NS);
        }
    }

    private static MPIException of(org.javampi.MPIException error) {
        MPIException thrown = new MPIException(error.errorCode(), error.errorClass(), error.getMessage());
        thrown.initCause(error);
        return thrown;
    }

    /** What this project does not have, by the name that the program used. */
    static MPIException unsupported(String name, String why) {
        return new MPIException(MPI.ERR_UNSUPPORTED_OPERATION, name + " is not available in javampi: " + why);
    }
}
