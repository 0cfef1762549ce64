package org.javampi;

/** PointToPoint functions. */
abstract class PointToPoint extends Constants {
    PointToPoint() {}

    /**
     * Standard-mode send of count items of datatype to rank dest with tag in the context of comm;
     * the library chooses whether to buffer.
     */
    public static int MPI_Send(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Send(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Receives the oldest message matching (source, tag, comm), wildcards allowed for source and
     * tag, and fills status.
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
     * Receives the oldest message matching (source, tag, comm), wildcards allowed for source and
     * tag, and fills status.
     */
    public static MPI_Status MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.tool().MPI_Recv(buf, count, datatype, source, tag, comm, status));
        return status;
    }

    /**
     * Translates the length recorded in a receive/probe status into whole items of datatype;
     * MPI_UNDEFINED when it is not a whole number.
     */
    public static int MPI_Get_count(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return Calls.tool().MPI_Get_count(status, datatype, count);
    }

    /**
     * Translates the length recorded in a receive/probe status into whole items of datatype;
     * MPI_UNDEFINED when it is not a whole number.
     */
    public static int MPI_Get_count(MPI_Status status, MPI_Datatype datatype) {
        int[] count = new int[1];
        Calls.check(Calls.tool().MPI_Get_count(status, datatype, count));
        return count[0];
    }

    /**
     * Buffered-mode send; overflow of the attached buffer is an error (conventionally
     * MPI_ERR_BUFFER).
     */
    public static int MPI_Bsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Bsend(buf, count, datatype, dest, tag, comm);
    }

    /** Synchronous-mode send (rendezvous semantics). */
    public static int MPI_Ssend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Ssend(buf, count, datatype, dest, tag, comm);
    }

    /** Ready-mode send; erroneous (outcome undefined) when no matching receive is posted yet. */
    public static int MPI_Rsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.tool().MPI_Rsend(buf, count, datatype, dest, tag, comm);
    }

    /**
     * Hands a region of size bytes to MPI for buffered-mode sends; at most one buffer attached per
     * process.
     */
    public static int MPI_Buffer_attach(Object buffer, int size) {
        return Calls.tool().MPI_Buffer_attach(buffer, size);
    }

    /**
     * Detaches the buffer and returns its address and size; afterwards the space belongs to the
     * user again.
     */
    public static int MPI_Buffer_detach(Object[] buffer_addr, int[] size) {
        return Calls.tool().MPI_Buffer_detach(buffer_addr, size);
    }

    /**
     * Detaches the buffer and returns its address and size; afterwards the space belongs to the
     * user again.
     */
    public static Object MPI_Buffer_detach() {
        Object[] buffer_addr = new Object[1];
        int[] size = new int[1];
        Calls.check(Calls.tool().MPI_Buffer_detach(buffer_addr, size));
        return buffer_addr[0];
    }

    /** Starts a standard-mode nonblocking send and returns a request handle. */
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

    /** Starts a standard-mode nonblocking send and returns a request handle. */
    public static MPI_Request MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Isend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** Starts a buffered-mode nonblocking send and returns a request handle. */
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

    /** Starts a buffered-mode nonblocking send and returns a request handle. */
    public static MPI_Request MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Ibsend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** Starts a synchronous-mode nonblocking send and returns a request handle. */
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

    /** Starts a synchronous-mode nonblocking send and returns a request handle. */
    public static MPI_Request MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Issend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** Starts a ready-mode nonblocking send and returns a request handle. */
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

    /** Starts a ready-mode nonblocking send and returns a request handle. */
    public static MPI_Request MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Irsend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** Posts a nonblocking receive and returns a request handle. */
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

    /** Posts a nonblocking receive and returns a request handle. */
    public static MPI_Request MPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Irecv(buf, count, datatype, source, tag, comm, request));
        return request[0];
    }

    /** Completes one request, fills status, sets a non-persistent handle to MPI_REQUEST_NULL. */
    public static int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        return Calls.tool().MPI_Wait(request, status);
    }

    /** Completes one request, fills status, sets a non-persistent handle to MPI_REQUEST_NULL. */
    public static int MPI_Wait(MPI_Request request, MPI_Status status) {
        return Calls.tool().MPI_Wait(request, status);
    }

    /** Completes one request, fills status, sets a non-persistent handle to MPI_REQUEST_NULL. */
    public static MPI_Status MPI_Wait(MPI_Request request) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.tool().MPI_Wait(request, status));
        return status;
    }

    /** Like MPI_Wait but reports flag=false instead of waiting. */
    public static int MPI_Test(MPI_Request[] request, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Test(request, flag, status);
    }

    /** Like MPI_Wait but reports flag=false instead of waiting. */
    public static int MPI_Test(MPI_Request request, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Test(request, flag, status);
    }

    /** Like MPI_Wait but reports flag=false instead of waiting. */
    public static boolean MPI_Test(MPI_Request request, MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Test(request, flag, status));
        return flag[0];
    }

    /**
     * Drops the handle (set to MPI_REQUEST_NULL); an active communication still runs to completion.
     */
    public static int MPI_Request_free(MPI_Request[] request) {
        return Calls.tool().MPI_Request_free(request);
    }

    /**
     * Drops the handle (set to MPI_REQUEST_NULL); an active communication still runs to completion.
     */
    public static int MPI_Request_free(MPI_Request request) {
        return Calls.tool().MPI_Request_free(request);
    }

    /**
     * Completes exactly one of the active requests and returns its index, or MPI_UNDEFINED when
     * none is active.
     */
    public static int MPI_Waitany(
            int count, MPI_Request[] array_of_requests, int[] index, MPI_Status status) {
        return Calls.tool().MPI_Waitany(count, array_of_requests, index, status);
    }

    /**
     * Completes exactly one of the active requests and returns its index, or MPI_UNDEFINED when
     * none is active.
     */
    public static int MPI_Waitany(int count, MPI_Request[] array_of_requests, MPI_Status status) {
        int[] index = new int[1];
        Calls.check(Calls.tool().MPI_Waitany(count, array_of_requests, index, status));
        return index[0];
    }

    /**
     * Completes at most one request; flag and index tell which; flag=true with index MPI_UNDEFINED
     * when none is active.
     */
    public static int MPI_Testany(
            int count,
            MPI_Request[] array_of_requests,
            int[] index,
            boolean[] flag,
            MPI_Status status) {
        return Calls.tool().MPI_Testany(count, array_of_requests, index, flag, status);
    }

    /** Completes every request of the list and fills one status per entry. */
    public static int MPI_Waitall(
            int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Waitall(count, array_of_requests, array_of_statuses);
    }

    /** Completes every request of the list and fills one status per entry. */
    public static MPI_Status[] MPI_Waitall(int count, MPI_Request[] array_of_requests) {
        MPI_Status[] array_of_statuses = Calls.statuses(count);
        Calls.check(Calls.tool().MPI_Waitall(count, array_of_requests, array_of_statuses));
        return array_of_statuses;
    }

    /**
     * flag=true and everything completed if all active requests are complete, otherwise nothing is
     * changed.
     */
    public static int MPI_Testall(
            int count,
            MPI_Request[] array_of_requests,
            boolean[] flag,
            MPI_Status[] array_of_statuses) {
        return Calls.tool().MPI_Testall(count, array_of_requests, flag, array_of_statuses);
    }

    /**
     * flag=true and everything completed if all active requests are complete, otherwise nothing is
     * changed.
     */
    public static boolean MPI_Testall(
            int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Testall(count, array_of_requests, flag, array_of_statuses));
        return flag[0];
    }

    /**
     * Completes one or more requests, returning how many, their indices and statuses; outcount
     * MPI_UNDEFINED when none is active.
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
     * Completes one or more requests, returning how many, their indices and statuses; outcount
     * MPI_UNDEFINED when none is active.
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

    /** Like MPI_Waitsome but may return outcount 0. */
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

    /** Like MPI_Waitsome but may return outcount 0. */
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
     * Tells whether a matching message is pending and describes it in status without receiving it.
     */
    public static int MPI_Iprobe(
            int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Status status) {
        return Calls.tool().MPI_Iprobe(source, tag, comm, flag, status);
    }

    /**
     * Tells whether a matching message is pending and describes it in status without receiving it.
     */
    public static boolean MPI_Iprobe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Iprobe(source, tag, comm, flag, status));
        return flag[0];
    }

    /** Waits for a matching message and describes it in status without receiving it. */
    public static int MPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        return Calls.tool().MPI_Probe(source, tag, comm, status);
    }

    /** Waits for a matching message and describes it in status without receiving it. */
    public static MPI_Status MPI_Probe(int source, int tag, MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.tool().MPI_Probe(source, tag, comm, status));
        return status;
    }

    /**
     * Marks a pending nonblocking or started persistent communication for cancellation; it must
     * still be completed.
     */
    public static int MPI_Cancel(MPI_Request[] request) {
        return Calls.tool().MPI_Cancel(request);
    }

    /**
     * Marks a pending nonblocking or started persistent communication for cancellation; it must
     * still be completed.
     */
    public static int MPI_Cancel(MPI_Request request) {
        return Calls.tool().MPI_Cancel(request);
    }

    /** Tells from a completion status whether the operation was successfully cancelled. */
    public static int MPI_Test_cancelled(MPI_Status status, boolean[] flag) {
        return Calls.tool().MPI_Test_cancelled(status, flag);
    }

    /** Tells from a completion status whether the operation was successfully cancelled. */
    public static boolean MPI_Test_cancelled(MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Test_cancelled(status, flag));
        return flag[0];
    }

    /** Creates an inactive persistent request bound to the arguments of a standard-mode send. */
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

    /** Creates an inactive persistent request bound to the arguments of a standard-mode send. */
    public static MPI_Request MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Send_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** Creates an inactive persistent request bound to the arguments of a buffered-mode send. */
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

    /** Creates an inactive persistent request bound to the arguments of a buffered-mode send. */
    public static MPI_Request MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** Creates an inactive persistent request bound to the arguments of a synchronous-mode send. */
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

    /** Creates an inactive persistent request bound to the arguments of a synchronous-mode send. */
    public static MPI_Request MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** Creates an inactive persistent request bound to the arguments of a ready-mode send. */
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

    /** Creates an inactive persistent request bound to the arguments of a ready-mode send. */
    public static MPI_Request MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** Creates an inactive persistent request bound to the arguments of a receive. */
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

    /** Creates an inactive persistent request bound to the arguments of a receive. */
    public static MPI_Request MPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.tool().MPI_Recv_init(buf, count, datatype, source, tag, comm, request));
        return request[0];
    }

    /** Activates an inactive persistent request. */
    public static int MPI_Start(MPI_Request[] request) {
        return Calls.tool().MPI_Start(request);
    }

    /** Activates an inactive persistent request. */
    public static int MPI_Start(MPI_Request request) {
        return Calls.tool().MPI_Start(request);
    }

    /** Activates every persistent request of a list, in unspecified order. */
    public static int MPI_Startall(int count, MPI_Request[] array_of_requests) {
        return Calls.tool().MPI_Startall(count, array_of_requests);
    }

    /**
     * One send and one receive as if run by two threads; buffers must be disjoint, types and tags
     * may differ.
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
     * One send and one receive as if run by two threads; buffers must be disjoint, types and tags
     * may differ.
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

    /** Send-receive in which the received data overwrites the sent data in the same buffer. */
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

    /** Send-receive in which the received data overwrites the sent data in the same buffer. */
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
