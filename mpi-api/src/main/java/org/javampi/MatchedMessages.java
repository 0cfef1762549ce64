package org.javampi;

/** Probes that take the message with them, which threads can use side by side, and sends and receives that are one request (MPI-4.1 §3.8.2, §3.10), in C form and value form. */
@Chapter
abstract class MatchedMessages extends PointToPoint {
    MatchedMessages() {}

    /**
     * Waits for a message and takes it out of matching: only MPI_Mrecv or MPI_Imrecv can receive
     * it. (MPI-4.1 §3.8.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param source rank that sends, MPI_ANY_SOURCE, or MPI_PROC_NULL: then the message is
     *     MPI_MESSAGE_NO_PROC
     * @param tag label wanted, 0 to MPI_TAG_UB, or MPI_ANY_TAG
     * @param comm communicator whose messages are looked at
     * @param message out: the message, at element 0
     * @param status out: who sent, under which tag, and how much; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("message")
    public static int MPI_Mprobe(int source, int tag, MPI_Comm comm, MPI_Message[] message, MPI_Status status) {
        return Calls.tool().MPI_Mprobe(source, tag, comm, message, status);
    }

    /**
     * Looks for a message and, if there is one, takes it out of matching. (MPI-4.1 §3.8.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param source rank that sends, MPI_ANY_SOURCE, or MPI_PROC_NULL: then the message is
     *     MPI_MESSAGE_NO_PROC
     * @param tag label wanted, 0 to MPI_TAG_UB, or MPI_ANY_TAG
     * @param comm communicator whose messages are looked at
     * @param flag out: whether there is one, at element 0
     * @param message out: the message, at element 0; unchanged when there is none
     * @param status out: who sent, under which tag, and how much; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Improbe(
            int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Message[] message, MPI_Status status) {
        return Calls.tool().MPI_Improbe(source, tag, comm, flag, message, status);
    }

    /**
     * Receives the message that a matching probe has found. (MPI-4.1 §3.8.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COUNT, MPI_ERR_TRUNCATE, MPI_ERR_TYPE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items that there is room for, 0 or more
     * @param datatype committed type of each item; its basic types must be the sender's
     * @param message in: the message, at element 0; MPI_MESSAGE_NULL afterwards
     * @param status out: who sent, under which tag, and how much; or MPI_STATUS_IGNORE
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("status")
    @LargeCounts("count")
    public static int MPI_Mrecv(
            Object buf, int count, MPI_Datatype datatype, MPI_Message[] message, MPI_Status status) {
        return Calls.tool().MPI_Mrecv(buf, count, datatype, message, status);
    }

    /**
     * Begins to receive the message that a matching probe has found. (MPI-4.1 §3.8.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param buf where the data goes: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param count items that there is room for, 0 or more
     * @param datatype committed type of each item; its basic types must be the sender's
     * @param message in: the message, at element 0; MPI_MESSAGE_NULL afterwards
     * @param request out: the operation under way, to be completed by MPI_Wait, MPI_Test or one of
     *     their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Imrecv(
            Object buf, int count, MPI_Datatype datatype, MPI_Message[] message, MPI_Request[] request) {
        return Calls.tool().MPI_Imrecv(buf, count, datatype, message, request);
    }

    /**
     * Begins to send one message and to receive another, as one request. (MPI-4.1 §3.10.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf data to send; not to be changed before the request completes
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
     * @param request out: the operation under way, to be completed by MPI_Wait, MPI_Test or one of
     *     their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Isendrecv(
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
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Isendrecv(
                        sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag,
                        comm, request);
    }

    /**
     * Begins to send what is in a buffer and to receive another message into it, as one request.
     * (MPI-4.1 §3.10.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data to send, and where received data goes
     * @param count items to send, and room for items received, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that the message goes to, or MPI_PROC_NULL
     * @param sendtag label of the message sent, 0 to MPI_TAG_UB
     * @param source rank that the other message comes from, MPI_ANY_SOURCE or MPI_PROC_NULL
     * @param recvtag label of the message wanted, or MPI_ANY_TAG
     * @param comm communicator of both messages
     * @param request out: the operation under way, to be completed by MPI_Wait, MPI_Test or one of
     *     their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Isendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Isendrecv_replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, request);
    }
}
