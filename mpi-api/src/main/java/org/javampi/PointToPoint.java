package org.javampi;

/**
 * Point-to-point communication, blocking, non-blocking and persistent (MPI-1.1 §3.2 to §3.11), in C
 * form and value form.
 */
@Chapter
abstract class PointToPoint extends Constants {
    PointToPoint() {}

    /**
     * Sends {@code count} items to rank {@code dest}; returns as soon as {@code buf} may be
     * changed, which may be before or after a receive has taken the message. (MPI-1.1 §3.2.1.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages this one is among
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Send(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Waits for the oldest message that fits source, tag and communicator and stores it in {@code
     * buf}, whose size is an upper limit. (MPI-1.1 §3.2.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items that there is room for, 0 or more; a shorter message is no error
     * @param datatype committed type of each item; its basic types must be the sender's
     * @param source rank in {@code comm} (its remote group, for an inter-communicator) that sends,
     *     MPI_ANY_SOURCE, or MPI_PROC_NULL, and nothing is awaited
     * @param tag label wanted, 0 to MPI_TAG_UB, or MPI_ANY_TAG
     * @param comm communicator whose messages are looked at
     * @param status out: who sent, under which tag, and how much; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("status")
    @LargeCounts("count")
    public static int MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return Calls.tool().MPI_Recv(buf, count, datatype, source, tag, comm, status);
    }

    /**
     * Tells how many whole items of a type a received or probed message has; MPI_UNDEFINED when it
     * ends inside an item. (MPI-1.1 §3.2.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param status of a completed receive, or of a probe
     * @param datatype type to count in, as the receive had it
     * @param count out: the number of whole items, or MPI_UNDEFINED, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("count")
    @LargeCounts("count")
    public static int MPI_Get_count(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return Calls.tool().MPI_Get_count(status, datatype, count);
    }

    /**
     * Sends from the attached buffer and so returns without waiting for anybody. (MPI-1.1 §3.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages this one is among
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Bsend(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Sends and returns only when the receive that takes the message has begun. (MPI-1.1 §3.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages this one is among
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Ssend(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Sends to a receive of which the program knows that it is posted already. (MPI-1.1 §3.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages this one is among
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Rsend(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Lends MPI the memory that buffered sends work in; one buffer at a time. (MPI-1.1 §3.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_OTHER.
     *
     * @param buffer memory for buffered sends: an array, a ByteBuffer or {@code at(...)}; MPI's own
     *     until it is detached
     * @param size bytes of it to use, MPI_BSEND_OVERHEAD for each pending message included
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("size")
    public static int MPI_Buffer_attach(Object buffer, int size) {
        return Calls.tool().MPI_Buffer_attach(buffer, size);
    }

    /**
     * Waits until every buffered message has left, and gives the memory back. (MPI-1.1 §3.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER.
     *
     * @param buffer_addr out: what was attached, at element 0
     * @param size out: bytes that were attached, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns(value = "buffer_addr", without = "size")
    @LargeCounts("size")
    public static int MPI_Buffer_detach(Object[] buffer_addr, int[] size) {
        return Calls.tool().MPI_Buffer_detach(buffer_addr, size);
    }

    /**
     * Begins what MPI_Send does and returns at once; the request completes when the buffer is free
     * again. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM; not to be
     *     changed before the request completes
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages this one is among
     * @param request out: the operation under way, to be completed by MPI_Wait, MPI_Test or one of
     *     their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Isend(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Begins what MPI_Bsend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM; not to be
     *     changed before the request completes
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages this one is among
     * @param request out: the operation under way, to be completed by MPI_Wait, MPI_Test or one of
     *     their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Ibsend(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Begins what MPI_Ssend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM; not to be
     *     changed before the request completes
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages this one is among
     * @param request out: the operation under way, to be completed by MPI_Wait, MPI_Test or one of
     *     their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Issend(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Begins what MPI_Rsend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM; not to be
     *     changed before the request completes
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages this one is among
     * @param request out: the operation under way, to be completed by MPI_Wait, MPI_Test or one of
     *     their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Irsend(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Posts a receive and returns at once; the request completes when the message is in the buffer.
     * (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE; from the call that completes it, MPI_ERR_TRUNCATE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM; not to
     *     be touched before the request completes
     * @param count items that there is room for, 0 or more; a shorter message is no error
     * @param datatype committed type of each item; its basic types must be the sender's
     * @param source rank in {@code comm} (its remote group, for an inter-communicator) that sends,
     *     MPI_ANY_SOURCE, or MPI_PROC_NULL, and nothing is awaited
     * @param tag label wanted, 0 to MPI_TAG_UB, or MPI_ANY_TAG
     * @param comm communicator whose messages are looked at
     * @param request out: the operation under way, to be completed by MPI_Wait, MPI_Test or one of
     *     their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Irecv(buf, count, datatype, source, tag, comm, request);
    }

    /**
     * Waits for one operation; its request is gone afterwards, unless it is persistent. (MPI-1.1
     * §3.7.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param request the operation, at element 0; MPI_REQUEST_NULL afterwards, or inactive if it is
     *     persistent
     * @param status out: of a receive, who sent, under which tag, and how much; or
     *     MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        return Calls.tool().MPI_Wait(request, status);
    }

    /**
     * Waits for one operation; its request is gone afterwards, unless it is persistent. (MPI-1.1
     * §3.7.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param request the operation; as MPI_REQUEST_NULL afterwards, or inactive if it is persistent
     * @param status out: of a receive, who sent, under which tag, and how much; or
     *     MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("status")
    public static int MPI_Wait(MPI_Request request, MPI_Status status) {
        return Calls.tool().MPI_Wait(request, status);
    }

    /**
     * Looks whether one operation is over and, if so, completes it as MPI_Wait would. (MPI-1.1
     * §3.7.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param request the operation, at element 0; MPI_REQUEST_NULL when it was over, or inactive if
     *     it is persistent
     * @param flag out: whether the operation was over and is completed now, at element 0
     * @param status out: filled when it was over, as by MPI_Wait; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Test(MPI_Request[] request, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Test(request, flag, status);
    }

    /**
     * Looks whether one operation is over and, if so, completes it as MPI_Wait would. (MPI-1.1
     * §3.7.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param request the operation; as MPI_REQUEST_NULL when it was over, or inactive if it is
     *     persistent
     * @param flag out: whether the operation was over and is completed now, at element 0
     * @param status out: filled when it was over, as by MPI_Wait; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Test(MPI_Request request, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Test(request, flag, status);
    }

    /**
     * Gives a request up; an operation under way still goes to its end. (MPI-1.1 §3.7.3.)
     *
     * <p>Errors: MPI_ERR_REQUEST.
     *
     * @param request the operation, at element 0; MPI_REQUEST_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Request_free(MPI_Request[] request) {
        return Calls.tool().MPI_Request_free(request);
    }

    /**
     * Gives a request up; an operation under way still goes to its end. (MPI-1.1 §3.7.3.)
     *
     * <p>Errors: MPI_ERR_REQUEST.
     *
     * @param request the operation; as MPI_REQUEST_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Request_free(MPI_Request request) {
        return Calls.tool().MPI_Request_free(request);
    }

    /**
     * Waits for any one of several operations and completes it; MPI_UNDEFINED when none is active.
     * (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param count how many entries of {@code array_of_requests} to look at, 0 or more
     * @param array_of_requests operations, at least as many; MPI_REQUEST_NULL and inactive ones are
     *     passed over, the one completed becomes MPI_REQUEST_NULL, or inactive if it is persistent
     * @param index out: position of the one completed, or MPI_UNDEFINED when none was active, at
     *     element 0
     * @param status out: of the one completed; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("index")
    public static int MPI_Waitany(int count, MPI_Request[] array_of_requests, int[] index, MPI_Status status) {
        return Calls.tool().MPI_Waitany(count, array_of_requests, index, status);
    }

    /**
     * Completes one of several operations if one is over. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param count how many entries of {@code array_of_requests} to look at, 0 or more
     * @param array_of_requests operations, at least as many; MPI_REQUEST_NULL and inactive ones are
     *     passed over, the one completed becomes MPI_REQUEST_NULL, or inactive if it is persistent
     * @param index out: position of the one completed, or MPI_UNDEFINED when none was, at element 0
     * @param flag out: whether one was completed or none was active, at element 0
     * @param status out: of the one completed; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Testany(
            int count, MPI_Request[] array_of_requests, int[] index, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Testany(count, array_of_requests, index, flag, status);
    }

    /**
     * Waits for all of several operations, in whatever order they end. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_PENDING, MPI_ERR_REQUEST.
     *
     * @param count how many entries of {@code array_of_requests} to look at, 0 or more
     * @param array_of_requests operations, at least as many; MPI_REQUEST_NULL and inactive ones are
     *     passed over, all become MPI_REQUEST_NULL, or inactive if they are persistent
     * @param array_of_statuses out: one status for each request, at least {@code count}; or
     *     MPI_STATUSES_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Waitall(int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Waitall(count, array_of_requests, array_of_statuses);
    }

    /**
     * Waits for all of several operations, in whatever order they end. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_PENDING, MPI_ERR_REQUEST.
     *
     * @param count how many entries of {@code array_of_requests} to look at, 0 or more
     * @param array_of_requests operations, at least as many; MPI_REQUEST_NULL and inactive ones are
     *     passed over, all become MPI_REQUEST_NULL, or inactive if they are persistent
     * @return a status for each request, in the order of the requests
     * @throws MPIException the error, where the C form would return its code
     */
    public static MPI_Status[] MPI_Waitall(int count, MPI_Request[] array_of_requests) {
        MPI_Status[] array_of_statuses = Calls.statuses(count, array_of_requests);
        Calls.check(Calls.tool().MPI_Waitall(count, array_of_requests, array_of_statuses));
        return array_of_statuses;
    }

    /**
     * Completes all of several operations if all are over, and none of them otherwise. (MPI-1.1
     * §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_PENDING, MPI_ERR_REQUEST.
     *
     * @param count how many entries of {@code array_of_requests} to look at, 0 or more
     * @param array_of_requests operations, at least as many; MPI_REQUEST_NULL and inactive ones are
     *     passed over, when all are over, all become MPI_REQUEST_NULL, or inactive if they are
     *     persistent
     * @param flag out: whether all were over and are completed now, at element 0
     * @param array_of_statuses out: one status for each request, at least {@code count}, filled
     *     when all are over; or MPI_STATUSES_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Testall(
            int count, MPI_Request[] array_of_requests, boolean[] flag, MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Testall(count, array_of_requests, flag, array_of_statuses);
    }

    /**
     * Waits for at least one of several operations and completes every one that is over. (MPI-1.1
     * §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_REQUEST.
     *
     * @param incount how many entries of {@code array_of_requests} to look at, 0 or more
     * @param array_of_requests operations, at least as many; MPI_REQUEST_NULL and inactive ones are
     *     passed over, those completed become MPI_REQUEST_NULL, or inactive if they are persistent
     * @param outcount out: how many were completed, or MPI_UNDEFINED when none was active, at
     *     element 0
     * @param array_of_indices out: positions of those completed, in the first entries; at least
     *     {@code incount} long
     * @param array_of_statuses out: statuses of those completed, in the order of {@code
     *     array_of_indices}; at least {@code incount}, or MPI_STATUSES_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("outcount")
    public static int MPI_Waitsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Waitsome(incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }

    /**
     * Completes those of several operations that are over, if any. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_REQUEST.
     *
     * @param incount how many entries of {@code array_of_requests} to look at, 0 or more
     * @param array_of_requests operations, at least as many; MPI_REQUEST_NULL and inactive ones are
     *     passed over, those completed become MPI_REQUEST_NULL, or inactive if they are persistent
     * @param outcount out: how many were completed, perhaps 0, or MPI_UNDEFINED when none was
     *     active, at element 0
     * @param array_of_indices out: positions of those completed, in the first entries; at least
     *     {@code incount} long
     * @param array_of_statuses out: statuses of those completed, in the order of {@code
     *     array_of_indices}; at least {@code incount}, or MPI_STATUSES_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("outcount")
    public static int MPI_Testsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Testsome(incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }

    /**
     * Looks for a message that a receive with these arguments would take, and leaves it where it
     * is. (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param source rank in {@code comm} that sends, MPI_ANY_SOURCE, or MPI_PROC_NULL, which has an
     *     empty message at once
     * @param tag label wanted, 0 to MPI_TAG_UB, or MPI_ANY_TAG
     * @param comm communicator whose messages are looked at
     * @param flag out: whether there is such a message, at element 0
     * @param status out: filled when there is one: who sent, under which tag, and how much; or
     *     MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Iprobe(int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Iprobe(source, tag, comm, flag, status);
    }

    /**
     * Waits for a message that a receive with these arguments would take, and leaves it where it
     * is. (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param source rank in {@code comm} that sends, MPI_ANY_SOURCE, or MPI_PROC_NULL, which has an
     *     empty message at once
     * @param tag label wanted, 0 to MPI_TAG_UB, or MPI_ANY_TAG
     * @param comm communicator whose messages are looked at
     * @param status out: who sent, under which tag, and how much; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("status")
    public static int MPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        return Calls.tool().MPI_Probe(source, tag, comm, status);
    }

    /**
     * Asks to take an operation back that has not met its counterpart; it must still be completed.
     * (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_REQUEST.
     *
     * @param request an active operation, at element 0; still to be completed or freed
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cancel(MPI_Request[] request) {
        return Calls.tool().MPI_Cancel(request);
    }

    /**
     * Asks to take an operation back that has not met its counterpart; it must still be completed.
     * (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_REQUEST.
     *
     * @param request an active operation; still to be completed or freed
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cancel(MPI_Request request) {
        return Calls.tool().MPI_Cancel(request);
    }

    /**
     * Tells whether the operation of this status was taken back. (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status of the completed operation
     * @param flag out: whether it was taken back, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Test_cancelled(MPI_Status status, boolean[] flag) {
        return Calls.tool().MPI_Test_cancelled(status, flag);
    }

    /**
     * Binds the arguments of a standard send for repeated use; nothing is sent yet. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send, read at each start: an array, a ByteBuffer, {@code at(...)} or
     *     MPI_BOTTOM
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages these are among
     * @param request out: the persistent request, inactive until MPI_Start, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Send_init(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Binds the arguments of a buffered send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send, read at each start: an array, a ByteBuffer, {@code at(...)} or
     *     MPI_BOTTOM
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages these are among
     * @param request out: the persistent request, inactive until MPI_Start, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Binds the arguments of a synchronous send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send, read at each start: an array, a ByteBuffer, {@code at(...)} or
     *     MPI_BOTTOM
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages these are among
     * @param request out: the persistent request, inactive until MPI_Start, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Binds the arguments of a ready send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send, read at each start: an array, a ByteBuffer, {@code at(...)} or
     *     MPI_BOTTOM
     * @param count items in {@code buf}, 0 or more; counted in {@code datatype}, not in bytes
     * @param datatype committed type of each item
     * @param dest rank in {@code comm} (its remote group, for an inter-communicator) that receives,
     *     or MPI_PROC_NULL, and nothing is sent
     * @param tag label for the receiver to choose by, 0 to MPI_TAG_UB
     * @param comm communicator whose messages these are among
     * @param request out: the persistent request, inactive until MPI_Start, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Binds the arguments of a receive for repeated use; nothing is posted yet. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf where the data goes, written after each start: an array, a ByteBuffer, {@code
     *     at(...)} or MPI_BOTTOM
     * @param count items that there is room for, 0 or more; a shorter message is no error
     * @param datatype committed type of each item; its basic types must be the sender's
     * @param source rank in {@code comm} (its remote group, for an inter-communicator) that sends,
     *     MPI_ANY_SOURCE, or MPI_PROC_NULL, and nothing is awaited
     * @param tag label wanted, 0 to MPI_TAG_UB, or MPI_ANY_TAG
     * @param comm communicator whose messages are looked at
     * @param request out: the persistent request, inactive until MPI_Start, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Recv_init(buf, count, datatype, source, tag, comm, request);
    }

    /**
     * Begins the operation of a persistent request that is not active. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_REQUEST.
     *
     * @param request a persistent request that is not active, at element 0; active afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Start(MPI_Request[] request) {
        return Calls.tool().MPI_Start(request);
    }

    /**
     * Begins the operation of a persistent request that is not active. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_REQUEST.
     *
     * @param request a persistent request that is not active; active afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Start(MPI_Request request) {
        return Calls.tool().MPI_Start(request);
    }

    /**
     * Begins the operations of several persistent requests. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COUNT, MPI_ERR_REQUEST.
     *
     * @param count how many entries of {@code array_of_requests} to start, 0 or more
     * @param array_of_requests persistent requests that are not active; active afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Startall(int count, MPI_Request[] array_of_requests) {
        return Calls.tool().MPI_Startall(count, array_of_requests);
    }

    /**
     * Sends one message and receives another without either waiting for the other. (MPI-1.1 §3.10.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param sendcount items to send, 0 or more
     * @param sendtype committed type of each item sent
     * @param dest rank that the message goes to, or MPI_PROC_NULL
     * @param sendtag label of the message sent, 0 to MPI_TAG_UB
     * @param recvbuf where received data goes; apart from {@code sendbuf}
     * @param recvcount items that there is room for, 0 or more
     * @param recvtype committed type of each item received
     * @param source rank that the other message comes from, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param recvtag label of the message wanted, or MPI_ANY_TAG
     * @param comm communicator of both messages
     * @param status out: of the message received: who sent, under which tag, and how much; or
     *     MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("status")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Sendrecv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            int dest,
            int sendtag,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return Calls.tool()
                .MPI_Sendrecv(
                        sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag,
                        comm, status);
    }

    /**
     * As MPI_Sendrecv, with one buffer whose old content is sent and whose new content is received.
     * (MPI-1.1 §3.10.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param buf data to send, overwritten by what is received: an array, a ByteBuffer, {@code
     *     at(...)} or MPI_BOTTOM
     * @param count items to send, and to have room for, 0 or more
     * @param datatype committed type of each item, sent and received
     * @param dest rank that the message goes to, or MPI_PROC_NULL
     * @param sendtag label of the message sent, 0 to MPI_TAG_UB
     * @param source rank that the other message comes from, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param recvtag label of the message wanted, or MPI_ANY_TAG
     * @param comm communicator of both messages
     * @param status out: of the message received: who sent, under which tag, and how much; or
     *     MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("status")
    @LargeCounts("count")
    public static int MPI_Sendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return Calls.tool().MPI_Sendrecv_replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
    }
}
