package org.javampi;

/** What a status says, and what is known of a request without completing it (MPI-4.1 §3.2.5, §3.7.6, §13.3), in C form and value form. */
@Chapter
abstract class Statuses extends Environment {
    Statuses() {}

    /**
     * Makes MPI_Get_elements give a number, and MPI_Get_count what follows from it. (MPI-4.1
     * §13.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param status status to look at or to change; not MPI_STATUS_IGNORE
     * @param datatype type that the elements are counted in
     * @param count basic elements, 0 or more
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Status_set_elements(MPI_Status status, MPI_Datatype datatype, int count) {
        return Calls.tool().MPI_Status_set_elements(status, datatype, count);
    }

    /**
     * Says what MPI_Test_cancelled gives. (MPI-4.1 §13.3.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status status to look at or to change; not MPI_STATUS_IGNORE
     * @param flag whether the operation was cancelled
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Status_set_cancelled(MPI_Status status, boolean flag) {
        return Calls.tool().MPI_Status_set_cancelled(status, flag);
    }

    /**
     * Gives the rank of the sender. (MPI-4.1 §3.2.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status status to look at or to change; not MPI_STATUS_IGNORE
     * @param source out: the rank, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("source")
    public static int MPI_Status_get_source(MPI_Status status, int[] source) {
        return Calls.tool().MPI_Status_get_source(status, source);
    }

    /**
     * Gives the tag of the message. (MPI-4.1 §3.2.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status status to look at or to change; not MPI_STATUS_IGNORE
     * @param tag out: the tag, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("tag")
    public static int MPI_Status_get_tag(MPI_Status status, int[] tag) {
        return Calls.tool().MPI_Status_get_tag(status, tag);
    }

    /**
     * Gives the error code of the operation. (MPI-4.1 §3.2.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status status to look at or to change; not MPI_STATUS_IGNORE
     * @param err out: the code, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("err")
    public static int MPI_Status_get_error(MPI_Status status, int[] err) {
        return Calls.tool().MPI_Status_get_error(status, err);
    }

    /**
     * Sets the rank of the sender. (MPI-4.1 §13.3.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status status to look at or to change; not MPI_STATUS_IGNORE
     * @param source the rank
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Status_set_source(MPI_Status status, int source) {
        return Calls.tool().MPI_Status_set_source(status, source);
    }

    /**
     * Sets the tag of the message. (MPI-4.1 §13.3.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status status to look at or to change; not MPI_STATUS_IGNORE
     * @param tag the tag
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Status_set_tag(MPI_Status status, int tag) {
        return Calls.tool().MPI_Status_set_tag(status, tag);
    }

    /**
     * Sets the error code of the operation. (MPI-4.1 §13.3.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status status to look at or to change; not MPI_STATUS_IGNORE
     * @param err the code
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Status_set_error(MPI_Status status, int err) {
        return Calls.tool().MPI_Status_set_error(status, err);
    }

    /**
     * Looks whether an operation is over, and leaves the request as it is. (MPI-4.1 §3.7.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST.
     *
     * @param request the operation
     * @param flag out: whether it is over, at element 0
     * @param status out: filled when it is over, as by MPI_Wait; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Request_get_status(MPI_Request request, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Request_get_status(request, flag, status);
    }

    /**
     * Looks whether one of several operations is over, and leaves the requests as they are.
     * (MPI-4.1 §3.7.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_REQUEST.
     *
     * @param count number of requests
     * @param array_of_requests requests; null ones and inactive persistent ones are left out
     * @param index out: which one, or MPI_UNDEFINED when none is active, at element 0
     * @param flag out: whether that is so, at element 0
     * @param status out: its status; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Request_get_status_any(
            int count, MPI_Request[] array_of_requests, int[] index, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Request_get_status_any(count, array_of_requests, index, flag, status);
    }

    /**
     * Looks whether all operations are over, and leaves the requests as they are. (MPI-4.1 §3.7.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_REQUEST.
     *
     * @param count number of requests
     * @param array_of_requests requests; null ones and inactive persistent ones are left out
     * @param flag out: whether that is so, at element 0
     * @param array_of_statuses out: filled when all are over; or MPI_STATUSES_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Request_get_status_all(
            int count, MPI_Request[] array_of_requests, boolean[] flag, MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Request_get_status_all(count, array_of_requests, flag, array_of_statuses);
    }

    /**
     * Looks which operations are over, and leaves the requests as they are. (MPI-4.1 §3.7.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_REQUEST.
     *
     * @param incount number of requests
     * @param array_of_requests requests; null ones and inactive persistent ones are left out
     * @param outcount out: how many are over, or MPI_UNDEFINED when none is active, at element 0
     * @param array_of_indices out: which ones, from element 0
     * @param array_of_statuses out: their statuses, in that order; or MPI_STATUSES_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Request_get_status_some(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return Calls.tool()
                .MPI_Request_get_status_some(incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }
}
