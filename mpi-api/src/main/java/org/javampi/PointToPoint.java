package org.javampi;

/** The functions of the standard's chapter, in C form and value form. */
abstract class PointToPoint extends Constants {
    PointToPoint() {}

    /**
     * Sends {@code count} items to rank {@code dest}; returns as soon as {@code buf} may be
     * changed, which may be before or after a receive has taken the message. (MPI-1.1 §3.2.1.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Send(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
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
     * @param count items that there is room for
     * @param datatype committed type of each item
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Recv(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int source,
            int tag,
            MPI_Comm comm,
            MPI_Status status) {
        return Calls.tool().MPI_Recv(buf, count, datatype, source, tag, comm, status);
    }

    /**
     * Waits for the oldest message that fits source, tag and communicator and stores it in {@code
     * buf}, whose size is an upper limit. (MPI-1.1 §3.2.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items that there is room for
     * @param datatype committed type of each item
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @return source, tag and length
     */
    public static MPI_Status MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.tool().MPI_Recv(buf, count, datatype, source, tag, comm, status));
        return status;
    }

    /**
     * Tells how many whole items of a type a received or probed message has; MPI_UNDEFINED when it
     * ends inside an item. (MPI-1.1 §3.2.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param status of a receive or probe
     * @param datatype committed type of each item
     * @param count out: the number of items, or MPI_UNDEFINED, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Get_count(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return Calls.tool().MPI_Get_count(status, datatype, count);
    }

    /**
     * Tells how many whole items of a type a received or probed message has; MPI_UNDEFINED when it
     * ends inside an item. (MPI-1.1 §3.2.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param status of a receive or probe
     * @param datatype committed type of each item
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Get_count(MPI_Status status, MPI_Datatype datatype) {
        int[] count = new int[1];
        Calls.check(Calls.tool().MPI_Get_count(status, datatype, count));
        return count[0];
    }

    /**
     * Sends from the attached buffer and so returns without waiting for anybody. (MPI-1.1 §3.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Bsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Bsend(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Sends and returns only when the receive that takes the message has begun. (MPI-1.1 §3.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Ssend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Ssend(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Sends to a receive of which the program knows that it is posted already. (MPI-1.1 §3.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Rsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Rsend(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Lends MPI the memory that buffered sends work in; one buffer at a time. (MPI-1.1 §3.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_OTHER.
     *
     * @param buffer memory for buffered sends
     * @param size bytes of it to use
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
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
    public static int MPI_Buffer_detach(Object[] buffer_addr, int[] size) {
        return Calls.tool().MPI_Buffer_detach(buffer_addr, size);
    }

    /**
     * Waits until every buffered message has left, and gives the memory back. (MPI-1.1 §3.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER.
     *
     * @return what was attached or stored
     */
    public static Object MPI_Buffer_detach() {
        Object[] buffer_addr = new Object[1];
        int[] size = new int[1];
        Calls.check(Calls.tool().MPI_Buffer_detach(buffer_addr, size));
        return buffer_addr[0];
    }

    /**
     * Begins what MPI_Send does and returns at once; the request completes when the buffer is free
     * again. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Isend(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Isend(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Begins what MPI_Send does and returns at once; the request completes when the buffer is free
     * again. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Isend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /**
     * Begins what MPI_Bsend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Ibsend(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Ibsend(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Begins what MPI_Bsend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Ibsend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /**
     * Begins what MPI_Ssend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Issend(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Issend(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Begins what MPI_Ssend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Issend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /**
     * Begins what MPI_Rsend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Irsend(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Irsend(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Begins what MPI_Rsend does and returns at once. (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Irsend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /**
     * Posts a receive and returns at once; the request completes when the message is in the buffer.
     * (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items that there is room for
     * @param datatype committed type of each item
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Irecv(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int source,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Irecv(buf, count, datatype, source, tag, comm, request);
    }

    /**
     * Posts a receive and returns at once; the request completes when the message is in the buffer.
     * (MPI-1.1 §3.7.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items that there is room for
     * @param datatype committed type of each item
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Irecv(buf, count, datatype, source, tag, comm, request));
        return request[0];
    }

    /**
     * Waits for one operation; its request is gone afterwards, unless it is persistent. (MPI-1.1
     * §3.7.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param request the operation
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
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
     * @param request the operation
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Wait(MPI_Request request, MPI_Status status) {
        return Calls.tool().MPI_Wait(request, status);
    }

    /**
     * Waits for one operation; its request is gone afterwards, unless it is persistent. (MPI-1.1
     * §3.7.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param request the operation
     * @return source, tag and length
     */
    public static MPI_Status MPI_Wait(MPI_Request request) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.tool().MPI_Wait(request, status));
        return status;
    }

    /**
     * Looks whether one operation is over and, if so, completes it as MPI_Wait would. (MPI-1.1
     * §3.7.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param request the operation
     * @param flag out: the answer, at element 0
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
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
     * @param request the operation
     * @param flag out: the answer, at element 0
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Test(MPI_Request request, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Test(request, flag, status);
    }

    /**
     * Looks whether one operation is over and, if so, completes it as MPI_Wait would. (MPI-1.1
     * §3.7.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param request the operation
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return whether it is so
     */
    public static boolean MPI_Test(MPI_Request request, MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Test(request, flag, status));
        return flag[0];
    }

    /**
     * Gives a request up; an operation under way still goes to its end. (MPI-1.1 §3.7.3.)
     *
     * <p>Errors: MPI_ERR_REQUEST.
     *
     * @param request the operation; MPI_REQUEST_NULL afterwards
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
     * @param request the operation; MPI_REQUEST_NULL afterwards
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
     * @param count items, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param index out: position of the one completed, or MPI_UNDEFINED
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Waitany(
            int count, MPI_Request[] array_of_requests, int[] index, MPI_Status status) {
        return Calls.tool().MPI_Waitany(count, array_of_requests, index, status);
    }

    /**
     * Waits for any one of several operations and completes it; MPI_UNDEFINED when none is active.
     * (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param count items, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Waitany(int count, MPI_Request[] array_of_requests, MPI_Status status) {
        int[] index = new int[1];
        Calls.check(Calls.tool().MPI_Waitany(count, array_of_requests, index, status));
        return index[0];
    }

    /**
     * Completes one of several operations if one is over. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_REQUEST, MPI_ERR_TRUNCATE.
     *
     * @param count items, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param index out: position of the one completed, or MPI_UNDEFINED
     * @param flag out: the answer, at element 0
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Testany(
            int count,
            MPI_Request[] array_of_requests,
            int[] index,
            boolean[] flag,
            MPI_Status status) {
        return Calls.tool().MPI_Testany(count, array_of_requests, index, flag, status);
    }

    /**
     * Waits for all of several operations, in whatever order they end. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_PENDING, MPI_ERR_REQUEST.
     *
     * @param count items, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param array_of_statuses out: one status each, or MPI_STATUSES_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Waitall(
            int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Waitall(count, array_of_requests, array_of_statuses);
    }

    /**
     * Waits for all of several operations, in whatever order they end. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_PENDING, MPI_ERR_REQUEST.
     *
     * @param count items, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @return the result
     */
    public static MPI_Status[] MPI_Waitall(int count, MPI_Request[] array_of_requests) {
        MPI_Status[] array_of_statuses = Calls.statuses(count);
        Calls.check(Calls.tool().MPI_Waitall(count, array_of_requests, array_of_statuses));
        return array_of_statuses;
    }

    /**
     * Completes all of several operations if all are over, and none of them otherwise. (MPI-1.1
     * §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_PENDING, MPI_ERR_REQUEST.
     *
     * @param count items, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param flag out: the answer, at element 0
     * @param array_of_statuses out: one status each, or MPI_STATUSES_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Testall(
            int count,
            MPI_Request[] array_of_requests,
            boolean[] flag,
            MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Testall(count, array_of_requests, flag, array_of_statuses);
    }

    /**
     * Completes all of several operations if all are over, and none of them otherwise. (MPI-1.1
     * §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_PENDING, MPI_ERR_REQUEST.
     *
     * @param count items, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param array_of_statuses out: one status each, or MPI_STATUSES_IGNORE
     * @return whether it is so
     */
    public static boolean MPI_Testall(
            int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Testall(count, array_of_requests, flag, array_of_statuses));
        return flag[0];
    }

    /**
     * Waits for at least one of several operations and completes every one that is over. (MPI-1.1
     * §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_REQUEST.
     *
     * @param incount how many requests, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param outcount out: how many were completed, or MPI_UNDEFINED when none was active
     * @param array_of_indices out: positions of those completed
     * @param array_of_statuses out: one status each, or MPI_STATUSES_IGNORE
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Waitsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return Calls.tool()
                .MPI_Waitsome(
                        incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }

    /**
     * Waits for at least one of several operations and completes every one that is over. (MPI-1.1
     * §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_REQUEST.
     *
     * @param incount how many requests, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param array_of_indices out: positions of those completed
     * @param array_of_statuses out: one status each, or MPI_STATUSES_IGNORE
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Waitsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        int[] outcount = new int[1];
        Calls.check(
                Calls.tool()
                        .MPI_Waitsome(
                                incount,
                                array_of_requests,
                                outcount,
                                array_of_indices,
                                array_of_statuses));
        return outcount[0];
    }

    /**
     * Completes those of several operations that are over, if any. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_REQUEST.
     *
     * @param incount how many requests, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param outcount out: how many were completed, or MPI_UNDEFINED when none was active
     * @param array_of_indices out: positions of those completed
     * @param array_of_statuses out: one status each, or MPI_STATUSES_IGNORE
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Testsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return Calls.tool()
                .MPI_Testsome(
                        incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }

    /**
     * Completes those of several operations that are over, if any. (MPI-1.1 §3.7.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_IN_STATUS, MPI_ERR_REQUEST.
     *
     * @param incount how many requests, 0 or more
     * @param array_of_requests operations; those completed become MPI_REQUEST_NULL
     * @param array_of_indices out: positions of those completed
     * @param array_of_statuses out: one status each, or MPI_STATUSES_IGNORE
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Testsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        int[] outcount = new int[1];
        Calls.check(
                Calls.tool()
                        .MPI_Testsome(
                                incount,
                                array_of_requests,
                                outcount,
                                array_of_indices,
                                array_of_statuses));
        return outcount[0];
    }

    /**
     * Looks for a message that a receive with these arguments would take, and leaves it where it
     * is. (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @param flag out: the answer, at element 0
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Iprobe(
            int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Iprobe(source, tag, comm, flag, status);
    }

    /**
     * Looks for a message that a receive with these arguments would take, and leaves it where it
     * is. (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return whether it is so
     */
    public static boolean MPI_Iprobe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Iprobe(source, tag, comm, flag, status));
        return flag[0];
    }

    /**
     * Waits for a message that a receive with these arguments would take, and leaves it where it
     * is. (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @param status out: source, tag and length of the message, or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        return Calls.tool().MPI_Probe(source, tag, comm, status);
    }

    /**
     * Waits for a message that a receive with these arguments would take, and leaves it where it
     * is. (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @return source, tag and length
     */
    public static MPI_Status MPI_Probe(int source, int tag, MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.tool().MPI_Probe(source, tag, comm, status));
        return status;
    }

    /**
     * Asks to take an operation back that has not met its counterpart; it must still be completed.
     * (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_REQUEST.
     *
     * @param request the operation
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
     * @param request the operation
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
     * @param status of a completed operation
     * @param flag out: the answer, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Test_cancelled(MPI_Status status, boolean[] flag) {
        return Calls.tool().MPI_Test_cancelled(status, flag);
    }

    /**
     * Tells whether the operation of this status was taken back. (MPI-1.1 §3.8.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param status of a completed operation
     * @return whether it is so
     */
    public static boolean MPI_Test_cancelled(MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Test_cancelled(status, flag));
        return flag[0];
    }

    /**
     * Binds the arguments of a standard send for repeated use; nothing is sent yet. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Send_init(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Send_init(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Binds the arguments of a standard send for repeated use; nothing is sent yet. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Send_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /**
     * Binds the arguments of a buffered send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Bsend_init(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Binds the arguments of a buffered send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /**
     * Binds the arguments of a synchronous send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Ssend_init(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Binds the arguments of a synchronous send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /**
     * Binds the arguments of a ready send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Rsend_init(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /**
     * Binds the arguments of a ready send for repeated use. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label of the message, 0 to MPI_TAG_UB
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /**
     * Binds the arguments of a receive for repeated use; nothing is posted yet. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items that there is room for
     * @param datatype committed type of each item
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @param request out: the operation under way, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Recv_init(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int source,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Recv_init(buf, count, datatype, source, tag, comm, request);
    }

    /**
     * Binds the arguments of a receive for repeated use; nothing is posted yet. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items that there is room for
     * @param datatype committed type of each item
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param tag label wanted, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @return the operation under way
     */
    public static MPI_Request MPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Recv_init(buf, count, datatype, source, tag, comm, request));
        return request[0];
    }

    /**
     * Begins the operation of a persistent request that is not active. (MPI-1.1 §3.9.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_REQUEST.
     *
     * @param request a persistent operation that is not active
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
     * @param request a persistent operation that is not active
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
     * @param count items, 0 or more
     * @param array_of_requests persistent operations that are not active
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
     * @param sendbuf data to send
     * @param sendcount items sent (to each rank)
     * @param sendtype type of each item sent
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param sendtag label of the message sent
     * @param recvbuf where received data goes
     * @param recvcount items received (from each rank)
     * @param recvtype type of each item received
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param recvtag label of the message received, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return the value itself; errors that the handler would return are thrown
     */
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
                        sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype,
                        source, recvtag, comm, status);
    }

    /**
     * Sends one message and receives another without either waiting for the other. (MPI-1.1 §3.10.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcount items sent (to each rank)
     * @param sendtype type of each item sent
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param sendtag label of the message sent
     * @param recvbuf where received data goes
     * @param recvcount items received (from each rank)
     * @param recvtype type of each item received
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param recvtag label of the message received, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @return source, tag and length
     */
    public static MPI_Status MPI_Sendrecv(
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
            MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(
                Calls.tool()
                        .MPI_Sendrecv(
                                sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount,
                                recvtype, source, recvtag, comm, status));
        return status;
    }

    /**
     * As MPI_Sendrecv, with one buffer whose old content is sent and whose new content is received.
     * (MPI-1.1 §3.10.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param sendtag label of the message sent
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param recvtag label of the message received, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @param status out: source, tag and length, or MPI_STATUS_IGNORE
     * @return the value itself; errors that the handler would return are thrown
     */
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
        return Calls.tool()
                .MPI_Sendrecv_replace(
                        buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
    }

    /**
     * As MPI_Sendrecv, with one buffer whose old content is sent and whose new content is received.
     * (MPI-1.1 §3.10.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param buf data: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param sendtag label of the message sent
     * @param source rank that sends, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param recvtag label of the message received, or MPI_ANY_TAG
     * @param comm communicator of the call
     * @return source, tag and length
     */
    public static MPI_Status MPI_Sendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(
                Calls.tool()
                        .MPI_Sendrecv_replace(
                                buf, count, datatype, dest, sendtag, source, recvtag, comm,
                                status));
        return status;
    }
}
