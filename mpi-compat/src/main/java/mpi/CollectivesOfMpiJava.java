package mpi;

import static mpi.Buffers.at;
import static mpi.Buffers.separate;
import static mpi.Datatype.handle;
import static mpi.MPIException.check;
import static mpi.Ranks.root;
import static org.javampi.MPI.MPI_Allgather;
import static org.javampi.MPI.MPI_Allgatherv;
import static org.javampi.MPI.MPI_Alltoall;
import static org.javampi.MPI.MPI_Alltoallv;
import static org.javampi.MPI.MPI_Bcast;
import static org.javampi.MPI.MPI_Gather;
import static org.javampi.MPI.MPI_Gatherv;
import static org.javampi.MPI.MPI_Reduce_scatter;
import static org.javampi.MPI.MPI_Scan;
import static org.javampi.MPI.MPI_Scatter;
import static org.javampi.MPI.MPI_Scatterv;

import org.javampi.MPI_Comm;

/**
 * Collective communication in mpiJava's dialect. Arguments that do not matter at a rank may be null. An array may be
 * send and receive buffer at once: what is sent is copied first.
 */
abstract class CollectivesOfMpiJava extends Comm {
    CollectivesOfMpiJava(MPI_Comm handle) {
        super(handle);
    }

    /** Waits until all have called it. */
    public void Barrier() {
        barrier();
    }

    /** Copies the root's buffer to all. */
    public void Bcast(Object buf, int offset, int count, Datatype type, int root) {
        if (type.isObject()) {
            objects().bcast(buf, offset, count, type, root);
            return;
        }
        check(MPI_Bcast(at(buf, offset, type), count, type.handle, root(root), handle));
    }

    /** Collects an equal part of each at the root, by rank. */
    public void Gather(
            Object sendbuf,
            int sendoffset,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvoffset,
            int recvcount,
            Datatype recvtype,
            int root) {
        if (isObject(sendtype, recvtype)) {
            objects()
                    .gather(
                            ObjectPart.of(sendbuf, sendoffset, sendcount, sendtype),
                            ObjectPart.of(recvbuf, recvoffset, recvcount, recvtype),
                            root);
            return;
        }
        Object receive = at(recvbuf, recvoffset, recvtype);
        Object send = separate(at(sendbuf, sendoffset, sendtype), receive);
        check(MPI_Gather(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), root(root), handle));
    }

    /** Collects a part of each at the root, where the root wants it. */
    public void Gatherv(
            Object sendbuf,
            int sendoffset,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvoffset,
            int[] recvcount,
            int[] displs,
            Datatype recvtype,
            int root) {
        if (isObject(sendtype, recvtype)) {
            objects()
                    .gather(
                            ObjectPart.of(sendbuf, sendoffset, sendcount, sendtype),
                            ObjectPart.of(recvbuf, recvoffset, recvcount, displs, recvtype),
                            root);
            return;
        }
        Object receive = at(recvbuf, recvoffset, recvtype);
        Object send = separate(at(sendbuf, sendoffset, sendtype), receive);
        check(MPI_Gatherv(
                send, sendcount, handle(sendtype), receive, recvcount, displs, handle(recvtype), root(root), handle));
    }

    /** Gives each an equal part of the root's buffer, by rank. */
    public void Scatter(
            Object sendbuf,
            int sendoffset,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvoffset,
            int recvcount,
            Datatype recvtype,
            int root) {
        if (isObject(sendtype, recvtype)) {
            objects()
                    .scatter(
                            ObjectPart.of(sendbuf, sendoffset, sendcount, sendtype),
                            ObjectPart.of(recvbuf, recvoffset, recvcount, recvtype),
                            root);
            return;
        }
        Object receive = at(recvbuf, recvoffset, recvtype);
        Object send = separate(at(sendbuf, sendoffset, sendtype), receive);
        check(MPI_Scatter(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), root(root), handle));
    }

    /** Gives each a part of the root's buffer, as the root wants it. */
    public void Scatterv(
            Object sendbuf,
            int sendoffset,
            int[] sendcount,
            int[] displs,
            Datatype sendtype,
            Object recvbuf,
            int recvoffset,
            int recvcount,
            Datatype recvtype,
            int root) {
        if (isObject(sendtype, recvtype)) {
            objects()
                    .scatter(
                            ObjectPart.of(sendbuf, sendoffset, sendcount, displs, sendtype),
                            ObjectPart.of(recvbuf, recvoffset, recvcount, recvtype),
                            root);
            return;
        }
        Object receive = at(recvbuf, recvoffset, recvtype);
        Object send = separate(at(sendbuf, sendoffset, sendtype), receive);
        check(MPI_Scatterv(
                send, sendcount, displs, handle(sendtype), receive, recvcount, handle(recvtype), root(root), handle));
    }

    /** Collects an equal part of each at all, by rank. */
    public void Allgather(
            Object sendbuf,
            int sendoffset,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvoffset,
            int recvcount,
            Datatype recvtype) {
        if (isObject(sendtype, recvtype)) {
            objects()
                    .allgather(
                            ObjectPart.of(sendbuf, sendoffset, sendcount, sendtype),
                            ObjectPart.of(recvbuf, recvoffset, recvcount, recvtype));
            return;
        }
        Object receive = at(recvbuf, recvoffset, recvtype);
        Object send = separate(at(sendbuf, sendoffset, sendtype), receive);
        check(MPI_Allgather(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle));
    }

    /** Collects a part of each at all. */
    public void Allgatherv(
            Object sendbuf,
            int sendoffset,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvoffset,
            int[] recvcount,
            int[] displs,
            Datatype recvtype) {
        if (isObject(sendtype, recvtype)) {
            objects()
                    .allgather(
                            ObjectPart.of(sendbuf, sendoffset, sendcount, sendtype),
                            ObjectPart.of(recvbuf, recvoffset, recvcount, displs, recvtype));
            return;
        }
        Object receive = at(recvbuf, recvoffset, recvtype);
        Object send = separate(at(sendbuf, sendoffset, sendtype), receive);
        check(MPI_Allgatherv(send, sendcount, handle(sendtype), receive, recvcount, displs, handle(recvtype), handle));
    }

    /** Gives each an equal part of the buffer of each. */
    public void Alltoall(
            Object sendbuf,
            int sendoffset,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvoffset,
            int recvcount,
            Datatype recvtype) {
        if (isObject(sendtype, recvtype)) {
            objects()
                    .alltoall(
                            ObjectPart.of(sendbuf, sendoffset, sendcount, sendtype),
                            ObjectPart.of(recvbuf, recvoffset, recvcount, recvtype));
            return;
        }
        Object receive = at(recvbuf, recvoffset, recvtype);
        Object send = separate(at(sendbuf, sendoffset, sendtype), receive);
        check(MPI_Alltoall(send, sendcount, handle(sendtype), receive, recvcount, handle(recvtype), handle));
    }

    /** Gives each a part of the buffer of each. */
    public void Alltoallv(
            Object sendbuf,
            int sendoffset,
            int[] sendcount,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int recvoffset,
            int[] recvcount,
            int[] rdispls,
            Datatype recvtype) {
        if (isObject(sendtype, recvtype)) {
            objects()
                    .alltoall(
                            ObjectPart.of(sendbuf, sendoffset, sendcount, sdispls, sendtype),
                            ObjectPart.of(recvbuf, recvoffset, recvcount, rdispls, recvtype));
            return;
        }
        Object receive = at(recvbuf, recvoffset, recvtype);
        Object send = separate(at(sendbuf, sendoffset, sendtype), receive);
        check(MPI_Alltoallv(
                send, sendcount, sdispls, handle(sendtype), receive, recvcount, rdispls, handle(recvtype), handle));
    }

    /** Combines the buffers of all at the root. */
    public void Reduce(
            Object sendbuf,
            int sendoffset,
            Object recvbuf,
            int recvoffset,
            int count,
            Datatype datatype,
            Op op,
            int root) {
        if (datatype.isObject()) {
            objects().reduce(sendbuf, sendoffset, recvbuf, recvoffset, count, datatype, op, root);
            return;
        }
        Object send = at(sendbuf, sendoffset, datatype);
        Object receive = at(recvbuf, recvoffset, datatype);
        reduceTo(root, send, receive, count, datatype, op);
    }

    /** Combines the buffers of all at all. */
    public void Allreduce(
            Object sendbuf, int sendoffset, Object recvbuf, int recvoffset, int count, Datatype datatype, Op op) {
        if (datatype.isObject()) {
            objects().allreduce(sendbuf, sendoffset, recvbuf, recvoffset, count, datatype, op);
            return;
        }
        Object send = at(sendbuf, sendoffset, datatype);
        Object receive = at(recvbuf, recvoffset, datatype);
        allreduce(send, receive, count, datatype, op);
    }

    /** Combines the buffers of all, and gives each a part of the result. */
    public void Reduce_scatter(
            Object sendbuf,
            int sendoffset,
            Object recvbuf,
            int recvoffset,
            int[] recvcounts,
            Datatype datatype,
            Op op) {
        if (datatype.isObject()) {
            objects().reduceScatter(sendbuf, sendoffset, recvbuf, recvoffset, recvcounts, datatype, op);
            return;
        }
        Object send = at(sendbuf, sendoffset, datatype);
        Object receive = at(recvbuf, recvoffset, datatype);
        check(MPI_Reduce_scatter(
                separate(send, receive), receive, recvcounts, type(datatype, op), op.handle(datatype), handle));
    }

    /** Combines the buffers of ranks 0 up to and with this one. */
    public void Scan(
            Object sendbuf, int sendoffset, Object recvbuf, int recvoffset, int count, Datatype datatype, Op op) {
        if (datatype.isObject()) {
            objects().scan(sendbuf, sendoffset, recvbuf, recvoffset, count, datatype, op);
            return;
        }
        Object send = at(sendbuf, sendoffset, datatype);
        Object receive = at(recvbuf, recvoffset, datatype);
        check(MPI_Scan(separate(send, receive), receive, count, type(datatype, op), op.handle(datatype), handle));
    }

    private ObjectCollectives objects() {
        return new ObjectCollectives(handle, Rank(), Size());
    }

    private static boolean isObject(Datatype sendtype, Datatype recvtype) {
        return sendtype != null && sendtype.isObject() || recvtype != null && recvtype.isObject();
    }
}
