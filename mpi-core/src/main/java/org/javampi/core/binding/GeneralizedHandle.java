package org.javampi.core.binding;

import org.javampi.MPI;
import org.javampi.MPI_Grequest_cancel_function;
import org.javampi.MPI_Grequest_free_function;
import org.javampi.MPI_Grequest_query_function;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.GeneralizedRequest;
import org.javampi.core.engine.Request;
import org.javampi.core.failure.MpiFailure;

/**
 * What a program holds of an operation of its own (MPI-4.1 §13.2). The callback that frees it is called once: when the
 * program has completed it, or has freed it and said that it is over, whichever of both comes last.
 */
final class GeneralizedHandle extends RequestHandle {
    private static final long serialVersionUID = 1L;

    private final GeneralizedRequest operation;

    @SuppressWarnings("serial") // the program's; written only where it can be
    private final Object extraState;

    private final MPI_Grequest_query_function query;
    private final MPI_Grequest_free_function free;
    private final MPI_Grequest_cancel_function cancel;

    /** The program has said that it is over. */
    private boolean over;

    /** The program has freed it. */
    private boolean freed;

    GeneralizedHandle(
            Communicator world,
            GeneralizedRequest operation,
            MPI_Grequest_query_function query,
            MPI_Grequest_free_function free,
            MPI_Grequest_cancel_function cancel,
            Object extraState) {
        super(world, operation, 0, false, false);
        this.operation = operation;
        this.query = query;
        this.free = free;
        this.cancel = cancel;
        this.extraState = extraState;
    }

    /** The program says that it is over. */
    void end() {
        boolean last;
        synchronized (this) {
            if (over) {
                throw new MpiFailure(
                        MPI.MPI_ERR_REQUEST, "MPI_Grequest_complete has been called for this request already");
            }
            over = true;
            last = freed;
        }
        communicator.engine().complete(operation);
        if (last) {
            throwIfAny(letGo(null));
        }
    }

    private synchronized boolean isSaidOver() {
        return over;
    }

    @Override
    MpiFailure record(MPI_Status status) {
        MPI_Status filled = status == null ? new MPI_Status() : status;
        filled.record(Predefined.ANY_SOURCE, Predefined.ANY_TAG, 0, false);
        return failure("query", query.query(extraState, filled));
    }

    @Override
    Request retire() {
        super.retire();
        return null;
    }

    @Override
    MpiFailure retired(MpiFailure failure) {
        return letGo(failure);
    }

    private MpiFailure letGo(MpiFailure earlier) {
        MpiFailure failure = failure("free", free.free(extraState));
        return earlier != null ? earlier : failure;
    }

    @Override
    void cancel() {
        throwIfAny(failure("cancel", cancel.cancel(extraState, isSaidOver())));
    }

    @Override
    void free() {
        boolean last;
        synchronized (this) {
            freed = true;
            last = over;
        }
        super.free();
        if (last) {
            throwIfAny(letGo(null));
        }
    }

    private static void throwIfAny(MpiFailure failure) {
        if (failure != null) {
            throw failure;
        }
    }

    private static MpiFailure failure(String which, int code) {
        return code == MPI.MPI_SUCCESS
                ? null
                : MpiFailure.ofCallback(
                        code, "the " + which + " callback of the generalized request has returned " + code);
    }

    @Override
    public String toString() {
        return "generalized request";
    }
}
