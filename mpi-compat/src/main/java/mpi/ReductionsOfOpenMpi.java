package mpi;

import static mpi.Buffers.of;
import static mpi.Buffers.separate;
import static mpi.MPIException.check;
import static mpi.Ranks.root;
import static org.javampi.MPI.MPI_Allreduce;
import static org.javampi.MPI.MPI_IN_PLACE;
import static org.javampi.MPI.MPI_Iallreduce;
import static org.javampi.MPI.MPI_Ireduce;
import static org.javampi.MPI.MPI_Ireduce_scatter;
import static org.javampi.MPI.MPI_Ireduce_scatter_block;
import static org.javampi.MPI.MPI_Reduce;
import static org.javampi.MPI.MPI_Reduce_scatter;
import static org.javampi.MPI.MPI_Reduce_scatter_block;

import java.nio.Buffer;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;

/**
 * Reductions in Open MPI's dialect. A method with one buffer is what C does with MPI_IN_PLACE. What does not block takes
 * arrays as well as java.nio buffers.
 */
abstract class ReductionsOfOpenMpi extends NeighborsOfOpenMpi {
    ReductionsOfOpenMpi(MPI_Comm handle) {
        super(handle);
    }

    /** Combines the buffers of all at the root. */
    public void reduce(Object sendbuf, Object recvbuf, int count, Datatype type, Op op, int root) {
        reduceTo(root, of(sendbuf), of(recvbuf), count, type, op);
    }

    /** As above; the root's operand is in its receive buffer. */
    public void reduce(Object buf, int count, Datatype type, Op op, int root) {
        Object own = of(buf);
        reduceTo(root, own, own, count, type, op);
    }

    /** Combines the buffers of all at all. */
    public void allReduce(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) {
        allreduce(of(sendbuf), of(recvbuf), count, type, op);
    }

    /** As above; the operand is in the receive buffer. */
    public void allReduce(Object buf, int count, Datatype type, Op op) {
        Object own = of(buf);
        allreduce(own, own, count, type, op);
    }

    /** Same memory for both is the standard's MPI_IN_PLACE. */
    final void reduceTo(int root, Object send, Object receive, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        boolean inPlace = Buffers.isSame(send, receive);
        boolean isRoot = inPlace && isRoot(root);
        Object operand = isRoot ? MPI_IN_PLACE : inPlace ? send : separate(send, receive);
        Object result = inPlace && !isRoot ? null : receive;
        check(MPI_Reduce(operand, result, count, type(type, op), op.handle(type), root(root), handle));
    }

    /** As above. */
    final void allreduce(Object send, Object receive, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object operand = Buffers.isSame(send, receive) ? MPI_IN_PLACE : separate(send, receive);
        check(MPI_Allreduce(operand, receive, count, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code reduce} of java.nio buffers. */
    public Request iReduce(Buffer sendbuf, Buffer recvbuf, int count, Datatype type, Op op, int root) {
        return iReduce((Object) sendbuf, (Object) recvbuf, count, type, op, root);
    }

    /** Starts {@code reduce}. */
    public Request iReduce(Object sendbuf, Object recvbuf, int count, Datatype type, Op op, int root) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Ireduce(send, receive, count, type(type, op), op.handle(type), root(root), handle, request.handle));
        return request;
    }

    /** Starts {@code reduce} of java.nio buffers. */
    public Request iReduce(Buffer buf, int count, Datatype type, Op op, int root) {
        return iReduce((Object) buf, count, type, op, root);
    }

    /** Starts {@code reduce}. */
    public Request iReduce(Object buf, int count, Datatype type, Op op, int root) {
        boolean isRoot = isRoot(root);
        Object part = of(buf);
        Request request = new Request();
        check(MPI_Ireduce(
                isRoot ? MPI_IN_PLACE : part,
                isRoot ? part : null,
                count,
                type(type, op),
                op.handle(type),
                root(root),
                handle,
                request.handle));
        return request;
    }

    /** Starts {@code allReduce} of java.nio buffers. */
    public Request iAllReduce(Buffer sendbuf, Buffer recvbuf, int count, Datatype type, Op op) {
        return iAllReduce((Object) sendbuf, (Object) recvbuf, count, type, op);
    }

    /** Starts {@code allReduce}. */
    public Request iAllReduce(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Iallreduce(send, receive, count, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** Starts {@code allReduce} of java.nio buffers. */
    public Request iAllReduce(Buffer buf, int count, Datatype type, Op op) {
        return iAllReduce((Object) buf, count, type, op);
    }

    /** Starts {@code allReduce}. */
    public Request iAllReduce(Object buf, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        Request request = new Request();
        check(MPI_Iallreduce(MPI_IN_PLACE, of(buf), count, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** Combines the buffers of all, and gives each a part of the result. */
    public void reduceScatter(Object sendbuf, Object recvbuf, int[] recvcounts, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Reduce_scatter(send, receive, recvcounts, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code reduceScatter} of java.nio buffers. */
    public Request iReduceScatter(Buffer sendbuf, Buffer recvbuf, int[] recvcounts, Datatype type, Op op) {
        return iReduceScatter((Object) sendbuf, (Object) recvbuf, recvcounts, type, op);
    }

    /** Starts {@code reduceScatter}. */
    public Request iReduceScatter(Object sendbuf, Object recvbuf, int[] recvcounts, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Ireduce_scatter(send, receive, recvcounts, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** As above; the operand is in the receive buffer. */
    public void reduceScatter(Object buf, int[] counts, Datatype type, Op op) {
        check(MPI_Reduce_scatter(MPI_IN_PLACE, of(buf), counts, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code reduceScatter} of java.nio buffers. */
    public Request iReduceScatter(Buffer buf, int[] counts, Datatype type, Op op) {
        return iReduceScatter((Object) buf, counts, type, op);
    }

    /** Starts {@code reduceScatter}. */
    public Request iReduceScatter(Object buf, int[] counts, Datatype type, Op op) {
        Request request = new Request();
        check(MPI_Ireduce_scatter(
                MPI_IN_PLACE, of(buf), counts, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** Combines the buffers of all, and gives each an equal part of the result. */
    public void reduceScatterBlock(Object sendbuf, Object recvbuf, int recvcount, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Reduce_scatter_block(send, receive, recvcount, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code reduceScatterBlock} of java.nio buffers. */
    public Request iReduceScatterBlock(Buffer sendbuf, Buffer recvbuf, int recvcount, Datatype type, Op op) {
        return iReduceScatterBlock((Object) sendbuf, (Object) recvbuf, recvcount, type, op);
    }

    /** Starts {@code reduceScatterBlock}. */
    public Request iReduceScatterBlock(Object sendbuf, Object recvbuf, int recvcount, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Ireduce_scatter_block(
                send, receive, recvcount, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** As above; the operand is in the receive buffer. */
    public void reduceScatterBlock(Object buf, int count, Datatype type, Op op) {
        check(MPI_Reduce_scatter_block(MPI_IN_PLACE, of(buf), count, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code reduceScatterBlock} of java.nio buffers. */
    public Request iReduceScatterBlock(Buffer buf, int count, Datatype type, Op op) {
        return iReduceScatterBlock((Object) buf, count, type, op);
    }

    /** Starts {@code reduceScatterBlock}. */
    public Request iReduceScatterBlock(Object buf, int count, Datatype type, Op op) {
        Request request = new Request();
        check(MPI_Ireduce_scatter_block(
                MPI_IN_PLACE, of(buf), count, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** The type of a reduction's items: a function of the program's own sees what it was called with. */
    static MPI_Datatype type(Datatype type, Op op) {
        return op.isOwn() ? type.handle : type.reductionHandle();
    }
}
