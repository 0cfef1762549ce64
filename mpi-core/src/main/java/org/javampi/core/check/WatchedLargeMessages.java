package org.javampi.core.check;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.core.buffer.Block;

/** Watches sends and receives with large counts (MPI-4.1 §2.5.8), as {@link WatchedMessages} does those with an int's. */
abstract class WatchedLargeMessages extends WatchedMessages {
    @Override
    public int MPI_Send_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send(
                "MPI_Send_c",
                new Envelope(count, datatype, dest, tag, comm),
                request -> super.MPI_Isend_c(buf, count, datatype, dest, tag, comm, request));
    }

    @Override
    public int MPI_Bsend_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send(
                "MPI_Bsend_c",
                new Envelope(count, datatype, dest, tag, comm),
                request -> super.MPI_Ibsend_c(buf, count, datatype, dest, tag, comm, request));
    }

    @Override
    public int MPI_Ssend_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send(
                "MPI_Ssend_c",
                new Envelope(count, datatype, dest, tag, comm),
                request -> super.MPI_Issend_c(buf, count, datatype, dest, tag, comm, request));
    }

    @Override
    public int MPI_Rsend_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send(
                "MPI_Rsend_c",
                new Envelope(count, datatype, dest, tag, comm),
                request -> super.MPI_Irsend_c(buf, count, datatype, dest, tag, comm, request));
    }

    @Override
    public int MPI_Isend_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Isend_c(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Isend_c", new Envelope(count, datatype, dest, tag, comm), data, false, code, request);
    }

    @Override
    public int MPI_Ibsend_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Ibsend_c(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Ibsend_c", new Envelope(count, datatype, dest, tag, comm), data, false, code, request);
    }

    @Override
    public int MPI_Issend_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Issend_c(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Issend_c", new Envelope(count, datatype, dest, tag, comm), data, false, code, request);
    }

    @Override
    public int MPI_Irsend_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Irsend_c(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Irsend_c", new Envelope(count, datatype, dest, tag, comm), data, false, code, request);
    }

    @Override
    public int MPI_Send_init_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Send_init_c(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Send_init_c", new Envelope(count, datatype, dest, tag, comm), data, true, code, request);
    }

    @Override
    public int MPI_Bsend_init_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Bsend_init_c(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Bsend_init_c", new Envelope(count, datatype, dest, tag, comm), data, true, code, request);
    }

    @Override
    public int MPI_Ssend_init_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Ssend_init_c(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Ssend_init_c", new Envelope(count, datatype, dest, tag, comm), data, true, code, request);
    }

    @Override
    public int MPI_Rsend_init_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Rsend_init_c(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Rsend_init_c", new Envelope(count, datatype, dest, tag, comm), data, true, code, request);
    }

    @Override
    public int MPI_Irecv_c(
            Object buf, long count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Irecv_c(buf, count, datatype, source, tag, comm, request);
        return receives("MPI_Irecv_c", count, datatype, comm, false, code, request);
    }

    @Override
    public int MPI_Recv_init_c(
            Object buf, long count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Recv_init_c(buf, count, datatype, source, tag, comm, request);
        return receives("MPI_Recv_init_c", count, datatype, comm, true, code, request);
    }

    @Override
    public int MPI_Recv_c(
            Object buf, long count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        MPI_Status own = own(status);
        int code = super.MPI_Recv_c(buf, count, datatype, source, tag, comm, own);
        return received("MPI_Recv_c", count, datatype, comm, own, code);
    }

    @Override
    public int MPI_Mrecv_c(Object buf, long count, MPI_Datatype datatype, MPI_Message[] message, MPI_Status status) {
        MPI_Comm comm = communicatorOf(message);
        MPI_Status own = own(status);
        int code = super.MPI_Mrecv_c(buf, count, datatype, message, own);
        return comm == null ? code : received("MPI_Mrecv_c", count, datatype, comm, own, code);
    }

    @Override
    public int MPI_Imrecv_c(
            Object buf, long count, MPI_Datatype datatype, MPI_Message[] message, MPI_Request[] request) {
        MPI_Comm comm = communicatorOf(message);
        int code = super.MPI_Imrecv_c(buf, count, datatype, message, request);
        return comm == null ? code : receives("MPI_Imrecv_c", count, datatype, comm, false, code, request);
    }

    @Override
    public int MPI_Sendrecv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            int dest,
            int sendtag,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return exchange(
                "MPI_Sendrecv_c",
                new Envelope(sendcount, sendtype, dest, sendtag, comm),
                request -> super.MPI_Isend_c(sendbuf, sendcount, sendtype, dest, sendtag, comm, request),
                new Envelope(recvcount, recvtype, source, recvtag, comm),
                request -> super.MPI_Irecv_c(recvbuf, recvcount, recvtype, source, recvtag, comm, request),
                status);
    }

    @Override
    public int MPI_Sendrecv_replace_c(
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return exchangeInPlace(
                "MPI_Sendrecv_replace_c",
                buf,
                new Envelope(count, datatype, dest, sendtag, comm),
                new Envelope(count, datatype, source, recvtag, comm),
                status);
    }

    @Override
    public int MPI_Isendrecv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            int dest,
            int sendtag,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Request[] request) {
        int code = super.MPI_Isendrecv_c(
                sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag, comm,
                request);
        return receives("MPI_Isendrecv_c", recvcount, recvtype, comm, false, code, request);
    }

    @Override
    public int MPI_Isendrecv_replace_c(
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Request[] request) {
        int code = super.MPI_Isendrecv_replace_c(buf, count, datatype, dest, sendtag, source, recvtag, comm, request);
        return receives("MPI_Isendrecv_replace_c", count, datatype, comm, false, code, request);
    }
}
