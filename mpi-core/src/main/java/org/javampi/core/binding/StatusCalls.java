package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** What is known of operations without completing them (MPI-4.1 §3.7.6), and statuses (§3.2.5, §13.3). */
abstract class StatusCalls extends MultipleCompletionCalls {
    StatusCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    // ---- Requests

    @Override
    public int MPI_Request_get_status(MPI_Request request, boolean[] flag, MPI_Status status) {
        RequestHandle handle = null;
        try {
            handle = handle(request);
            checkOut(flag, "flag");
            MPI_Status out = wanted(status);
            flag[0] = isInactive(handle) || handle.isDone() || engine().test(handle.request);
            if (flag[0]) {
                look(handle, out);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Request_get_status", failure);
        }
    }

    @Override
    public int MPI_Request_get_status_any(
            int count, MPI_Request[] array_of_requests, int[] index, boolean[] flag, MPI_Status status) {
        return guard("MPI_Request_get_status_any", () -> {
            RequestSet set = collect(count, array_of_requests);
            try {
                checkOut(index, "index");
                checkOut(flag, "flag");
                MPI_Status out = wanted(status);
                set.awaitAny(engine(), false);
                int found = set.firstDone();
                index[0] = found < 0 ? MPI.MPI_UNDEFINED : found;
                flag[0] = found >= 0 || set.isEmpty();
                if (flag[0]) {
                    look(found < 0 ? null : set.handle(found), out);
                }
            } finally {
                set.clear();
            }
        });
    }

    @Override
    public int MPI_Request_get_status_all(
            int count, MPI_Request[] array_of_requests, boolean[] flag, MPI_Status[] array_of_statuses) {
        return guard("MPI_Request_get_status_all", () -> {
            RequestSet set = collect(count, array_of_requests);
            try {
                checkStatuses(array_of_statuses, count, "array_of_statuses");
                checkOut(flag, "flag");
                set.awaitAny(engine(), false);
                boolean over = true;
                for (int i = 0; i < count; i++) {
                    over &= set.handle(i) == null || set.isDone(i);
                }
                flag[0] = over;
                for (int i = 0; over && i < count && array_of_statuses != Predefined.STATUSES_IGNORE; i++) {
                    look(set.handle(i), array_of_statuses[i]);
                }
            } finally {
                set.clear();
            }
        });
    }

    @Override
    public int MPI_Request_get_status_some(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return guard("MPI_Request_get_status_some", () -> {
            RequestSet set = collect(incount, array_of_requests);
            try {
                checkOut(outcount, "outcount");
                checkRoom(array_of_indices, incount, "array_of_indices");
                checkStatuses(array_of_statuses, incount, "array_of_statuses");
                set.awaitAny(engine(), false);
                int done = 0;
                for (int i = 0; i < incount; i++) {
                    if (set.isDone(i)) {
                        if (array_of_statuses != Predefined.STATUSES_IGNORE) {
                            look(set.handle(i), array_of_statuses[done]);
                        }
                        array_of_indices[done++] = i;
                    }
                }
                outcount[0] = set.isEmpty() ? MPI.MPI_UNDEFINED : done;
            } finally {
                set.clear();
            }
        });
    }

    /** Fills a status as completion would; a failure of the operation stays for the completion to report. */
    private static void look(RequestHandle handle, MPI_Status status) {
        if (isInactive(handle)) {
            recordEmpty(status);
        } else {
            handle.record(status);
        }
    }

    // ---- Statuses

    @Override
    public int MPI_Status_set_elements(MPI_Status status, MPI_Datatype datatype, int count) {
        return guard("MPI_Status_set_elements", () -> setElements(status, datatype, count));
    }

    @Override
    public int MPI_Status_set_elements_c(MPI_Status status, MPI_Datatype datatype, long count) {
        return guard("MPI_Status_set_elements_c", () -> setElements(status, datatype, count));
    }

    private static void setElements(MPI_Status status, MPI_Datatype datatype, long count) {
        checkReadable(status);
        Datatype type = Datatypes.of(datatype);
        if (count < 0) {
            throw new MpiFailure(MPI.MPI_ERR_COUNT, "count " + count + " is negative (allowed 0 and more)");
        }
        status.record(status.MPI_SOURCE, status.MPI_TAG, bytesOf(type, count), status.isCancelled());
    }

    private static long bytesOf(Datatype type, long elements) {
        try {
            return type.bytesOf(elements);
        } catch (ArithmeticException e) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COUNT, "count " + elements + " of " + type + " is more than 2^63 - 1 bytes");
        }
    }

    @Override
    public int MPI_Status_set_cancelled(MPI_Status status, boolean flag) {
        return guard("MPI_Status_set_cancelled", () -> {
            checkReadable(status);
            status.record(status.MPI_SOURCE, status.MPI_TAG, status.byteCount(), flag);
        });
    }

    @Override
    public int MPI_Status_get_source(MPI_Status status, int[] source) {
        return guard("MPI_Status_get_source", () -> {
            checkReadable(status);
            checkOut(source, "source");
            source[0] = status.MPI_SOURCE;
        });
    }

    @Override
    public int MPI_Status_get_tag(MPI_Status status, int[] tag) {
        return guard("MPI_Status_get_tag", () -> {
            checkReadable(status);
            checkOut(tag, "tag");
            tag[0] = status.MPI_TAG;
        });
    }

    @Override
    public int MPI_Status_get_error(MPI_Status status, int[] err) {
        return guard("MPI_Status_get_error", () -> {
            checkReadable(status);
            checkOut(err, "err");
            err[0] = status.MPI_ERROR;
        });
    }

    @Override
    public int MPI_Status_set_source(MPI_Status status, int source) {
        return guard("MPI_Status_set_source", () -> {
            checkReadable(status);
            status.MPI_SOURCE = source;
        });
    }

    @Override
    public int MPI_Status_set_tag(MPI_Status status, int tag) {
        return guard("MPI_Status_set_tag", () -> {
            checkReadable(status);
            status.MPI_TAG = tag;
        });
    }

    @Override
    public int MPI_Status_set_error(MPI_Status status, int err) {
        return guard("MPI_Status_set_error", () -> {
            checkReadable(status);
            status.MPI_ERROR = err;
        });
    }
}
