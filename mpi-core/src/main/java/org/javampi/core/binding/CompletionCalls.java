package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.Request;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Completion of single operations, cancelling and freeing them (MPI-1.1 §3.7.3, §3.8). */
abstract class CompletionCalls extends BufferedCalls {
    CompletionCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        try {
            rank();
            checkOut(request, "request");
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Wait", failure);
        }
        try {
            return MPI_Wait(request[0], status);
        } finally {
            nullWhenStale(request, 0);
        }
    }

    @Override
    public int MPI_Wait(MPI_Request request, MPI_Status status) {
        RequestHandle handle = null;
        try {
            handle = handle(request);
            MPI_Status out = wanted(status);
            if (isInactive(handle)) {
                recordEmpty(out);
                return MPI.MPI_SUCCESS;
            }
            if (!handle.isDone()) {
                engine().await(handle.request);
            }
            complete(handle, out);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Wait", failure);
        }
    }

    @Override
    public int MPI_Test(MPI_Request[] request, boolean[] flag, MPI_Status status) {
        try {
            rank();
            checkOut(request, "request");
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Test", failure);
        }
        try {
            return MPI_Test(request[0], flag, status);
        } finally {
            nullWhenStale(request, 0);
        }
    }

    @Override
    public int MPI_Test(MPI_Request request, boolean[] flag, MPI_Status status) {
        RequestHandle handle = null;
        try {
            handle = handle(request);
            checkOut(flag, "flag");
            MPI_Status out = wanted(status);
            if (isInactive(handle)) {
                recordEmpty(out);
                flag[0] = true;
                return MPI.MPI_SUCCESS;
            }
            flag[0] = handle.isDone() || engine().test(handle.request);
            if (flag[0]) {
                complete(handle, out);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Test", failure);
        }
    }

    @Override
    public int MPI_Request_free(MPI_Request[] request) {
        try {
            rank();
            checkOut(request, "request");
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Request_free", failure);
        }
        int code = MPI_Request_free(request[0]);
        if (code == MPI.MPI_SUCCESS) {
            request[0] = Predefined.REQUEST_NULL;
        }
        return code;
    }

    @Override
    public int MPI_Request_free(MPI_Request request) {
        RequestHandle handle = null;
        try {
            handle = named(request);
            handle.checkFreeable();
            if (handle.ownsRequest()) {
                engine().detach(handle.request);
            }
            handle.free();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Request_free", failure);
        }
    }

    @Override
    public int MPI_Cancel(MPI_Request[] request) {
        try {
            rank();
            checkOut(request, "request");
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Cancel", failure);
        }
        return MPI_Cancel(request[0]);
    }

    @Override
    public int MPI_Cancel(MPI_Request request) {
        RequestHandle handle = null;
        try {
            handle = named(request);
            if (!handle.active) {
                throw new MpiFailure(
                        MPI.MPI_ERR_REQUEST, "the persistent request is not active: there is nothing to cancel");
            }
            handle.cancel();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Cancel", failure);
        }
    }

    @Override
    public int MPI_Test_cancelled(MPI_Status status, boolean[] flag) {
        try {
            rank();
            checkReadable(status);
            checkOut(flag, "flag");
            flag[0] = status.isCancelled();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Test_cancelled", failure);
        }
    }

    // ---- Handles

    /** The handle behind {@code request}; null for MPI_REQUEST_NULL. */
    final RequestHandle handle(MPI_Request request) {
        rank();
        return asHandle(request);
    }

    /** The same for those who have asked for this rank already. */
    static RequestHandle asHandle(MPI_Request request) {
        if (request instanceof RequestHandle) {
            return (RequestHandle) request;
        }
        if (request == Predefined.REQUEST_NULL) {
            return null;
        }
        throw new MpiFailure(
                MPI.MPI_ERR_REQUEST,
                "request is "
                        + (request == null ? "Java's null" : request.toString())
                        + ": pass a request, or MPI_REQUEST_NULL where none is meant");
    }

    /** The handle behind {@code request}, which must name an operation. */
    private RequestHandle named(MPI_Request request) {
        RequestHandle handle = handle(request);
        if (handle == null || handle.isStale()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_REQUEST,
                    handle == null
                            ? "request is MPI_REQUEST_NULL: it names no operation"
                            : "request has been completed or freed: a copy of its handle was kept");
        }
        return handle;
    }

    static boolean isInactive(RequestHandle handle) {
        return handle == null || !handle.active;
    }

    static void nullWhenStale(MPI_Request[] requests, int index) {
        if (requests[index] instanceof RequestHandle && ((RequestHandle) requests[index]).isStale()) {
            requests[index] = Predefined.REQUEST_NULL;
        }
    }

    static Communicator scope(RequestHandle handle) {
        return handle == null ? null : handle.communicator;
    }

    // ---- Completion

    /**
     * Completes an operation that is done: fills the status, retires the handle, reports its
     * failure.
     */
    final void complete(RequestHandle handle, MPI_Status status) {
        MpiFailure failure = handle.record(status);
        Request spare = handle.retire();
        if (spare != null) {
            engine().release(spare);
        }
        failure = handle.retired(failure);
        if (failure != null) {
            throw failure;
        }
    }

    /** The status of what names no operation (MPI-1.1 §3.7.3). */
    static void recordEmpty(MPI_Status status) {
        if (status != null) {
            status.record(Predefined.ANY_SOURCE, Predefined.ANY_TAG, 0, false);
            status.MPI_ERROR = MPI.MPI_SUCCESS;
        }
    }
}
