package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.Request;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Completion of any, all or some of many operations (MPI-1.1 §3.7.5). */
abstract class MultipleCompletionCalls extends CompletionCalls {
    private final ThreadLocal<RequestSet> sets = ThreadLocal.withInitial(RequestSet::new);
    private final ThreadLocal<AllRequests> everything = ThreadLocal.withInitial(AllRequests::new);

    MultipleCompletionCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Waitany(int count, MPI_Request[] array_of_requests, int[] index, MPI_Status status) {
        return any("MPI_Waitany", count, array_of_requests, index, null, status, true);
    }

    @Override
    public int MPI_Testany(int count, MPI_Request[] array_of_requests, int[] index, boolean[] flag, MPI_Status status) {
        return any("MPI_Testany", count, array_of_requests, index, flag, status, false);
    }

    private int any(
            String function,
            int count,
            MPI_Request[] requests,
            int[] index,
            boolean[] flag,
            MPI_Status status,
            boolean wait) {
        RequestHandle handle = null;
        try {
            RequestSet set = collect(count, requests);
            try {
                checkOut(index, "index");
                if (!wait) {
                    checkOut(flag, "flag");
                }
                MPI_Status out = wanted(status);
                index[0] = MPI.MPI_UNDEFINED;
                set.awaitAny(engine(), wait);
                int found = set.firstDone();
                if (found < 0) {
                    if (set.isEmpty()) {
                        recordEmpty(out);
                    }
                    if (!wait) {
                        flag[0] = set.isEmpty();
                    }
                    return MPI.MPI_SUCCESS;
                }
                handle = set.handle(found);
                index[0] = found;
                if (!wait) {
                    flag[0] = true;
                }
                try {
                    complete(handle, out);
                } finally {
                    nullWhenStale(requests, found);
                }
                return MPI.MPI_SUCCESS;
            } finally {
                set.clear();
            }
        } catch (MpiFailure failure) {
            return raise(scope(handle), function, failure);
        }
    }

    @Override
    public int MPI_Waitall(int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        return all("MPI_Waitall", count, array_of_requests, null, array_of_statuses, true);
    }

    @Override
    public int MPI_Testall(int count, MPI_Request[] array_of_requests, boolean[] flag, MPI_Status[] array_of_statuses) {
        return all("MPI_Testall", count, array_of_requests, flag, array_of_statuses, false);
    }

    private int all(
            String function, int count, MPI_Request[] requests, boolean[] flag, MPI_Status[] statuses, boolean wait) {
        try {
            checkRequests(count, requests);
            checkStatuses(statuses, count, "array_of_statuses");
            if (!wait) {
                checkOut(flag, "flag");
            }
            Engine engine = engine();
            boolean over = everything.get().await(engine, requests, count, wait);
            if (!wait) {
                flag[0] = over;
            }
            return over ? completeAll(function, count, engine, requests, statuses) : MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, function, failure);
        }
    }

    private int completeAll(String function, int count, Engine engine, MPI_Request[] requests, MPI_Status[] statuses) {
        boolean failed = anyFailed(count, requests);
        Communicator scope = null;
        int firstCode = MPI.MPI_SUCCESS;
        Request spare = null;
        for (int i = 0; i < count; i++) {
            MPI_Status status = statuses == Predefined.STATUSES_IGNORE ? null : statuses[i];
            RequestHandle handle = asHandle(requests[i]);
            if (isInactive(handle)) {
                recordEmpty(status);
                continue;
            }
            MpiFailure failure = handle.record(status);
            spare = withSpare(handle.retire(), spare);
            failure = handle.retired(failure);
            if (handle.isStale()) {
                requests[i] = Predefined.REQUEST_NULL;
            }
            int code = failure == null ? MPI.MPI_SUCCESS : register(handle, function, failure);
            if ((failed || code != MPI.MPI_SUCCESS) && status != null) {
                status.MPI_ERROR = code;
            }
            if (code != MPI.MPI_SUCCESS && firstCode == MPI.MPI_SUCCESS) {
                firstCode = code;
                scope = handle.communicator;
            }
        }
        engine.releaseAll(spare);
        return firstCode == MPI.MPI_SUCCESS ? MPI.MPI_SUCCESS : inStatus(scope, firstCode);
    }

    private static boolean anyFailed(int count, MPI_Request[] requests) {
        for (int i = 0; i < count; i++) {
            RequestHandle handle = asHandle(requests[i]);
            if (!isInactive(handle) && handle.hasFailed()) {
                return true;
            }
        }
        return false;
    }

    /** Requests of completed operations go back to the engine together: one taking of its lock. */
    private static Request withSpare(Request retired, Request spare) {
        return retired == null ? spare : retired.before(spare);
    }

    @Override
    public int MPI_Waitsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return some("MPI_Waitsome", incount, array_of_requests, outcount, array_of_indices, array_of_statuses, true);
    }

    @Override
    public int MPI_Testsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return some("MPI_Testsome", incount, array_of_requests, outcount, array_of_indices, array_of_statuses, false);
    }

    private int some(
            String function,
            int count,
            MPI_Request[] requests,
            int[] outcount,
            int[] indices,
            MPI_Status[] statuses,
            boolean wait) {
        try {
            RequestSet set = collect(count, requests);
            try {
                checkOut(outcount, "outcount");
                checkRoom(indices, count, "array_of_indices");
                checkStatuses(statuses, count, "array_of_statuses");
                set.awaitAny(engine(), wait);
                if (set.isEmpty()) {
                    outcount[0] = MPI.MPI_UNDEFINED;
                    return MPI.MPI_SUCCESS;
                }
                return completeSome(function, count, set, requests, outcount, indices, statuses);
            } finally {
                set.clear();
            }
        } catch (MpiFailure failure) {
            return raise(null, function, failure);
        }
    }

    private int completeSome(
            String function,
            int count,
            RequestSet set,
            MPI_Request[] requests,
            int[] outcount,
            int[] indices,
            MPI_Status[] statuses) {
        int done = 0;
        for (int i = 0; i < count; i++) {
            if (set.isDone(i)) {
                indices[done++] = i;
            }
        }
        outcount[0] = done;
        boolean failed = set.anyFailed();
        Communicator scope = null;
        int firstCode = MPI.MPI_SUCCESS;
        Request spare = null;
        for (int k = 0; k < done; k++) {
            RequestHandle handle = set.handle(indices[k]);
            MPI_Status status = statuses == Predefined.STATUSES_IGNORE ? null : statuses[k];
            MpiFailure failure = handle.record(status);
            spare = withSpare(handle.retire(), spare);
            failure = handle.retired(failure);
            nullWhenStale(requests, indices[k]);
            int code = failure == null ? MPI.MPI_SUCCESS : register(handle, function, failure);
            if ((failed || code != MPI.MPI_SUCCESS) && status != null) {
                status.MPI_ERROR = code;
            }
            if (code != MPI.MPI_SUCCESS && firstCode == MPI.MPI_SUCCESS) {
                firstCode = code;
                scope = handle.communicator;
            }
        }
        engine().releaseAll(spare);
        return firstCode == MPI.MPI_SUCCESS ? MPI.MPI_SUCCESS : inStatus(scope, firstCode);
    }

    private int register(RequestHandle handle, String function, MpiFailure failure) {
        Communicator scope = handle.communicator;
        return errorCodes.register(
                failure, "rank " + scope.rank() + " of " + scope + ": " + function + ": " + failure.getMessage());
    }

    /** The handler gets the request's own code (MPI-1.1 §7.2), the caller MPI_ERR_IN_STATUS. */
    private int inStatus(Communicator scope, int code) {
        react(scope, code, errorCodes.text(code));
        return MPI.MPI_ERR_IN_STATUS;
    }

    final RequestSet collect(int count, MPI_Request[] requests) {
        checkRequests(count, requests);
        RequestSet set = sets.get().borrow();
        for (int i = 0; i < count; i++) {
            RequestHandle handle = asHandle(requests[i]);
            set.add(isInactive(handle) ? null : handle);
        }
        return set;
    }

    private void checkRequests(int count, MPI_Request[] requests) {
        rank();
        checkCount(count, "count");
        if (count > 0) {
            checkRoom(requests, count, "array_of_requests");
        }
        for (int i = 0; i < count; i++) {
            asHandle(requests[i]);
        }
    }

    static void checkStatuses(MPI_Status[] statuses, int count, String name) {
        if (statuses == Predefined.STATUSES_IGNORE || count == 0) {
            return;
        }
        checkRoom(statuses, count, name);
        for (int i = 0; i < count; i++) {
            if (statuses[i] == null) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        name
                                + "["
                                + i
                                + "] is null: fill the array with new MPI_Status(), or pass"
                                + " MPI_STATUSES_IGNORE");
            }
        }
    }
}
