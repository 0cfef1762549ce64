package org.javampi;

/** Requests for operations of the program's own (MPI-4.1 §13.2), in C form and value form. */
@Chapter
abstract class GeneralizedRequests extends PersistentCollectives {
    GeneralizedRequests() {}

    /**
     * Makes a request for an operation that the program carries out itself, in a thread of its own for example. It is
     * waited for like any other. (MPI-4.1 §13.2.)
     *
     * <p>Errors: MPI_ERR_ARG. What a callback returns is returned by the function that has called it.
     *
     * @param query_fn fills the status when the request is completed or looked at
     * @param free_fn called when the request is gone: after completion, or after MPI_Grequest_complete when
     *     MPI_Request_free has been called
     * @param cancel_fn called by MPI_Cancel
     * @param extra_state handed to each callback, may be null
     * @param request out: the request, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    public static int MPI_Grequest_start(
            MPI_Grequest_query_function query_fn,
            MPI_Grequest_free_function free_fn,
            MPI_Grequest_cancel_function cancel_fn,
            Object extra_state,
            MPI_Request[] request) {
        return Calls.tool().MPI_Grequest_start(query_fn, free_fn, cancel_fn, extra_state, request);
    }

    /**
     * Says that the operation of a generalized request is over, so that waits for it end. Any thread calls it, also when
     * MPI_Request_free has been called. (MPI-4.1 §13.2.)
     *
     * <p>Errors: MPI_ERR_REQUEST.
     *
     * @param request generalized request, not yet said to be over
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Grequest_complete(MPI_Request request) {
        return Calls.tool().MPI_Grequest_complete(request);
    }
}
