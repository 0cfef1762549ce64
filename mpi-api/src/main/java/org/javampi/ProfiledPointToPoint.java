package org.javampi;

/** The functions of {@link PointToPoint} under their PMPI names. */
abstract class ProfiledPointToPoint {
    ProfiledPointToPoint() {}

    /** As {@link MPI#MPI_Send}, below all tools. */
    public static int PMPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.binding().MPI_Send(buf, count, datatype, dest, tag, comm);
    }

    /** As {@link MPI#MPI_Recv}, below all tools. */
    public static int PMPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return Calls.binding().MPI_Recv(buf, count, datatype, source, tag, comm, status);
    }

    /** As {@link MPI#MPI_Recv}, below all tools. */
    public static MPI_Status PMPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.binding().MPI_Recv(buf, count, datatype, source, tag, comm, status));
        return status;
    }

    /** As {@link MPI#MPI_Get_count}, below all tools. */
    public static int PMPI_Get_count(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return Calls.binding().MPI_Get_count(status, datatype, count);
    }

    /** As {@link MPI#MPI_Get_count}, below all tools. */
    public static int PMPI_Get_count(MPI_Status status, MPI_Datatype datatype) {
        int[] count = new int[1];
        Calls.check(Calls.binding().MPI_Get_count(status, datatype, count));
        return count[0];
    }

    /** As {@link MPI#MPI_Bsend}, below all tools. */
    public static int PMPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.binding().MPI_Bsend(buf, count, datatype, dest, tag, comm);
    }

    /** As {@link MPI#MPI_Ssend}, below all tools. */
    public static int PMPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.binding().MPI_Ssend(buf, count, datatype, dest, tag, comm);
    }

    /** As {@link MPI#MPI_Rsend}, below all tools. */
    public static int PMPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return Calls.binding().MPI_Rsend(buf, count, datatype, dest, tag, comm);
    }

    /** As {@link MPI#MPI_Buffer_attach}, below all tools. */
    public static int PMPI_Buffer_attach(Object buffer, int size) {
        return Calls.binding().MPI_Buffer_attach(buffer, size);
    }

    /** As {@link MPI#MPI_Buffer_detach}, below all tools. */
    public static int PMPI_Buffer_detach(Object[] buffer_addr, int[] size) {
        return Calls.binding().MPI_Buffer_detach(buffer_addr, size);
    }

    /** As {@link MPI#MPI_Buffer_detach}, below all tools. */
    public static Object PMPI_Buffer_detach() {
        Object[] buffer_addr = new Object[1];
        int[] size = new int[1];
        Calls.check(Calls.binding().MPI_Buffer_detach(buffer_addr, size));
        return buffer_addr[0];
    }

    /** As {@link MPI#MPI_Isend}, below all tools. */
    public static int PMPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Isend(buf, count, datatype, dest, tag, comm, request);
    }

    /** As {@link MPI#MPI_Isend}, below all tools. */
    public static MPI_Request PMPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Isend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Ibsend}, below all tools. */
    public static int PMPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Ibsend(buf, count, datatype, dest, tag, comm, request);
    }

    /** As {@link MPI#MPI_Ibsend}, below all tools. */
    public static MPI_Request PMPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Ibsend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Issend}, below all tools. */
    public static int PMPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Issend(buf, count, datatype, dest, tag, comm, request);
    }

    /** As {@link MPI#MPI_Issend}, below all tools. */
    public static MPI_Request PMPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Issend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Irsend}, below all tools. */
    public static int PMPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Irsend(buf, count, datatype, dest, tag, comm, request);
    }

    /** As {@link MPI#MPI_Irsend}, below all tools. */
    public static MPI_Request PMPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Irsend(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Irecv}, below all tools. */
    public static int PMPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Irecv(buf, count, datatype, source, tag, comm, request);
    }

    /** As {@link MPI#MPI_Irecv}, below all tools. */
    public static MPI_Request PMPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Irecv(buf, count, datatype, source, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Wait}, below all tools. */
    public static int PMPI_Wait(MPI_Request[] request, MPI_Status status) {
        return Calls.binding().MPI_Wait(request, status);
    }

    /** As {@link MPI#MPI_Wait}, below all tools. */
    public static int PMPI_Wait(MPI_Request request, MPI_Status status) {
        return Calls.binding().MPI_Wait(request, status);
    }

    /** As {@link MPI#MPI_Wait}, below all tools. */
    public static MPI_Status PMPI_Wait(MPI_Request request) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.binding().MPI_Wait(request, status));
        return status;
    }

    /** As {@link MPI#MPI_Test}, below all tools. */
    public static int PMPI_Test(MPI_Request[] request, boolean[] flag, MPI_Status status) {
        return Calls.binding().MPI_Test(request, flag, status);
    }

    /** As {@link MPI#MPI_Test}, below all tools. */
    public static int PMPI_Test(MPI_Request request, boolean[] flag, MPI_Status status) {
        return Calls.binding().MPI_Test(request, flag, status);
    }

    /** As {@link MPI#MPI_Test}, below all tools. */
    public static boolean PMPI_Test(MPI_Request request, MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Test(request, flag, status));
        return flag[0];
    }

    /** As {@link MPI#MPI_Request_free}, below all tools. */
    public static int PMPI_Request_free(MPI_Request[] request) {
        return Calls.binding().MPI_Request_free(request);
    }

    /** As {@link MPI#MPI_Request_free}, below all tools. */
    public static int PMPI_Request_free(MPI_Request request) {
        return Calls.binding().MPI_Request_free(request);
    }

    /** As {@link MPI#MPI_Waitany}, below all tools. */
    public static int PMPI_Waitany(int count, MPI_Request[] array_of_requests, int[] index, MPI_Status status) {
        return Calls.binding().MPI_Waitany(count, array_of_requests, index, status);
    }

    /** As {@link MPI#MPI_Waitany}, below all tools. */
    public static int PMPI_Waitany(int count, MPI_Request[] array_of_requests, MPI_Status status) {
        int[] index = new int[1];
        Calls.check(Calls.binding().MPI_Waitany(count, array_of_requests, index, status));
        return index[0];
    }

    /** As {@link MPI#MPI_Testany}, below all tools. */
    public static int PMPI_Testany(
            int count, MPI_Request[] array_of_requests, int[] index, boolean[] flag, MPI_Status status) {
        return Calls.binding().MPI_Testany(count, array_of_requests, index, flag, status);
    }

    /** As {@link MPI#MPI_Waitall}, below all tools. */
    public static int PMPI_Waitall(int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        return Calls.binding().MPI_Waitall(count, array_of_requests, array_of_statuses);
    }

    /** As {@link MPI#MPI_Waitall}, below all tools. */
    public static MPI_Status[] PMPI_Waitall(int count, MPI_Request[] array_of_requests) {
        MPI_Status[] array_of_statuses = Calls.statuses(count);
        Calls.check(Calls.binding().MPI_Waitall(count, array_of_requests, array_of_statuses));
        return array_of_statuses;
    }

    /** As {@link MPI#MPI_Testall}, below all tools. */
    public static int PMPI_Testall(
            int count, MPI_Request[] array_of_requests, boolean[] flag, MPI_Status[] array_of_statuses) {
        return Calls.binding().MPI_Testall(count, array_of_requests, flag, array_of_statuses);
    }

    /** As {@link MPI#MPI_Testall}, below all tools. */
    public static boolean PMPI_Testall(int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Testall(count, array_of_requests, flag, array_of_statuses));
        return flag[0];
    }

    /** As {@link MPI#MPI_Waitsome}, below all tools. */
    public static int PMPI_Waitsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return Calls.binding().MPI_Waitsome(incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }

    /** As {@link MPI#MPI_Waitsome}, below all tools. */
    public static int PMPI_Waitsome(
            int incount, MPI_Request[] array_of_requests, int[] array_of_indices, MPI_Status[] array_of_statuses) {
        int[] outcount = new int[1];
        Calls.check(Calls.binding()
                .MPI_Waitsome(incount, array_of_requests, outcount, array_of_indices, array_of_statuses));
        return outcount[0];
    }

    /** As {@link MPI#MPI_Testsome}, below all tools. */
    public static int PMPI_Testsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return Calls.binding().MPI_Testsome(incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }

    /** As {@link MPI#MPI_Testsome}, below all tools. */
    public static int PMPI_Testsome(
            int incount, MPI_Request[] array_of_requests, int[] array_of_indices, MPI_Status[] array_of_statuses) {
        int[] outcount = new int[1];
        Calls.check(Calls.binding()
                .MPI_Testsome(incount, array_of_requests, outcount, array_of_indices, array_of_statuses));
        return outcount[0];
    }

    /** As {@link MPI#MPI_Iprobe}, below all tools. */
    public static int PMPI_Iprobe(int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Status status) {
        return Calls.binding().MPI_Iprobe(source, tag, comm, flag, status);
    }

    /** As {@link MPI#MPI_Iprobe}, below all tools. */
    public static boolean PMPI_Iprobe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Iprobe(source, tag, comm, flag, status));
        return flag[0];
    }

    /** As {@link MPI#MPI_Probe}, below all tools. */
    public static int PMPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        return Calls.binding().MPI_Probe(source, tag, comm, status);
    }

    /** As {@link MPI#MPI_Probe}, below all tools. */
    public static MPI_Status PMPI_Probe(int source, int tag, MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.binding().MPI_Probe(source, tag, comm, status));
        return status;
    }

    /** As {@link MPI#MPI_Cancel}, below all tools. */
    public static int PMPI_Cancel(MPI_Request[] request) {
        return Calls.binding().MPI_Cancel(request);
    }

    /** As {@link MPI#MPI_Cancel}, below all tools. */
    public static int PMPI_Cancel(MPI_Request request) {
        return Calls.binding().MPI_Cancel(request);
    }

    /** As {@link MPI#MPI_Test_cancelled}, below all tools. */
    public static int PMPI_Test_cancelled(MPI_Status status, boolean[] flag) {
        return Calls.binding().MPI_Test_cancelled(status, flag);
    }

    /** As {@link MPI#MPI_Test_cancelled}, below all tools. */
    public static boolean PMPI_Test_cancelled(MPI_Status status) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Test_cancelled(status, flag));
        return flag[0];
    }

    /** As {@link MPI#MPI_Send_init}, below all tools. */
    public static int PMPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Send_init(buf, count, datatype, dest, tag, comm, request);
    }

    /** As {@link MPI#MPI_Send_init}, below all tools. */
    public static MPI_Request PMPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Send_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Bsend_init}, below all tools. */
    public static int PMPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /** As {@link MPI#MPI_Bsend_init}, below all tools. */
    public static MPI_Request PMPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Ssend_init}, below all tools. */
    public static int PMPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /** As {@link MPI#MPI_Ssend_init}, below all tools. */
    public static MPI_Request PMPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Rsend_init}, below all tools. */
    public static int PMPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request);
    }

    /** As {@link MPI#MPI_Rsend_init}, below all tools. */
    public static MPI_Request PMPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Recv_init}, below all tools. */
    public static int PMPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return Calls.binding().MPI_Recv_init(buf, count, datatype, source, tag, comm, request);
    }

    /** As {@link MPI#MPI_Recv_init}, below all tools. */
    public static MPI_Request PMPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        Calls.check(Calls.binding().MPI_Recv_init(buf, count, datatype, source, tag, comm, request));
        return request[0];
    }

    /** As {@link MPI#MPI_Start}, below all tools. */
    public static int PMPI_Start(MPI_Request[] request) {
        return Calls.binding().MPI_Start(request);
    }

    /** As {@link MPI#MPI_Start}, below all tools. */
    public static int PMPI_Start(MPI_Request request) {
        return Calls.binding().MPI_Start(request);
    }

    /** As {@link MPI#MPI_Startall}, below all tools. */
    public static int PMPI_Startall(int count, MPI_Request[] array_of_requests) {
        return Calls.binding().MPI_Startall(count, array_of_requests);
    }

    /** As {@link MPI#MPI_Sendrecv}, below all tools. */
    public static int PMPI_Sendrecv(
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
        return Calls.binding()
                .MPI_Sendrecv(
                        sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag,
                        comm, status);
    }

    /** As {@link MPI#MPI_Sendrecv}, below all tools. */
    public static MPI_Status PMPI_Sendrecv(
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
        Calls.check(Calls.binding()
                .MPI_Sendrecv(
                        sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag,
                        comm, status));
        return status;
    }

    /** As {@link MPI#MPI_Sendrecv_replace}, below all tools. */
    public static int PMPI_Sendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return Calls.binding().MPI_Sendrecv_replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
    }

    /** As {@link MPI#MPI_Sendrecv_replace}, below all tools. */
    public static MPI_Status PMPI_Sendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm) {
        MPI_Status status = new MPI_Status();
        Calls.check(Calls.binding()
                .MPI_Sendrecv_replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, status));
        return status;
    }
}
