package mpi;

import static mpi.Buffers.of;
import static mpi.Buffers.separate;
import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_Exscan;
import static org.javampi.MPI.MPI_IN_PLACE;
import static org.javampi.MPI.MPI_Iexscan;
import static org.javampi.MPI.MPI_Iscan;
import static org.javampi.MPI.MPI_Scan;

import java.nio.Buffer;
import org.javampi.MPI_Comm;

/** Reductions over ranks before this one, in Open MPI's dialect. */
abstract class Scans extends CollectivesOfMpiJava {
    Scans(MPI_Comm handle) {
        super(handle);
    }

    /** Combines the buffers of ranks 0 up to and with this one. */
    public void scan(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Scan(send, receive, count, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code scan} of java.nio buffers. */
    public Request iScan(Buffer sendbuf, Buffer recvbuf, int count, Datatype type, Op op) {
        return iScan((Object) sendbuf, (Object) recvbuf, count, type, op);
    }

    /** Starts {@code scan}. */
    public Request iScan(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Iscan(send, receive, count, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** As above; the operand is in the receive buffer. */
    public void scan(Object recvbuf, int count, Datatype type, Op op) {
        check(MPI_Scan(MPI_IN_PLACE, of(recvbuf), count, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code scan} of java.nio buffers. */
    public Request iScan(Buffer recvbuf, int count, Datatype type, Op op) {
        return iScan((Object) recvbuf, count, type, op);
    }

    /** Starts {@code scan}. */
    public Request iScan(Object recvbuf, int count, Datatype type, Op op) {
        Request request = new Request();
        check(MPI_Iscan(MPI_IN_PLACE, of(recvbuf), count, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** Combines the buffers of the ranks before this one; rank 0 gets nothing. */
    public void exScan(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        check(MPI_Exscan(send, receive, count, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code exScan} of java.nio buffers. */
    public Request iExScan(Buffer sendbuf, Buffer recvbuf, int count, Datatype type, Op op) {
        return iExScan((Object) sendbuf, (Object) recvbuf, count, type, op);
    }

    /** Starts {@code exScan}. */
    public Request iExScan(Object sendbuf, Object recvbuf, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        Object receive = of(recvbuf);
        Object send = separate(of(sendbuf), receive);
        Request request = new Request();
        check(MPI_Iexscan(send, receive, count, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }

    /** As above; the operand is in the receive buffer. */
    public void exScan(Object buf, int count, Datatype type, Op op) {
        check(MPI_Exscan(MPI_IN_PLACE, of(buf), count, type(type, op), op.handle(type), handle));
    }

    /** Starts {@code exScan} of java.nio buffers. */
    public Request iExScan(Buffer buf, int count, Datatype type, Op op) {
        return iExScan((Object) buf, count, type, op);
    }

    /** Starts {@code exScan}. */
    public Request iExScan(Object buf, int count, Datatype type, Op op) {
        Request request = new Request();
        check(MPI_Iexscan(MPI_IN_PLACE, of(buf), count, type(type, op), op.handle(type), handle, request.handle));
        return request;
    }
}
