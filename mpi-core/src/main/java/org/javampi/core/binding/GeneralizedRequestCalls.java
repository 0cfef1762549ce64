package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Grequest_cancel_function;
import org.javampi.MPI_Grequest_free_function;
import org.javampi.MPI_Grequest_query_function;
import org.javampi.MPI_Request;
import org.javampi.core.engine.GeneralizedRequest;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Requests for operations of the program's own (MPI-4.1 §13.2). */
abstract class GeneralizedRequestCalls extends PersistentCalls {
    GeneralizedRequestCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Grequest_start(
            MPI_Grequest_query_function query_fn,
            MPI_Grequest_free_function free_fn,
            MPI_Grequest_cancel_function cancel_fn,
            Object extra_state,
            MPI_Request[] request) {
        return guard("MPI_Grequest_start", () -> {
            checkNotNull(query_fn, "query_fn");
            checkNotNull(free_fn, "free_fn");
            checkNotNull(cancel_fn, "cancel_fn");
            checkOut(request, "request");
            request[0] = new GeneralizedHandle(
                    rank().world(), new GeneralizedRequest(), query_fn, free_fn, cancel_fn, extra_state);
        });
    }

    @Override
    public int MPI_Grequest_complete(MPI_Request request) {
        return guard("MPI_Grequest_complete", () -> {
            RequestHandle handle = handle(request);
            if (handle instanceof GeneralizedHandle generalized) {
                generalized.end();
                return;
            }
            throw new MpiFailure(
                    MPI.MPI_ERR_REQUEST,
                    (handle == null ? "request is MPI_REQUEST_NULL" : "the request is not generalized")
                            + ": MPI_Grequest_start makes those that the program completes");
        });
    }
}
