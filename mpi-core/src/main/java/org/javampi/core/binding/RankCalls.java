package org.javampi.core.binding;

import java.lang.reflect.Array;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.javampi.Binding;
import org.javampi.MPI;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.ErrorHandler;
import org.javampi.core.engine.Engine;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.runtime.Rank;
import org.javampi.job.ProgramStack;
import org.javampi.job.RankHost;

/**
 * What the chapters of the binding share: the rank, how handles become objects, and the one place
 * where a failure becomes an error code, a call of a handler, an exception, or the end of the job.
 */
abstract class RankCalls extends Binding {
    final ErrorCodes errorCodes = new ErrorCodes();
    private final Supplier<RankHost> rankHosts;

    /** What {@link #rankHosts} has given; or why it has given nothing. */
    private RankHost rankHost;

    private MpiFailure refusal;

    /**
     * Null before MPI_Init and after MPI_Finalize. Volatile: other threads may call right after.
     */
    private volatile Rank rank;

    /** Why the job has ended, when it has ended elsewhere. */
    private volatile MpiFailure ended;

    /** Has taken over, since the program has begun again. */
    private volatile RankCalls successor;

    /** From the function that has failed to the one that the program has called. */
    private volatile UnaryOperator<String> calledNames = UnaryOperator.identity();

    /** Hears of the codes that error handlers are given. */
    private volatile IntConsumer handled = code -> {};

    private volatile boolean initialized;
    private volatile boolean finalized;

    private volatile boolean endsWaiters;

    RankCalls(Supplier<RankHost> rankHosts) {
        this.rankHosts = rankHosts;
    }

    // ---- Life

    final void join() {
        Rank joined = Rank.join(rankHost());
        rank = joined;
        begin(joined);
        joined.engine().begin();
        joined.rankHost().joined();
        initialized = true;
        MpiFailure early = ended;
        if (early != null) {
            joined.engine().fail(early);
        }
    }

    /** Where this rank lives. Asked for once: who could not join does not try again to say so. */
    final synchronized RankHost rankHost() {
        if (refusal != null) {
            throw refusal;
        }
        if (rankHost == null) {
            try {
                rankHost = rankHosts.get();
            } catch (MpiFailure failure) {
                refusal = failure;
                throw failure;
            }
        }
        return rankHost;
    }

    /** The rank has its engine and will be seen by others when this returns. */
    abstract void begin(Rank joined);

    /** Leaves; answers what was found then, see {@link Rank#leave}. */
    final MpiFailure leave() {
        Rank own = rank();
        if (!endsWaiters) {
            own.engine().checkAlone();
        }
        return own.leave();
    }

    /** MPI_Finalize will end what other threads wait for, where it would refuse. */
    final void letLeavingEndWaiters() {
        endsWaiters = true;
    }

    /** The rank has left. */
    final void left() {
        rank = null;
        finalized = true;
    }

    final void succeedBy(RankCalls next) {
        successor = next;
    }

    final boolean isInitialized() {
        return initialized;
    }

    final boolean isFinalized() {
        return finalized;
    }

    /** The rank, or a failure that says why there is none. */
    final Rank rank() {
        Rank current = rank;
        if (current == null) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    finalized
                            ? "called after MPI_Finalize: only MPI_Initialized, MPI_Finalized and"
                                    + " MPI_Get_version may be"
                            : "called before MPI_Init: call MPI_Init first");
        }
        return current;
    }

    final Engine engine() {
        return rank().engine();
    }

    // ---- Handles

    /** What {@code comm} stands for. */
    final Communicator communicator(MPI_Comm comm) {
        Rank here = rank();
        if (comm == Predefined.COMM_WORLD) {
            return here.world();
        }
        if (comm instanceof Communicator) {
            Communicator communicator = (Communicator) comm;
            if (communicator.engine() == here.engine() && !communicator.isFreed()) {
                return communicator;
            }
        }
        if (comm == Predefined.COMM_SELF) {
            return here.self();
        }
        throw new MpiFailure(MPI.MPI_ERR_COMM, "communicator " + describe(comm));
    }

    private String describe(MPI_Comm comm) {
        if (comm == null) {
            return "is Java's null: pass a handle, MPI_COMM_NULL where the standard allows it";
        }
        if (comm == Predefined.COMM_NULL) {
            return "is MPI_COMM_NULL: this rank is no member, or the communicator was freed";
        }
        if (comm instanceof Communicator && ((Communicator) comm).isUnborn()) {
            return comm + " has yet to be made: complete the request of MPI_Comm_idup before it is used";
        }
        if (comm instanceof Communicator && ((Communicator) comm).isFreed()) {
            return comm + " has been freed: a copy of its handle was kept";
        }
        return comm + " belongs to another rank of this VM";
    }

    /**
     * Refuses an inter-communicator where MPI-1 allows none. A check of its own and not a way to
     * the communicator: the caller has it by then, so that the error goes to its handler.
     */
    static void checkIntra(Communicator communicator) {
        if (communicator.isInter()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COMM,
                    communicator
                            + " is an inter-communicator: MPI-1 allows this call on"
                            + " intra-communicators only; MPI_Intercomm_merge makes one");
        }
    }

    // ---- Errors

    /**
     * Failures are told with the name that {@code names} makes of the function's: for a layer that does what the program
     * has called by calling something else. Called by the thread that has called.
     */
    public final void nameFailuresBy(UnaryOperator<String> names) {
        calledNames = names;
    }

    /** {@code listener} hears of each code that an error handler will be given: called by the thread that has called. */
    public final void onHandled(IntConsumer listener) {
        handled = listener;
    }

    /**
     * Turns a failure of function {@code failed} on {@code communicator}, or on none, into what is
     * returned.
     */
    final int raise(Communicator communicator, String failed, MpiFailure failure) {
        String function = calledNames.apply(failed);
        Rank here = rank;
        Communicator scope = communicator != null ? communicator : here != null ? here.world() : null;
        String where = scope == null ? function : "rank " + scope.rank() + " of " + scope + ": " + function;
        String text = where + ": " + failure.getMessage();
        int code = errorCodes.register(failure, text);
        boolean isEndedByLeaving = endsWaiters && here != null && here.engine().isOfLeaving(failure);
        if (here != null && here.engine().failure() == failure && !isEndedByLeaving) {
            // Not an error of this call: the job is lost, and no handler can go on from there.
            here.rankHost().lost(text);
            throw new JobAborted(text, null);
        }
        if (failure.isAlwaysThrown()) {
            throw new MPIException(code, errorCodes.classOf(code), text);
        }
        react(scope, code, text);
        return code;
    }

    /** Lets the handler of {@code scope} deal with the error {@code code}. */
    final void react(Communicator scope, int code, String text) {
        handled.accept(code);
        ErrorHandler handler = scope == null ? ErrorHandler.FATAL : scope.errorHandler();
        switch (handler.reaction()) {
            case FATAL -> endJob(code, text);
            case THROW -> throw new MPIException(code, errorCodes.classOf(code), text);
            case CALL -> handler.function().handle(scope.handle(), code);
            case RETURN -> {
                // The code says it all.
            }
        }
    }

    /** Unwinds every call of this rank: its job has ended elsewhere. Any thread. */
    public final void fail(MpiFailure failure) {
        ended = failure;
        Rank here = rank;
        if (here != null) {
            here.engine().fail(failure);
        }
        RankCalls next = successor;
        if (next != null) {
            next.fail(failure);
        }
    }

    /** Closes a rank that has not called MPI_Finalize and never will. */
    public final void closeAbandoned() {
        Rank here = rank;
        if (here != null) {
            rank = null;
            finalized = true;
            here.close();
        }
        RankCalls next = successor;
        if (next != null) {
            next.closeAbandoned();
        }
    }

    private void endJob(int code, String text) {
        MPIException error = new MPIException(code, errorCodes.classOf(code), text);
        Rank here = rank;
        RankHost rankHost = here != null ? here.rankHost() : rankHost();
        rankHost.abort(errorCodes.classOf(code), report(error));
        throw new JobAborted(text, error);
    }

    private static String report(MPIException error) {
        StringBuilder text = new StringBuilder("MPI error: ").append(error.getMessage());
        for (StackTraceElement frame : ProgramStack.of(error.getStackTrace())) {
            if (!frame.getClassName().startsWith("org.javampi.core.")) {
                text.append(System.lineSeparator()).append("\tat ").append(frame);
            }
        }
        return text.toString();
    }

    @Override
    public final MPIException exception(int errorcode) {
        return new MPIException(errorcode, errorCodes.classOf(errorcode), errorCodes.text(errorcode));
    }

    /** A call that is not on the way of a message: fails in one place. */
    @FunctionalInterface
    interface Call {
        void run();
    }

    /** Runs a call without a communicator. */
    final int guard(String function, Call call) {
        try {
            rank();
            call.run();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, function, failure);
        }
    }

    /** A call that is related to a communicator. */
    @FunctionalInterface
    interface CommunicatorCall {
        void run(Communicator communicator);
    }

    /** Runs a call whose errors belong to {@code comm}. */
    final int guard(String function, MPI_Comm comm, CommunicatorCall call) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            call.run(communicator);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    // ---- Arguments

    /** Refuses an output array that cannot take a result. */
    static void checkOut(Object array, String name) {
        checkRoom(array, 1, name);
    }

    /** Refuses an array of fewer than {@code length} elements; where none are needed, it may be null. */
    static void checkRoom(Object array, int length, String name) {
        if (array == null ? length > 0 : Array.getLength(array) < length) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "array "
                            + name
                            + (array == null ? " is null" : " has " + Array.getLength(array))
                            + ": at least "
                            + length
                            + (length == 1 ? " element is" : " elements are")
                            + " needed");
        }
    }

    /** Refuses what cannot be asked: nothing is ever recorded in MPI_STATUS_IGNORE. */
    static void checkReadable(MPI_Status status) {
        checkNotNull(status, "status");
        if (status == Predefined.STATUS_IGNORE) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG, "status is MPI_STATUS_IGNORE, which tells nothing: receive with new MPI_Status()");
        }
    }

    static void checkNotNull(Object argument, String name) {
        if (argument == null) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, "argument " + name + " is null");
        }
    }

    static void checkCount(long count, String name) {
        if (count < 0) {
            throw new MpiFailure(MPI.MPI_ERR_COUNT, name + " " + count + " is negative (allowed 0 and more)");
        }
    }

    /** As above, of an array; the name is put together only when it is needed. */
    static void checkCount(int count, String array, int index) {
        if (count < 0) {
            checkCount(count, array + "[" + index + "]");
        }
    }

    static boolean isNull(MPI_Request request) {
        return request == Predefined.REQUEST_NULL;
    }
}
