package mpi;

import static mpi.Buffers.of;
import static mpi.MPIException.check;
import static mpi.Ranks.destination;
import static mpi.Ranks.openSource;
import static mpi.Ranks.openTag;
import static org.javampi.MPI.MPI_Bsend;
import static org.javampi.MPI.MPI_Bsend_init;
import static org.javampi.MPI.MPI_Ibsend;
import static org.javampi.MPI.MPI_Irecv;
import static org.javampi.MPI.MPI_Irsend;
import static org.javampi.MPI.MPI_Isend;
import static org.javampi.MPI.MPI_Issend;
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

import java.nio.Buffer;
import org.javampi.MPI_Comm;

/**
 * Point-to-point communication in Open MPI's dialect: methods begin with a small letter, buffers are used from their
 * beginning on. What does not block takes arrays as well as java.nio buffers.
 */
abstract class MessagesOfOpenMpi extends MessagesOfMpiJava {
    MessagesOfOpenMpi(MPI_Comm handle) {
        super(handle);
    }

    /** Sends; returns when the buffer may be changed. */
    public void send(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            Send(buf, 0, count, type, dest, tag);
            return;
        }
        check(MPI_Send(of(buf), count, type.handle, destination(dest), tag, handle));
    }

    /** Sends; returns when a receive has begun to take the message. */
    public void sSend(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            Ssend(buf, 0, count, type, dest, tag);
            return;
        }
        check(MPI_Ssend(of(buf), count, type.handle, destination(dest), tag, handle));
    }

    /** Sends to a receive that is posted already. */
    public void rSend(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            Rsend(buf, 0, count, type, dest, tag);
            return;
        }
        check(MPI_Rsend(of(buf), count, type.handle, destination(dest), tag, handle));
    }

    /** Sends from the attached buffer; returns at once. */
    public void bSend(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            Bsend(buf, 0, count, type, dest, tag);
            return;
        }
        check(MPI_Bsend(of(buf), count, type.handle, destination(dest), tag, handle));
    }

    /** Waits for a message and stores it in the buffer, whose count is an upper limit. */
    public Status recv(Object buf, int count, Datatype type, int source, int tag) {
        Status status = new Status();
        if (type.isObject()) {
            ObjectMessages.receive(this, openSource(source), openTag(tag), status)
                    .decode(buf, 0, count, type, status);
            return status;
        }
        check(MPI_Recv(of(buf), count, type.handle, openSource(source), openTag(tag), handle, status));
        return status.filled();
    }

    /** Sends one message and receives another. */
    public Status sendRecv(
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            int dest,
            int sendtag,
            Object recvbuf,
            int recvcount,
            Datatype recvtype,
            int source,
            int recvtag) {
        if (sendtype.isObject() || recvtype.isObject()) {
            Request send = Isend(sendbuf, 0, sendcount, sendtype, dest, sendtag);
            Status status = recv(recvbuf, recvcount, recvtype, source, recvtag);
            send.Wait();
            return status;
        }
        Status status = new Status();
        check(MPI_Sendrecv(
                of(sendbuf),
                sendcount,
                sendtype.handle,
                destination(dest),
                sendtag,
                of(recvbuf),
                recvcount,
                recvtype.handle,
                openSource(source),
                openTag(recvtag),
                handle,
                status));
        return status.filled();
    }

    /** Sends a message and receives another into the same buffer. */
    public Status sendRecvReplace(
            Object buf, int count, Datatype type, int dest, int sendtag, int source, int recvtag) {
        if (type.isObject()) {
            return sendRecv(buf, count, type, dest, sendtag, buf, count, type, source, recvtag);
        }
        Status status = new Status();
        check(MPI_Sendrecv_replace(
                of(buf),
                count,
                type.handle,
                destination(dest),
                sendtag,
                openSource(source),
                openTag(recvtag),
                handle,
                status));
        return status.filled();
    }

    /** Waits for a message and tells of it, leaving it to be received. */
    public Status probe(int source, int tag) {
        Status status = new Status();
        check(MPI_Probe(openSource(source), openTag(tag), handle, status));
        return status.filled();
    }

    /** Tells of a message that is there to be received; null when there is none. */
    public Status iProbe(int source, int tag) {
        return iprobe(openSource(source), openTag(tag));
    }

    /** Starts a send from a java.nio buffer. */
    public Request iSend(Buffer buf, int count, Datatype type, int dest, int tag) {
        return iSend((Object) buf, count, type, dest, tag);
    }

    /** Starts a send from any buffer. */
    public Request iSend(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            return Isend(buf, 0, count, type, dest, tag);
        }
        Request request = new Request();
        check(MPI_Isend(of(buf), count, type.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Starts a send from a java.nio buffer. */
    public Request ibSend(Buffer buf, int count, Datatype type, int dest, int tag) {
        return ibSend((Object) buf, count, type, dest, tag);
    }

    /** Starts a send from any buffer. */
    public Request ibSend(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            return Ibsend(buf, 0, count, type, dest, tag);
        }
        Request request = new Request();
        check(MPI_Ibsend(of(buf), count, type.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Starts a send from a java.nio buffer. */
    public Request isSend(Buffer buf, int count, Datatype type, int dest, int tag) {
        return isSend((Object) buf, count, type, dest, tag);
    }

    /** Starts a send from any buffer. */
    public Request isSend(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            return Issend(buf, 0, count, type, dest, tag);
        }
        Request request = new Request();
        check(MPI_Issend(of(buf), count, type.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Starts a send from a java.nio buffer. */
    public Request irSend(Buffer buf, int count, Datatype type, int dest, int tag) {
        return irSend((Object) buf, count, type, dest, tag);
    }

    /** Starts a send from any buffer. */
    public Request irSend(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            return Irsend(buf, 0, count, type, dest, tag);
        }
        Request request = new Request();
        check(MPI_Irsend(of(buf), count, type.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Starts a receive into a java.nio buffer. */
    public Request iRecv(Buffer buf, int count, Datatype type, int source, int tag) {
        return iRecv((Object) buf, count, type, source, tag);
    }

    /** Starts a receive into any buffer. */
    public Request iRecv(Object buf, int count, Datatype type, int source, int tag) {
        Request request = new Request();
        if (type.isObject()) {
            ObjectMessages.startReceive(this, openSource(source), openTag(tag), buf, 0, count, type, request);
        } else {
            check(MPI_Irecv(of(buf), count, type.handle, openSource(source), openTag(tag), handle, request.handle));
        }
        return request;
    }

    /** Prepares a send from a java.nio buffer, to be started. */
    public Prequest sendInit(Buffer buf, int count, Datatype type, int dest, int tag) {
        return sendInit((Object) buf, count, type, dest, tag);
    }

    /** Prepares a send from any buffer, to be started. */
    public Prequest sendInit(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            return Send_init(buf, 0, count, type, dest, tag);
        }
        Prequest request = new Prequest();
        check(MPI_Send_init(of(buf), count, type.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Prepares a send from a java.nio buffer, to be started. */
    public Prequest bSendInit(Buffer buf, int count, Datatype type, int dest, int tag) {
        return bSendInit((Object) buf, count, type, dest, tag);
    }

    /** Prepares a send from any buffer, to be started. */
    public Prequest bSendInit(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            return Bsend_init(buf, 0, count, type, dest, tag);
        }
        Prequest request = new Prequest();
        check(MPI_Bsend_init(of(buf), count, type.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Prepares a send from a java.nio buffer, to be started. */
    public Prequest sSendInit(Buffer buf, int count, Datatype type, int dest, int tag) {
        return sSendInit((Object) buf, count, type, dest, tag);
    }

    /** Prepares a send from any buffer, to be started. */
    public Prequest sSendInit(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            return Ssend_init(buf, 0, count, type, dest, tag);
        }
        Prequest request = new Prequest();
        check(MPI_Ssend_init(of(buf), count, type.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Prepares a send from a java.nio buffer, to be started. */
    public Prequest rSendInit(Buffer buf, int count, Datatype type, int dest, int tag) {
        return rSendInit((Object) buf, count, type, dest, tag);
    }

    /** Prepares a send from any buffer, to be started. */
    public Prequest rSendInit(Object buf, int count, Datatype type, int dest, int tag) {
        if (type.isObject()) {
            return Rsend_init(buf, 0, count, type, dest, tag);
        }
        Prequest request = new Prequest();
        check(MPI_Rsend_init(of(buf), count, type.handle, destination(dest), tag, handle, request.handle));
        return request;
    }

    /** Prepares a receive into a java.nio buffer, to be started. */
    public Prequest recvInit(Buffer buf, int count, Datatype type, int source, int tag) {
        return recvInit((Object) buf, count, type, source, tag);
    }

    /** Prepares a receive into any buffer, to be started. */
    public Prequest recvInit(Object buf, int count, Datatype type, int source, int tag) {
        int from = openSource(source);
        int wanted = openTag(tag);
        if (type.isObject()) {
            return new Prequest(
                    started -> ObjectMessages.startReceive(this, from, wanted, buf, 0, count, type, started));
        }
        Prequest request = new Prequest();
        check(MPI_Recv_init(of(buf), count, type.handle, from, wanted, handle, request.handle));
        return request;
    }

    /** Appends items to packed bytes from {@code position} on; answers the position behind them. */
    public int pack(Object inbuf, int incount, Datatype type, byte[] outbuf, int position) {
        return Pack(inbuf, 0, incount, type, outbuf, position);
    }

    /** Takes items out of packed bytes from {@code position} on; answers the position behind them. */
    public int unpack(byte[] inbuf, int position, Object outbuf, int outcount, Datatype type) {
        return Unpack(inbuf, position, outbuf, 0, outcount, type);
    }

    /** Bytes that {@link #pack} needs at most. */
    public int packSize(int incount, Datatype type) {
        return Pack_size(incount, type);
    }
}
