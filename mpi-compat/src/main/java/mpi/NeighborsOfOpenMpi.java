package mpi;

import static mpi.Buffers.of;
import static mpi.Buffers.separate;
import static mpi.Datatype.handle;
import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_Ineighbor_allgather;
import static org.javampi.MPI.MPI_Ineighbor_allgatherv;
import static org.javampi.MPI.MPI_Ineighbor_alltoall;
import static org.javampi.MPI.MPI_Ineighbor_alltoallv;
import static org.javampi.MPI.MPI_Neighbor_allgather;
import static org.javampi.MPI.MPI_Neighbor_allgatherv;
import static org.javampi.MPI.MPI_Neighbor_alltoall;
import static org.javampi.MPI.MPI_Neighbor_alltoallv;

import java.nio.Buffer;
import org.javampi.MPI_Comm;

/**
 * Communication with the neighbours of a grid or graph, in Open MPI's dialect. What does not block takes arrays as well as
 * java.nio buffers.
 */
abstract class NeighborsOfOpenMpi extends MessagesOfOpenMpi {
    NeighborsOfOpenMpi(MPI_Comm handle) {
        super(handle);
    }

    /** Collects an equal part of each neighbour. */
    public void neighborAllGather(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Neighbor_allgather(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle));
    }

    /** Starts {@code neighborAllGather} of java.nio buffers. */
    public Request iNeighborAllGather(
            Buffer sendbuf, int sendcount, Datatype sendtype, Buffer recvbuf, int recvcount, Datatype recvtype) {
        return iNeighborAllGather((Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, recvtype);
    }

    /** Starts {@code neighborAllGather}. */
    public Request iNeighborAllGather(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Ineighbor_allgather(
                send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle, request.handle));
        return request;
    }

    /** Collects a part of each neighbour. */
    public void neighborAllGatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Neighbor_allgatherv(
                send, sendcount, handle(sendtype), receive, recvcount, displs, handle(recvtype), handle));
    }

    /** Starts {@code neighborAllGatherv} of java.nio buffers. */
    public Request iNeighborAllGatherv(
            Buffer sendbuf,
            int sendcount,
            Datatype sendtype,
            Buffer recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype) {
        return iNeighborAllGatherv(
                (Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, displs, recvtype);
    }

    /** Starts {@code neighborAllGatherv}. */
    public Request iNeighborAllGatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Ineighbor_allgatherv(
                send,
                sendcount,
                handle(sendtype),
                receive,
                recvcount,
                displs,
                handle(recvtype),
                handle,
                request.handle));
        return request;
    }

    /** Exchanges an equal part with each neighbour. */
    public void neighborAllToAll(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Neighbor_alltoall(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle));
    }

    /** Starts {@code neighborAllToAll} of java.nio buffers. */
    public Request iNeighborAllToAll(
            Buffer sendbuf, int sendcount, Datatype sendtype, Buffer recvbuf, int recvcount, Datatype recvtype) {
        return iNeighborAllToAll((Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, recvtype);
    }

    /** Starts {@code neighborAllToAll}. */
    public Request iNeighborAllToAll(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Ineighbor_alltoall(
                send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle, request.handle));
        return request;
    }

    /** Exchanges a part with each neighbour. */
    public void neighborAllToAllv(
            Object sendbuf,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Neighbor_alltoallv(
                send, sendcount, sdispls, handle(sendtype), receive, recvcount, rdispls, handle(recvtype), handle));
    }

    /** Starts {@code neighborAllToAllv} of java.nio buffers. */
    public Request iNeighborAllToAllv(
            Buffer sendbuf,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Buffer recvbuf,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype) {
        return iNeighborAllToAllv(
                (Object) sendbuf, sendcount, sdispls, sendtype, (Object) recvbuf, recvcount, rdispls, recvtype);
    }

    /** Starts {@code neighborAllToAllv}. */
    public Request iNeighborAllToAllv(
            Object sendbuf,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Ineighbor_alltoallv(
                send,
                sendcount,
                sdispls,
                handle(sendtype),
                receive,
                recvcount,
                rdispls,
                handle(recvtype),
                handle,
                request.handle));
        return request;
    }

    final boolean isRoot(int root) {
        return root == MPI.ROOT || !isInter() && root == getRank();
    }

    static void checkNoObjects(Datatype sendtype, Datatype recvtype) {
        if (sendtype != null && sendtype.isObject() || recvtype != null && recvtype.isObject()) {
            throw MPIException.unsupported(
                    "MPI.OBJECT in collectives of Open MPI's dialect",
                    "its bindings had no such type; mpiJava's forms, such as Bcast(buf, 0, count, MPI.OBJECT, root),"
                            + " take objects");
        }
    }
}
