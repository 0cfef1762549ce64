package org.javampi.core.comm;

import org.javampi.MPI_Comm_errhandler_function;
import org.javampi.MPI_Errhandler;
import org.javampi.Predefined;

/**
 * What a communicator does about an error (MPI-1.1 §7.2); for a program's own ones also the handle.
 */
public final class ErrorHandler extends MPI_Errhandler {
    private static final long serialVersionUID = 1L;

    /** What happens to an error. */
    public enum Reaction {
        FATAL,
        RETURN,
        THROW,
        CALL
    }

    /** See MPI_ERRORS_ARE_FATAL. */
    public static final ErrorHandler FATAL = new ErrorHandler(Reaction.FATAL, null, Predefined.ERRORS_ARE_FATAL);

    /** See MPI_ERRORS_RETURN. */
    public static final ErrorHandler RETURN = new ErrorHandler(Reaction.RETURN, null, Predefined.ERRORS_RETURN);

    /** See MPI_ERRORS_THROW_EXCEPTIONS. */
    public static final ErrorHandler THROW = new ErrorHandler(Reaction.THROW, null, Predefined.ERRORS_THROW_EXCEPTIONS);

    private final Reaction reaction;
    private final MPI_Comm_errhandler_function function;

    @SuppressWarnings("serial") // a predefined handle
    private final MPI_Errhandler predefined;

    private int references = 1;

    private ErrorHandler(Reaction reaction, MPI_Comm_errhandler_function function, MPI_Errhandler predefined) {
        this.reaction = reaction;
        this.function = function;
        this.predefined = predefined;
    }

    /** A handler that calls the program. */
    public static ErrorHandler calling(MPI_Comm_errhandler_function function) {
        return new ErrorHandler(Reaction.CALL, function, null);
    }

    public Reaction reaction() {
        return reaction;
    }

    /** The program's function, for CALL. */
    public MPI_Comm_errhandler_function function() {
        return function;
    }

    /** What the program holds. */
    public MPI_Errhandler handle() {
        return predefined != null ? predefined : this;
    }

    /** Whether the program has given up every reference it had. */
    public synchronized boolean isFreed() {
        return references == 0;
    }

    /** The program has got another reference, which it will free. */
    public synchronized void retain() {
        references++;
    }

    /** The program gives a reference up; communicators go on using the handler. */
    public synchronized void free() {
        references--;
    }

    private Object readResolve() {
        return switch (reaction) {
            case FATAL -> FATAL;
            case RETURN -> RETURN;
            case THROW -> THROW;
            case CALL -> this;
        };
    }
}
