package mpi;

import static mpi.Buffers.at;
import static mpi.MPIException.check;
import static mpi.Ranks.destination;
import static mpi.Ranks.source;
import static mpi.Ranks.tag;
import static org.javampi.MPI.MPI_Bsend;
import static org.javampi.MPI.MPI_Bsend_init;
import static org.javampi.MPI.MPI_Ibsend;
import static org.javampi.MPI.MPI_Iprobe;
import static org.javampi.MPI.MPI_Irecv;
import static org.javampi.MPI.MPI_Irsend;
import static org.javampi.MPI.MPI_Isend;
import static org.javampi.MPI.MPI_Issend;
import static org.javampi.MPI.MPI_Pack;
import static org.javampi.MPI.MPI_Pack_size;
import static org.javampi.MPI.MPI_Probe;
import static org.javampi.MPI.MPI_Recv;
import static org.javampi.MPI.MPI_Recv_init;
import static org.javampi.MPI.MPI_Rsend;
import static org.javampi.MPI.MPI_Rsend_init;
import static org.javampi.MPI.MPI_Send;
import static org.javampi.MPI.MPI_Send_init;
import static org.javampi.MPI.MPI_Sendrecv;
import static org.javampi.MPI.MPI_Sendrecv_replace;
import static org.javampi.MPI.MPI_Ssend;
import static org.javampi.MPI.MPI_Ssend_init;
import static org.javampi.MPI.MPI_Unpack;

import org.javampi.MPI_Comm;

/**
 * Point-to-point communication in mpiJava's dialect: methods begin with a capital letter, buffers have offsets in
 * elements. Items of {@link MPI#OBJECT} are serialized.
 */
abstract class MessagesOfMpiJava extends Communicator {
    MessagesOfMpiJava(MPI_Comm handle) {
        super(handle);
    }

    /** Sends; returns when the buffer may be changed. */
    public void Send(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            ObjectMessages.send(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag);
            return;
        }
        check(MPI_Send(at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle));
    }

    /** Sends; returns when a receive has begun to take the message. */
    public void Ssend(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            ObjectMessages.ssend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag);
            return;
        }
        check(MPI_Ssend(at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle));
    }

    /** Sends to a receive that is posted already. */
    public void Rsend(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            ObjectMessages.send(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag);
            return;
        }
        check(MPI_Rsend(at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle));
    }

    /** Sends from the attached buffer; returns at once. Messages of objects need no attached buffer. */
    public void Bsend(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            ObjectMessages.isend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag)
                    .free();
            return;
        }
        check(MPI_Bsend(at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle));
    }

    /** Waits for a message and stores it in the buffer, whose count is an upper limit. */
    public Status Recv(Object buf, int offset, int count, Datatype datatype, int source, int tag) {
        Status status = new Status();
        if (datatype.isObject()) {
            ObjectMessages.receive(this, source(source), tag(tag), status).decode(buf, offset, count, datatype, status);
            return status;
        }
        check(MPI_Recv(at(buf, offset, datatype), count, datatype.handle, source(source), tag(tag), handle, status));
        return status.filled();
    }

    /** Starts what {@link #Send} does. */
    public Request Isend(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            return ObjectMessages.isend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag);
        }
        Request request = new Request();
        check(MPI_Isend(
                at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Starts what {@link #Bsend} does. */
    public Request Ibsend(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            return ObjectMessages.isend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag);
        }
        Request request = new Request();
        check(MPI_Ibsend(
                at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Starts what {@link #Ssend} does. */
    public Request Issend(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            return ObjectMessages.issend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag);
        }
        Request request = new Request();
        check(MPI_Issend(
                at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Starts what {@link #Rsend} does. */
    public Request Irsend(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            return ObjectMessages.isend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag);
        }
        Request request = new Request();
        check(MPI_Irsend(
                at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Starts a receive. */
    public Request Irecv(Object buf, int offset, int count, Datatype datatype, int src, int tag) {
        Request request = new Request();
        if (datatype.isObject()) {
            ObjectMessages.startReceive(this, source(src), tag(tag), buf, offset, count, datatype, request);
        } else {
            check(MPI_Irecv(
                    at(buf, offset, datatype), count, datatype.handle, source(src), tag(tag), handle, request.handle));
        }
        return request;
    }

    /** Waits for a message and tells of it, leaving it to be received. */
    public Status Probe(int source, int tag) {
        Status status = new Status();
        check(MPI_Probe(source(source), tag(tag), handle, status));
        return status.filled();
    }

    /** Tells of a message that is there to be received; null when there is none. */
    public Status Iprobe(int source, int tag) {
        return iprobe(source(source), tag(tag));
    }

    /** Sends one message and receives another. */
    public Status Sendrecv(
            Object sendbuf,
            int sendoffset,
            int sendcount,
            Datatype sendtype,
            int dest,
            int sendtag,
            Object recvbuf,
            int recvoffset,
            int recvcount,
            Datatype recvtype,
            int source,
            int recvtag) {
        if (sendtype.isObject() || recvtype.isObject()) {
            Request send = Isend(sendbuf, sendoffset, sendcount, sendtype, dest, sendtag);
            Status status = Recv(recvbuf, recvoffset, recvcount, recvtype, source, recvtag);
            send.Wait();
            return status;
        }
        Status status = new Status();
        Object receive = at(recvbuf, recvoffset, recvtype);
        check(MPI_Sendrecv(
                at(sendbuf, sendoffset, sendtype),
                sendcount,
                sendtype.handle,
                destination(dest),
                sendtag,
                receive,
                recvcount,
                recvtype.handle,
                source(source),
                tag(recvtag),
                handle,
                status));
        return status.filled();
    }

    /** Sends a message and receives another into the same buffer. */
    public Status Sendrecv_replace(
            Object buf, int offset, int count, Datatype datatype, int dest, int sendtag, int source, int recvtag) {
        if (datatype.isObject()) {
            return Sendrecv(buf, offset, count, datatype, dest, sendtag, buf, offset, count, datatype, source, recvtag);
        }
        Status status = new Status();
        check(MPI_Sendrecv_replace(
                at(buf, offset, datatype),
                count,
                datatype.handle,
                destination(dest),
                sendtag,
                source(source),
                tag(recvtag),
                handle,
                status));
        return status.filled();
    }

    /** Prepares what {@link #Send} does, to be started. */
    public Prequest Send_init(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            return new Prequest(started -> started.handle[0] =
                    ObjectMessages.isend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag).handle[0]);
        }
        Prequest request = new Prequest();
        check(MPI_Send_init(
                at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Prepares what {@link #Bsend} does, to be started. */
    public Prequest Bsend_init(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            return new Prequest(started -> started.handle[0] =
                    ObjectMessages.isend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag).handle[0]);
        }
        Prequest request = new Prequest();
        check(MPI_Bsend_init(
                at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Prepares what {@link #Ssend} does, to be started. */
    public Prequest Ssend_init(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            return new Prequest(started -> started.handle[0] =
                    ObjectMessages.issend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag).handle[0]);
        }
        Prequest request = new Prequest();
        check(MPI_Ssend_init(
                at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Prepares what {@link #Rsend} does, to be started. */
    public Prequest Rsend_init(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        if (datatype.isObject()) {
            return new Prequest(started -> started.handle[0] =
                    ObjectMessages.isend(this, ObjectCodec.encode(buf, offset, count, datatype), dest, tag).handle[0]);
        }
        Prequest request = new Prequest();
        check(MPI_Rsend_init(
                at(buf, offset, datatype), count, datatype.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Prepares a receive, to be started. */
    public Prequest Recv_init(Object buf, int offset, int count, Datatype datatype, int dest, int tag) {
        int source = source(dest);
        int wanted = tag(tag);
        if (datatype.isObject()) {
            return new Prequest(started ->
                    ObjectMessages.startReceive(this, source, wanted, buf, offset, count, datatype, started));
        }
        Prequest request = new Prequest();
        check(MPI_Recv_init(at(buf, offset, datatype), count, datatype.handle, source, wanted, handle, request.handle));
        return request;
    }

    /** Appends items to packed bytes from {@code position} on; answers the position behind them. */
    public int Pack(Object inbuf, int offset, int incount, Datatype datatype, byte[] outbuf, int position) {
        checkPackable(datatype);
        int[] end = {position};
        check(MPI_Pack(at(inbuf, offset, datatype), incount, datatype.handle, outbuf, outbuf.length, end, handle));
        return end[0];
    }

    /** Takes items out of packed bytes from {@code position} on; answers the position behind them. */
    public int Unpack(byte[] inbuf, int position, Object outbuf, int offset, int outcount, Datatype datatype) {
        checkPackable(datatype);
        int[] end = {position};
        check(MPI_Unpack(inbuf, inbuf.length, end, at(outbuf, offset, datatype), outcount, datatype.handle, handle));
        return end[0];
    }

    /** Bytes that {@link #Pack} needs at most. */
    public int Pack_size(int incount, Datatype datatype) {
        checkPackable(datatype);
        int[] size = new int[1];
        check(MPI_Pack_size(incount, datatype.handle, handle, size));
        return size[0];
    }

    private static void checkPackable(Datatype datatype) {
        if (datatype.isObject()) {
            throw MPIException.unsupported(
                    "Pack of MPI.OBJECT", "the size of objects is not known before; send them as MPI.OBJECT");
        }
    }

    final Status iprobe(int source, int tag) {
        boolean[] flag = new boolean[1];
        Status status = new Status();
        check(MPI_Iprobe(source, tag, handle, flag, status));
        return flag[0] ? status.filled() : null;
    }
}
