package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.engine.MatchedMessage;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Matching probes and their receives (MPI-4.1 §3.8.2, §3.8.3), non-blocking send-receive (§3.10). */
abstract class MatchedMessageCalls extends PointToPointCalls {
    MatchedMessageCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Mprobe(int source, int tag, MPI_Comm comm, MPI_Message[] message, MPI_Status status) {
        return guard("MPI_Mprobe", comm, c -> {
            checkSource(c, source);
            checkReceiveTag(tag);
            checkOut(message, "message");
            message[0] = probe(c, source, tag, wanted(status), true);
        });
    }

    @Override
    public int MPI_Improbe(
            int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Message[] message, MPI_Status status) {
        return guard("MPI_Improbe", comm, c -> {
            checkSource(c, source);
            checkReceiveTag(tag);
            checkOut(flag, "flag");
            checkOut(message, "message");
            MPI_Message found = probe(c, source, tag, wanted(status), false);
            flag[0] = found != null;
            if (found != null) {
                message[0] = found;
            }
        });
    }

    private static MPI_Message probe(Communicator c, int source, int tag, MPI_Status status, boolean wait) {
        if (source == Predefined.PROC_NULL) {
            recordNullProcess(status);
            return Predefined.MESSAGE_NO_PROC;
        }
        MatchedMessage found = c.engine().probes().take(c.pointToPoint(), c.matched(), source, tag, wait);
        if (found == null) {
            return null;
        }
        if (status != null) {
            status.record(found.source(), found.tag(), found.byteCount(), false);
        }
        return new MessageHandle(c, found);
    }

    @Override
    public int MPI_Mrecv(Object buf, int count, MPI_Datatype datatype, MPI_Message[] message, MPI_Status status) {
        return receiveMatched("MPI_Mrecv", buf, count, datatype, message, status);
    }

    @Override
    public int MPI_Mrecv_c(Object buf, long count, MPI_Datatype datatype, MPI_Message[] message, MPI_Status status) {
        return receiveMatched("MPI_Mrecv_c", buf, count, datatype, message, status);
    }

    private int receiveMatched(
            String function, Object buf, long count, MPI_Datatype datatype, MPI_Message[] message, MPI_Status status) {
        MessageHandle handle = null;
        try {
            rank();
            checkOut(message, "message");
            handle = named(message[0]);
            checkCount(count, "count");
            Datatype type = communicable(datatype);
            MPI_Status out = wanted(status);
            if (handle == null) {
                recordNullProcess(out);
                message[0] = Predefined.MESSAGE_NULL;
                return MPI.MPI_SUCCESS;
            }
            Object buffer = resolve(buf);
            new Block().set(buffer, count, type, true);
            take(handle);
            message[0] = Predefined.MESSAGE_NULL;
            handle.communicator
                    .engine()
                    .probes()
                    .receive(handle.communicator.matched(), handle.message, buffer, count, type, out);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(handle == null ? null : handle.communicator, function, failure);
        }
    }

    @Override
    public int MPI_Imrecv(Object buf, int count, MPI_Datatype datatype, MPI_Message[] message, MPI_Request[] request) {
        return startReceiveMatched("MPI_Imrecv", buf, count, datatype, message, request);
    }

    @Override
    public int MPI_Imrecv_c(
            Object buf, long count, MPI_Datatype datatype, MPI_Message[] message, MPI_Request[] request) {
        return startReceiveMatched("MPI_Imrecv_c", buf, count, datatype, message, request);
    }

    private int startReceiveMatched(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            MPI_Message[] message,
            MPI_Request[] request) {
        MessageHandle handle = null;
        try {
            Communicator world = rank().world();
            checkOut(message, "message");
            handle = named(message[0]);
            checkCount(count, "count");
            Datatype type = communicable(datatype);
            checkOut(request, "request");
            if (handle == null) {
                request[0] = RequestHandle.ofNullProcess(world);
                message[0] = Predefined.MESSAGE_NULL;
                return MPI.MPI_SUCCESS;
            }
            Object buffer = resolve(buf);
            new Block().set(buffer, count, type, true);
            take(handle);
            message[0] = Predefined.MESSAGE_NULL;
            Communicator c = handle.communicator;
            request[0] = RequestHandle.ofReceive(
                    c, c.engine().probes().startReceive(c.matched(), handle.message, buffer, count, type));
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(handle == null ? null : handle.communicator, function, failure);
        }
    }

    /** The handle behind {@code message}; null for MPI_MESSAGE_NO_PROC. */
    private static MessageHandle named(MPI_Message message) {
        if (message instanceof MessageHandle handle && !handle.isReceived()) {
            return handle;
        }
        if (message == Predefined.MESSAGE_NO_PROC) {
            return null;
        }
        throw new MpiFailure(
                MPI.MPI_ERR_REQUEST,
                message == null
                        ? "message is Java's null: pass what MPI_Mprobe has given"
                        : message == Predefined.MESSAGE_NULL
                                ? "message is MPI_MESSAGE_NULL: it was received or never probed"
                                : "the message has been received: a copy of its handle was kept");
    }

    private static void take(MessageHandle handle) {
        if (!handle.receive()) {
            throw new MpiFailure(MPI.MPI_ERR_REQUEST, "another thread receives the message");
        }
    }

    // ---- Send and receive as one request

    @Override
    public int MPI_Isendrecv(
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
            MPI_Request[] request) {
        return startExchange(
                "MPI_Isendrecv",
                sendbuf,
                sendcount,
                sendtype,
                dest,
                sendtag,
                recvbuf,
                recvcount,
                recvtype,
                source,
                recvtag,
                comm,
                request);
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
        return startExchange(
                "MPI_Isendrecv_c",
                sendbuf,
                sendcount,
                sendtype,
                dest,
                sendtag,
                recvbuf,
                recvcount,
                recvtype,
                source,
                recvtag,
                comm,
                request);
    }

    private int startExchange(
            String function,
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
        return guard(function, comm, c -> {
            Datatype outType = sendArguments(c, sendbuf, sendcount, sendtype, dest, sendtag);
            Datatype inType = receiveArguments(c, recvbuf, recvcount, recvtype, source, recvtag);
            checkOut(request, "request");
            Block out = new Block();
            if (dest != Predefined.PROC_NULL) {
                out.set(resolve(sendbuf), sendcount, outType, false);
            }
            request[0] = exchange(c, out, dest, sendtag, resolve(recvbuf), recvcount, inType, source, recvtag);
        });
    }

    @Override
    public int MPI_Isendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return startReplace(
                "MPI_Isendrecv_replace", buf, count, datatype, dest, sendtag, source, recvtag, comm, request);
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
        return startReplace(
                "MPI_Isendrecv_replace_c", buf, count, datatype, dest, sendtag, source, recvtag, comm, request);
    }

    private int startReplace(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return guard(function, comm, c -> {
            Datatype type = sendArguments(c, buf, count, datatype, dest, sendtag);
            checkSource(c, source);
            checkReceiveTag(recvtag);
            checkOut(request, "request");
            Object buffer = resolve(buf);
            Block out = new Block();
            if (dest != Predefined.PROC_NULL || source != Predefined.PROC_NULL) {
                out.set(buffer, count, type, true);
            }
            request[0] = exchange(c, out, dest, sendtag, buffer, count, type, source, recvtag);
        });
    }

    /** What is sent is copied first, so that the request is the receive's alone. */
    private RequestHandle exchange(
            Communicator c,
            Block out,
            int dest,
            int sendTag,
            Object buffer,
            long count,
            Datatype type,
            int source,
            int receiveTag) {
        if (source == Predefined.PROC_NULL) {
            if (dest != Predefined.PROC_NULL) {
                Block copy = new Block();
                copy.copyOf(out);
                c.engine().blocks().sendAside(c.pointToPoint(), dest, sendTag, copy);
            }
            return RequestHandle.ofNullProcess(c);
        }
        if (dest == Predefined.PROC_NULL) {
            return RequestHandle.ofReceive(
                    c, c.engine().startReceive(c.pointToPoint(), source, receiveTag, buffer, count, type));
        }
        return RequestHandle.ofReceive(
                c,
                c.engine()
                        .blocks()
                        .startExchange(c.pointToPoint(), dest, sendTag, out, source, receiveTag, buffer, count, type));
    }
}
