package mpi;

import static mpi.Buffers.of;
import static mpi.Buffers.separate;
import static mpi.Datatype.handle;
import static mpi.Datatype.handles;
import static mpi.MPIException.check;
import static mpi.Ranks.root;
import static org.javampi.MPI.MPI_Allgather;
import static org.javampi.MPI.MPI_Allgatherv;
import static org.javampi.MPI.MPI_Alltoall;
import static org.javampi.MPI.MPI_Alltoallv;
import static org.javampi.MPI.MPI_Alltoallw;
import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_Bcast;
import static org.javampi.MPI.MPI_Gather;
import static org.javampi.MPI.MPI_Gatherv;
import static org.javampi.MPI.MPI_IN_PLACE;
import static org.javampi.MPI.MPI_Iallgather;
import static org.javampi.MPI.MPI_Iallgatherv;
import static org.javampi.MPI.MPI_Ialltoall;
import static org.javampi.MPI.MPI_Ialltoallv;
import static org.javampi.MPI.MPI_Ialltoallw;
import static org.javampi.MPI.MPI_Ibarrier;
import static org.javampi.MPI.MPI_Ibcast;
import static org.javampi.MPI.MPI_Igather;
import static org.javampi.MPI.MPI_Igatherv;
import static org.javampi.MPI.MPI_Iscatter;
import static org.javampi.MPI.MPI_Iscatterv;
import static org.javampi.MPI.MPI_Scatter;
import static org.javampi.MPI.MPI_Scatterv;

import java.nio.Buffer;
import org.javampi.MPI_Comm;

/**
 * Collectives that move data, in Open MPI's dialect. A method with one buffer is what C does with MPI_IN_PLACE. What does
 * not block takes arrays as well as java.nio buffers.
 */
abstract class CollectivesOfOpenMpi extends ReductionsOfOpenMpi {
    CollectivesOfOpenMpi(MPI_Comm handle) {
        super(handle);
    }

    /** Waits until all have called it. */
    public void barrier() {
        check(MPI_Barrier(handle));
    }

    /** Starts {@code barrier}. */
    public Request iBarrier() {
        Request request = new Request();
        check(MPI_Ibarrier(handle, request.handle));
        return request;
    }

    /** Starts {@code bcast} of java.nio buffers. */
    public Request iBcast(Buffer buf, int count, Datatype type, int root) {
        return iBcast((Object) buf, count, type, root);
    }

    /** Starts {@code bcast}. */
    public Request iBcast(Object buf, int count, Datatype type, int root) {
        checkNoObjects(type, type);
        Request request = new Request();
        check(MPI_Ibcast(of(buf), count, type.handle, root(root), handle, request.handle));
        return request;
    }

    /** Collects an equal part of each at the root, by rank. */
    public void gather(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Gather(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), root(root), handle));
    }

    /** Starts {@code gather} of java.nio buffers. */
    public Request iGather(
            Buffer sendbuf,
            int sendcount,
            Datatype sendtype,
            Buffer recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        return iGather((Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, recvtype, root);
    }

    /** Starts {@code gather}. */
    public Request iGather(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Igather(
                send,
                sendcount,
                handle(sendtype),
                receive,
                recvcount,
                handle(recvtype),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** As above; the root's own part is in its place already. */
    public void gather(Object buf, int count, Datatype type, int root) {
        boolean isRoot = isRoot(root);
        Object part = of(buf);
        check(MPI_Gather(
                isRoot ? MPI_IN_PLACE : part,
                count,
                type.handle,
                isRoot ? part : null,
                count,
                type.handle,
                root(root),
                handle));
    }

    /** Starts {@code gather} of java.nio buffers. */
    public Request iGather(Buffer buf, int count, Datatype type, int root) {
        return iGather((Object) buf, count, type, root);
    }

    /** Starts {@code gather}. */
    public Request iGather(Object buf, int count, Datatype type, int root) {
        boolean isRoot = isRoot(root);
        Object part = of(buf);
        Request request = new Request();
        check(MPI_Igather(
                isRoot ? MPI_IN_PLACE : part,
                count,
                type.handle,
                isRoot ? part : null,
                count,
                type.handle,
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** Collects a part of each at the root, where the root wants it. */
    public void gatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype,
            int root) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Gatherv(
                send, sendcount, handle(sendtype), receive, recvcount, displs, handle(recvtype), root(root), handle));
    }

    /** Starts {@code gatherv} of java.nio buffers. */
    public Request iGatherv(
            Buffer sendbuf,
            int sendcount,
            Datatype sendtype,
            Buffer recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype,
            int root) {
        return iGatherv((Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, displs, recvtype, root);
    }

    /** Starts {@code gatherv}. */
    public Request iGatherv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype,
            int root) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Igatherv(
                send,
                sendcount,
                handle(sendtype),
                receive,
                recvcount,
                displs,
                handle(recvtype),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** As above, at the root; its own part is in its place already. */
    public void gatherv(Object recvbuf, int[] recvcount, int[] displs, Datatype recvtype, int root) {
        check(MPI_Gatherv(
                MPI_IN_PLACE,
                0,
                handle(recvtype),
                of(recvbuf),
                recvcount,
                displs,
                handle(recvtype),
                root(root),
                handle));
    }

    /** Starts {@code gatherv} of java.nio buffers. */
    public Request iGatherv(Buffer recvbuf, int[] recvcount, int[] displs, Datatype recvtype, int root) {
        return iGatherv((Object) recvbuf, recvcount, displs, recvtype, root);
    }

    /** Starts {@code gatherv}. */
    public Request iGatherv(Object recvbuf, int[] recvcount, int[] displs, Datatype recvtype, int root) {
        Request request = new Request();
        check(MPI_Igatherv(
                MPI_IN_PLACE,
                0,
                handle(recvtype),
                of(recvbuf),
                recvcount,
                displs,
                handle(recvtype),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** As above, at the others. */
    public void gatherv(Object sendbuf, int sendcount, Datatype sendtype, int root) {
        check(MPI_Gatherv(
                of(sendbuf), sendcount, handle(sendtype), null, null, null, handle(sendtype), root(root), handle));
    }

    /** Starts {@code gatherv} of java.nio buffers. */
    public Request iGatherv(Buffer sendbuf, int sendcount, Datatype sendtype, int root) {
        return iGatherv((Object) sendbuf, sendcount, sendtype, root);
    }

    /** Starts {@code gatherv}. */
    public Request iGatherv(Object sendbuf, int sendcount, Datatype sendtype, int root) {
        Request request = new Request();
        check(MPI_Igatherv(
                of(sendbuf),
                sendcount,
                handle(sendtype),
                null,
                null,
                null,
                handle(sendtype),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** Gives each an equal part of the root's buffer, by rank. */
    public void scatter(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Scatter(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), root(root), handle));
    }

    /** Starts {@code scatter} of java.nio buffers. */
    public Request iScatter(
            Buffer sendbuf,
            int sendcount,
            Datatype sendtype,
            Buffer recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        return iScatter((Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, recvtype, root);
    }

    /** Starts {@code scatter}. */
    public Request iScatter(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Iscatter(
                send,
                sendcount,
                handle(sendtype),
                receive,
                recvcount,
                handle(recvtype),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** As above; the root's own part stays in its place. */
    public void scatter(Object buf, int count, Datatype type, int root) {
        boolean isRoot = isRoot(root);
        Object part = of(buf);
        check(MPI_Scatter(
                isRoot ? part : null,
                count,
                type.handle,
                isRoot ? MPI_IN_PLACE : part,
                count,
                type.handle,
                root(root),
                handle));
    }

    /** Starts {@code scatter} of java.nio buffers. */
    public Request iScatter(Buffer buf, int count, Datatype type, int root) {
        return iScatter((Object) buf, count, type, root);
    }

    /** Starts {@code scatter}. */
    public Request iScatter(Object buf, int count, Datatype type, int root) {
        boolean isRoot = isRoot(root);
        Object part = of(buf);
        Request request = new Request();
        check(MPI_Iscatter(
                isRoot ? part : null,
                count,
                type.handle,
                isRoot ? MPI_IN_PLACE : part,
                count,
                type.handle,
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** Gives each a part of the root's buffer, as the root wants it. */
    public void scatterv(
            Object sendbuf,
            int[] sendcount,
            int[] displs,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Scatterv(
                send, sendcount, displs, handle(sendtype), receive, recvcount, handle(recvtype), root(root), handle));
    }

    /** Starts {@code scatterv} of java.nio buffers. */
    public Request iScatterv(
            Buffer sendbuf,
            int[] sendcount,
            int[] displs,
            Datatype sendtype,
            Buffer recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        return iScatterv((Object) sendbuf, sendcount, displs, sendtype, (Object) recvbuf, recvcount, recvtype, root);
    }

    /** Starts {@code scatterv}. */
    public Request iScatterv(
            Object sendbuf,
            int[] sendcount,
            int[] displs,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int root) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Iscatterv(
                send,
                sendcount,
                displs,
                handle(sendtype),
                receive,
                recvcount,
                handle(recvtype),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** As above, at the root; its own part stays in its place. */
    public void scatterv(Object sendbuf, int[] sendcount, int[] displs, Datatype sendtype, int root) {
        check(MPI_Scatterv(
                of(sendbuf),
                sendcount,
                displs,
                handle(sendtype),
                MPI_IN_PLACE,
                0,
                handle(sendtype),
                root(root),
                handle));
    }

    /** Starts {@code scatterv} of java.nio buffers. */
    public Request iScatterv(Buffer sendbuf, int[] sendcount, int[] displs, Datatype sendtype, int root) {
        return iScatterv((Object) sendbuf, sendcount, displs, sendtype, root);
    }

    /** Starts {@code scatterv}. */
    public Request iScatterv(Object sendbuf, int[] sendcount, int[] displs, Datatype sendtype, int root) {
        Request request = new Request();
        check(MPI_Iscatterv(
                of(sendbuf),
                sendcount,
                displs,
                handle(sendtype),
                MPI_IN_PLACE,
                0,
                handle(sendtype),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** As above, at the others. */
    public void scatterv(Object recvbuf, int recvcount, Datatype recvtype, int root) {
        check(MPI_Scatterv(
                null, null, null, handle(recvtype), of(recvbuf), recvcount, handle(recvtype), root(root), handle));
    }

    /** Starts {@code scatterv} of java.nio buffers. */
    public Request iScatterv(Buffer recvbuf, int recvcount, Datatype recvtype, int root) {
        return iScatterv((Object) recvbuf, recvcount, recvtype, root);
    }

    /** Starts {@code scatterv}. */
    public Request iScatterv(Object recvbuf, int recvcount, Datatype recvtype, int root) {
        Request request = new Request();
        check(MPI_Iscatterv(
                null,
                null,
                null,
                handle(recvtype),
                of(recvbuf),
                recvcount,
                handle(recvtype),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** Collects an equal part of each at all, by rank. */
    public void allGather(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Allgather(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle));
    }

    /** Starts {@code allGather} of java.nio buffers. */
    public Request iAllGather(
            Buffer sendbuf, int sendcount, Datatype sendtype, Buffer recvbuf, int recvcount, Datatype recvtype) {
        return iAllGather((Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, recvtype);
    }

    /** Starts {@code allGather}. */
    public Request iAllGather(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Iallgather(
                send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle, request.handle));
        return request;
    }

    /** As above; the own part is in its place already. */
    public void allGather(Object buf, int count, Datatype type) {
        check(MPI_Allgather(MPI_IN_PLACE, 0, type.handle, of(buf), count, type.handle, handle));
    }

    /** Starts {@code allGather} of java.nio buffers. */
    public Request iAllGather(Buffer buf, int count, Datatype type) {
        return iAllGather((Object) buf, count, type);
    }

    /** Starts {@code allGather}. */
    public Request iAllGather(Object buf, int count, Datatype type) {
        Request request = new Request();
        check(MPI_Iallgather(MPI_IN_PLACE, 0, type.handle, of(buf), count, type.handle, handle, request.handle));
        return request;
    }

    /** Collects a part of each at all. */
    public void allGatherv(
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
        check(MPI_Allgatherv(send, sendcount, handle(sendtype), receive, recvcount, displs, handle(recvtype), handle));
    }

    /** Starts {@code allGatherv} of java.nio buffers. */
    public Request iAllGatherv(
            Buffer sendbuf,
            int sendcount,
            Datatype sendtype,
            Buffer recvbuf,
            int[] recvcount,
            int[] displs,
            Datatype recvtype) {
        return iAllGatherv((Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, displs, recvtype);
    }

    /** Starts {@code allGatherv}. */
    public Request iAllGatherv(
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
        check(MPI_Iallgatherv(
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

    /** As above; the own part is in its place already. */
    public void allGatherv(Object recvbuf, int[] recvcount, int[] displs, Datatype recvtype) {
        check(MPI_Allgatherv(
                MPI_IN_PLACE, 0, handle(recvtype), of(recvbuf), recvcount, displs, handle(recvtype), handle));
    }

    /** Starts {@code allGatherv} of java.nio buffers. */
    public Request iAllGatherv(Buffer recvbuf, int[] recvcount, int[] displs, Datatype recvtype) {
        return iAllGatherv((Object) recvbuf, recvcount, displs, recvtype);
    }

    /** Starts {@code allGatherv}. */
    public Request iAllGatherv(Object recvbuf, int[] recvcount, int[] displs, Datatype recvtype) {
        Request request = new Request();
        check(MPI_Iallgatherv(
                MPI_IN_PLACE,
                0,
                handle(recvtype),
                of(recvbuf),
                recvcount,
                displs,
                handle(recvtype),
                handle,
                request.handle));
        return request;
    }

    /** Gives each an equal part of the buffer of each. */
    public void allToAll(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Alltoall(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle));
    }

    /** Starts {@code allToAll} of java.nio buffers. */
    public Request iAllToAll(
            Buffer sendbuf, int sendcount, Datatype sendtype, Buffer recvbuf, int recvcount, Datatype recvtype) {
        return iAllToAll((Object) sendbuf, sendcount, sendtype, (Object) recvbuf, recvcount, recvtype);
    }

    /** Starts {@code allToAll}. */
    public Request iAllToAll(
            Object sendbuf, int sendcount, Datatype sendtype, Object recvbuf, int recvcount, Datatype recvtype) {
        checkNoObjects(sendtype, recvtype);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Ialltoall(
                send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle, request.handle));
        return request;
    }

    /** Gives each a part of the buffer of each. */
    public void allToAllv(
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
        check(MPI_Alltoallv(
                send, sendcount, sdispls, handle(sendtype), receive, recvcount, rdispls, handle(recvtype), handle));
    }

    /** Starts {@code allToAllv} of java.nio buffers. */
    public Request iAllToAllv(
            Buffer sendbuf,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Buffer recvbuf,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype) {
        return iAllToAllv(
                (Object) sendbuf, sendcount, sdispls, sendtype, (Object) recvbuf, recvcount, rdispls, recvtype);
    }

    /** Starts {@code allToAllv}. */
    public Request iAllToAllv(
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
        check(MPI_Ialltoallv(
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

    /** Gives each a part of the buffer of each, of types of its own; displacements in bytes. */
    public void allToAllw(
            Object sendBuf,
            int[] sendCount,
            int[] sDispls,
            Datatype[] sendTypes,
            Object recvBuf,
            int[] recvCount,
            int[] rDispls,
            Datatype[] recvTypes) {
        Object receive = of(recvBuf);
        Object send = separate(of(sendBuf), receive);
        check(MPI_Alltoallw(
                send, sendCount, sDispls, handles(sendTypes), receive, recvCount, rDispls, handles(recvTypes), handle));
    }

    /** Starts {@code allToAllw} of java.nio buffers. */
    public Request iAllToAllw(
            Buffer sendBuf,
            int[] sendCount,
            int[] sDispls,
            Datatype[] sendTypes,
            Buffer recvBuf,
            int[] recvCount,
            int[] rDispls,
            Datatype[] recvTypes) {
        return iAllToAllw(
                (Object) sendBuf, sendCount, sDispls, sendTypes, (Object) recvBuf, recvCount, rDispls, recvTypes);
    }

    /** Starts {@code allToAllw}. */
    public Request iAllToAllw(
            Object sendBuf,
            int[] sendCount,
            int[] sDispls,
            Datatype[] sendTypes,
            Object recvBuf,
            int[] recvCount,
            int[] rDispls,
            Datatype[] recvTypes) {
        Object receive = of(recvBuf);
        Object send = separate(of(sendBuf), receive);
        Request request = new Request();
        check(MPI_Ialltoallw(
                send,
                sendCount,
                sDispls,
                handles(sendTypes),
                receive,
                recvCount,
                rDispls,
                handles(recvTypes),
                handle,
                request.handle));
        return request;
    }

    /** Copies the root's buffer to all. */
    public void bcast(Object buf, int count, Datatype type, int root) {
        checkNoObjects(type, type);
        check(MPI_Bcast(of(buf), count, type.handle, root(root), handle));
    }
}
