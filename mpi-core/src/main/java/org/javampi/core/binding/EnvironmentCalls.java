package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Comm_errhandler_function;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Handler_function;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.ErrorHandler;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Start and end, errors and their handlers, time (MPI-1.1 chapter 7, MPI-1.2 §3.1 and §3.2). */
abstract class EnvironmentCalls extends StatusCalls {
    private static final double SECONDS_PER_NANO = 1e-9;

    /** Time counts from here, so that the double keeps its nanoseconds for months. */
    private long origin = System.nanoTime();

    /** References to predefined error handlers that the program has got and not freed. */
    private final int[] predefinedReferences = new int[3];

    /** The thread that has called MPI_Init. */
    private volatile Thread mainThread;

    EnvironmentCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    /** Nanoseconds that MPI_Wtime has counted. */
    final long elapsedNs() {
        return System.nanoTime() - origin;
    }

    /** Goes on with the time and the references of another life. */
    final void revive(long elapsedNs, int[] references) {
        origin = System.nanoTime() - elapsedNs;
        System.arraycopy(references, 0, predefinedReferences, 0, references.length);
    }

    final int[] predefinedReferences() {
        return predefinedReferences.clone();
    }

    // ---- Start and end

    @Override
    public int MPI_Init(String[] args) {
        return initialize("MPI_Init");
    }

    @Override
    public int MPI_Init_thread(String[] args, int required, int[] provided) {
        try {
            checkOut(provided, "provided");
            if (required < MPI.MPI_THREAD_SINGLE || required > MPI.MPI_THREAD_MULTIPLE) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "required " + required + " is no level of threads (MPI_THREAD_SINGLE to MPI_THREAD_MULTIPLE)");
            }
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Init_thread", failure);
        }
        int code = initialize("MPI_Init_thread");
        if (code == MPI.MPI_SUCCESS) {
            provided[0] = MPI.MPI_THREAD_MULTIPLE;
        }
        return code;
    }

    private synchronized int initialize(String function) {
        try {
            if (isInitialized()) {
                throw new MpiFailure(
                        MPI.MPI_ERR_OTHER, "called a second time: once per program, and never after MPI_Finalize");
            }
            join();
            mainThread = Thread.currentThread();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, function, failure);
        }
    }

    @Override
    public int MPI_Query_thread(int[] provided) {
        return guard("MPI_Query_thread", () -> {
            checkOut(provided, "provided");
            provided[0] = MPI.MPI_THREAD_MULTIPLE;
        });
    }

    @Override
    public int MPI_Is_thread_main(boolean[] flag) {
        return guard("MPI_Is_thread_main", () -> {
            checkOut(flag, "flag");
            flag[0] = Thread.currentThread() == mainThread;
        });
    }

    @Override
    public int MPI_Initialized(boolean[] flag) {
        try {
            checkOut(flag, "flag");
            flag[0] = isInitialized();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Initialized", failure);
        }
    }

    @Override
    public int MPI_Finalized(boolean[] flag) {
        try {
            checkOut(flag, "flag");
            flag[0] = isFinalized();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Finalized", failure);
        }
    }

    @Override
    public int MPI_Finalize() {
        try {
            beforeLeaving();
            MpiFailure failure = leave();
            if (failure != null) {
                return raiseAndLeave(failure);
            }
            left();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Finalize", failure);
        }
    }

    private int raiseAndLeave(MpiFailure failure) {
        try {
            return raise(null, "MPI_Finalize", failure);
        } finally {
            left();
        }
    }

    /** Completes what the standard says MPI_Finalize completes. */
    abstract void beforeLeaving();

    @Override
    public int MPI_Abort(MPI_Comm comm, int errorcode) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Abort", failure);
        }
        String text = "rank " + communicator.rank() + " of " + communicator + ": MPI_Abort with code " + errorcode;
        rank().rankHost().abort(errorcode, text);
        throw new JobAborted(text, null);
    }

    @Override
    public int MPI_Get_version(int[] version, int[] subversion) {
        try {
            checkOut(version, "version");
            checkOut(subversion, "subversion");
            version[0] = MPI.MPI_VERSION;
            subversion[0] = MPI.MPI_SUBVERSION;
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Get_version", failure);
        }
    }

    @Override
    public int MPI_Get_library_version(String[] version, int[] resultlen) {
        try {
            checkOut(version, "version");
            checkOut(resultlen, "resultlen");
            version[0] = LibraryVersion.text();
            resultlen[0] = version[0].length();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Get_library_version", failure);
        }
    }

    @Override
    public int MPI_Get_processor_name(String[] name, int[] resultlen) {
        try {
            rank();
            checkOut(name, "name");
            checkOut(resultlen, "resultlen");
            String host = rank().rankHost().hostName();
            name[0] = host.substring(0, Math.min(host.length(), MPI.MPI_MAX_PROCESSOR_NAME - 1));
            resultlen[0] = name[0].length();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Get_processor_name", failure);
        }
    }

    // ---- Time

    @Override
    public double MPI_Wtime() {
        return (System.nanoTime() - origin) * SECONDS_PER_NANO;
    }

    @Override
    public double MPI_Wtick() {
        return SECONDS_PER_NANO;
    }

    @Override
    public int MPI_Pcontrol(int level, Object... args) {
        return MPI.MPI_SUCCESS;
    }

    // ---- Errors

    @Override
    public int MPI_Error_string(int errorcode, String[] string, int[] resultlen) {
        try {
            rank();
            checkCode(errorcode);
            checkOut(string, "string");
            checkOut(resultlen, "resultlen");
            string[0] = errorCodes.text(errorcode);
            resultlen[0] = string[0].length();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Error_string", failure);
        }
    }

    @Override
    public int MPI_Error_class(int errorcode, int[] errorclass) {
        try {
            rank();
            checkCode(errorcode);
            checkOut(errorclass, "errorclass");
            errorclass[0] = errorCodes.classOf(errorcode);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Error_class", failure);
        }
    }

    private void checkCode(int errorcode) {
        if (!errorCodes.isValid(errorcode)) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "errorcode "
                            + errorcode
                            + " is no code that MPI returns (allowed 0..MPI_ERR_LASTCODE "
                            + MPI.MPI_ERR_LASTCODE
                            + ")");
        }
    }

    @Override
    public int MPI_Errhandler_create(MPI_Handler_function function, MPI_Errhandler[] errhandler) {
        return makeHandler("MPI_Errhandler_create", function, "function", errhandler);
    }

    @Override
    public int MPI_Comm_create_errhandler(
            MPI_Comm_errhandler_function comm_errhandler_fn, MPI_Errhandler[] errhandler) {
        return makeHandler("MPI_Comm_create_errhandler", comm_errhandler_fn, "comm_errhandler_fn", errhandler);
    }

    private int makeHandler(
            String function, MPI_Comm_errhandler_function callback, String name, MPI_Errhandler[] errhandler) {
        return guard(function, () -> {
            checkNotNull(callback, name);
            checkOut(errhandler, "errhandler");
            errhandler[0] = ErrorHandler.calling(callback);
        });
    }

    @Override
    public int MPI_Errhandler_set(MPI_Comm comm, MPI_Errhandler errhandler) {
        return guard("MPI_Errhandler_set", comm, c -> c.setErrorHandler(errorHandler(errhandler)));
    }

    @Override
    public int MPI_Comm_set_errhandler(MPI_Comm comm, MPI_Errhandler errhandler) {
        return guard("MPI_Comm_set_errhandler", comm, c -> c.setErrorHandler(errorHandler(errhandler)));
    }

    @Override
    public int MPI_Errhandler_get(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return findHandler("MPI_Errhandler_get", comm, errhandler);
    }

    @Override
    public int MPI_Comm_get_errhandler(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return findHandler("MPI_Comm_get_errhandler", comm, errhandler);
    }

    private int findHandler(String function, MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return guard(function, comm, c -> {
            checkOut(errhandler, "errhandler");
            errhandler[0] = c.errorHandler().handle();
            retain(errhandler[0]);
        });
    }

    @Override
    public int MPI_Comm_call_errhandler(MPI_Comm comm, int errorcode) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            checkCode(errorcode);
        } catch (MpiFailure failure) {
            return raise(communicator, "MPI_Comm_call_errhandler", failure);
        }
        react(communicator, errorcode, errorCodes.text(errorcode));
        return MPI.MPI_SUCCESS;
    }

    @Override
    public int MPI_Errhandler_free(MPI_Errhandler[] errhandler) {
        return guard("MPI_Errhandler_free", () -> {
            checkOut(errhandler, "errhandler");
            release(errhandler[0]);
            errhandler[0] = Predefined.ERRHANDLER_NULL;
        });
    }

    /** MPI_Errhandler_get hands out a reference, which the program frees. */
    private synchronized void retain(MPI_Errhandler handle) {
        if (handle instanceof Predefined.Errhandler) {
            predefinedReferences[((Predefined.Errhandler) handle).index]++;
        } else {
            ((ErrorHandler) handle).retain();
        }
    }

    private synchronized void release(MPI_Errhandler handle) {
        ErrorHandler handler = errorHandler(handle);
        if (!(handle instanceof Predefined.Errhandler)) {
            handler.free();
        } else if (predefinedReferences[((Predefined.Errhandler) handle).index]-- == 0) {
            predefinedReferences[((Predefined.Errhandler) handle).index] = 0;
            throw new MpiFailure(MPI.MPI_ERR_ARG, "error handler " + handle + " is predefined: it stays");
        }
    }

    private static ErrorHandler errorHandler(MPI_Errhandler handle) {
        if (handle == Predefined.ERRORS_ARE_FATAL) {
            return ErrorHandler.FATAL;
        }
        if (handle == Predefined.ERRORS_RETURN) {
            return ErrorHandler.RETURN;
        }
        if (handle == Predefined.ERRORS_THROW_EXCEPTIONS) {
            return ErrorHandler.THROW;
        }
        if (handle instanceof ErrorHandler && !((ErrorHandler) handle).isFreed()) {
            return (ErrorHandler) handle;
        }
        if (handle instanceof ErrorHandler) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, "the error handler has been freed: a copy of its handle was kept");
        }
        throw new MpiFailure(
                MPI.MPI_ERR_ARG,
                "error handler is "
                        + (handle == null ? "Java's null" : handle.toString())
                        + ": pass a predefined one or one from MPI_Comm_create_errhandler that has not"
                        + " been freed");
    }
}
