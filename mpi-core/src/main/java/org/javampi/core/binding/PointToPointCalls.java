package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Sends, receives and probes (MPI-1.1 §3.2 to §3.8 and §3.10). */
abstract class PointToPointCalls extends RankCalls {
    PointToPointCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    // ---- Blocking

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send("MPI_Send", buf, count, datatype, dest, tag, comm, Mode.STANDARD);
    }

    @Override
    public int MPI_Send_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send("MPI_Send_c", buf, count, datatype, dest, tag, comm, Mode.STANDARD);
    }

    @Override
    public int MPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send("MPI_Ssend", buf, count, datatype, dest, tag, comm, Mode.SYNCHRONOUS);
    }

    @Override
    public int MPI_Ssend_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send("MPI_Ssend_c", buf, count, datatype, dest, tag, comm, Mode.SYNCHRONOUS);
    }

    @Override
    public int MPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send("MPI_Rsend", buf, count, datatype, dest, tag, comm, Mode.READY);
    }

    @Override
    public int MPI_Rsend_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send("MPI_Rsend_c", buf, count, datatype, dest, tag, comm, Mode.READY);
    }

    private int send(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            Mode mode) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            Datatype type = sendArguments(communicator, buf, count, datatype, dest, tag);
            if (dest != Predefined.PROC_NULL) {
                communicator.engine().send(communicator.pointToPoint(), dest, tag, resolve(buf), count, type, mode);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    @Override
    public int MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return receive("MPI_Recv", buf, count, datatype, source, tag, comm, status);
    }

    @Override
    public int MPI_Recv_c(
            Object buf, long count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return receive("MPI_Recv_c", buf, count, datatype, source, tag, comm, status);
    }

    private int receive(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int source,
            int tag,
            MPI_Comm comm,
            MPI_Status status) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            Datatype type = receiveArguments(communicator, buf, count, datatype, source, tag);
            MPI_Status out = wanted(status);
            if (source == Predefined.PROC_NULL) {
                recordNullProcess(out);
            } else {
                communicator.engine().receive(communicator.pointToPoint(), source, tag, resolve(buf), count, type, out);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    // ---- Non-blocking

    @Override
    public int MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startSend("MPI_Isend", buf, count, datatype, dest, tag, comm, request, Mode.STANDARD);
    }

    @Override
    public int MPI_Isend_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startSend("MPI_Isend_c", buf, count, datatype, dest, tag, comm, request, Mode.STANDARD);
    }

    @Override
    public int MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startSend("MPI_Issend", buf, count, datatype, dest, tag, comm, request, Mode.SYNCHRONOUS);
    }

    @Override
    public int MPI_Issend_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startSend("MPI_Issend_c", buf, count, datatype, dest, tag, comm, request, Mode.SYNCHRONOUS);
    }

    @Override
    public int MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startSend("MPI_Irsend", buf, count, datatype, dest, tag, comm, request, Mode.READY);
    }

    @Override
    public int MPI_Irsend_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startSend("MPI_Irsend_c", buf, count, datatype, dest, tag, comm, request, Mode.READY);
    }

    private int startSend(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request,
            Mode mode) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            Datatype type = sendArguments(communicator, buf, count, datatype, dest, tag);
            checkOut(request, "request");
            if (dest == Predefined.PROC_NULL) {
                request[0] = RequestHandle.ofNullProcess(communicator);
            } else {
                RequestHandle handle = RequestHandle.ofSend(communicator, dest);
                communicator
                        .engine()
                        .startSend(communicator.pointToPoint(), dest, tag, resolve(buf), count, type, mode, handle);
                request[0] = handle;
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    @Override
    public int MPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startReceive("MPI_Irecv", buf, count, datatype, source, tag, comm, request);
    }

    @Override
    public int MPI_Irecv_c(
            Object buf, long count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startReceive("MPI_Irecv_c", buf, count, datatype, source, tag, comm, request);
    }

    private int startReceive(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int source,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            Datatype type = receiveArguments(communicator, buf, count, datatype, source, tag);
            checkOut(request, "request");
            request[0] = source == Predefined.PROC_NULL
                    ? RequestHandle.ofNullProcess(communicator)
                    : RequestHandle.ofReceive(
                            communicator,
                            communicator
                                    .engine()
                                    .startReceive(communicator.pointToPoint(), source, tag, resolve(buf), count, type));
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    // ---- Probe

    @Override
    public int MPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            checkSource(communicator, source);
            checkReceiveTag(tag);
            MPI_Status out = wanted(status);
            if (source == Predefined.PROC_NULL) {
                recordNullProcess(out);
            } else {
                communicator.engine().probes().await(communicator.pointToPoint(), source, tag, out);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, "MPI_Probe", failure);
        }
    }

    @Override
    public int MPI_Iprobe(int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Status status) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            checkSource(communicator, source);
            checkReceiveTag(tag);
            checkOut(flag, "flag");
            MPI_Status out = wanted(status);
            if (source == Predefined.PROC_NULL) {
                recordNullProcess(out);
                flag[0] = true;
            } else {
                flag[0] = communicator.engine().probes().probe(communicator.pointToPoint(), source, tag, out);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, "MPI_Iprobe", failure);
        }
    }

    // ---- Send-receive

    @Override
    public int MPI_Sendrecv(
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
        return exchange(
                "MPI_Sendrecv",
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
                status);
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
                status);
    }

    private int exchange(
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
            MPI_Status status) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            Datatype outType = sendArguments(communicator, sendbuf, sendcount, sendtype, dest, sendtag);
            Datatype inType = receiveArguments(communicator, recvbuf, recvcount, recvtype, source, recvtag);
            MPI_Status out = wanted(status);
            if (source == Predefined.PROC_NULL) {
                recordNullProcess(out);
            }
            communicator
                    .engine()
                    .exchange(
                            communicator.pointToPoint(),
                            dest == Predefined.PROC_NULL ? -1 : dest,
                            sendtag,
                            resolve(sendbuf),
                            sendcount,
                            outType,
                            source == Predefined.PROC_NULL ? Integer.MIN_VALUE : source,
                            recvtag,
                            resolve(recvbuf),
                            recvcount,
                            inType,
                            out);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    @Override
    public int MPI_Sendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return replace("MPI_Sendrecv_replace", buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
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
        return replace("MPI_Sendrecv_replace_c", buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
    }

    private int replace(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            Datatype type = sendArguments(communicator, buf, count, datatype, dest, sendtag);
            checkSource(communicator, source);
            checkReceiveTag(recvtag);
            MPI_Status out = wanted(status);
            if (source == Predefined.PROC_NULL) {
                recordNullProcess(out);
            }
            communicator
                    .engine()
                    .replace(
                            communicator.pointToPoint(),
                            dest == Predefined.PROC_NULL ? -1 : dest,
                            sendtag,
                            source == Predefined.PROC_NULL ? Integer.MIN_VALUE : source,
                            recvtag,
                            resolve(buf),
                            count,
                            type,
                            out);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    // ---- Arguments

    /** Checks the arguments of a send but for the buffer; answers the type. */
    final Datatype sendArguments(
            Communicator communicator, Object buffer, long count, MPI_Datatype datatype, int dest, int tag) {
        checkCount(count, "count");
        Datatype type = communicable(datatype);
        checkSendTag(tag);
        if (dest != Predefined.PROC_NULL && (dest < 0 || dest >= communicator.remoteSize())) {
            throw badRank("destination", dest, communicator, "MPI_PROC_NULL");
        }
        if (dest == Predefined.PROC_NULL) {
            Block.checkIsBuffer(resolve(buffer), count, type);
        }
        return type;
    }

    /** Checks the arguments of a receive but for the buffer; answers the type. */
    final Datatype receiveArguments(
            Communicator communicator, Object buffer, long count, MPI_Datatype datatype, int source, int tag) {
        checkCount(count, "count");
        Datatype type = communicable(datatype);
        checkReceiveTag(tag);
        checkSource(communicator, source);
        if (source == Predefined.PROC_NULL) {
            Block.checkIsBuffer(resolve(buffer), count, type);
        }
        return type;
    }

    static void checkSendTag(int tag) {
        if (tag < 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TAG,
                    (tag == Predefined.ANY_TAG
                                    ? "tag " + tag + ", MPI_ANY_TAG, is for receives"
                                    : "tag " + tag + " is negative")
                            + " (allowed 0.."
                            + Integer.MAX_VALUE
                            + ")");
        }
    }

    static void checkReceiveTag(int tag) {
        if (tag < 0 && tag != Predefined.ANY_TAG) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TAG,
                    "tag " + tag + " is negative (allowed 0.." + Integer.MAX_VALUE + " or MPI_ANY_TAG)");
        }
    }

    static void checkSource(Communicator communicator, int source) {
        if ((source < 0 || source >= communicator.remoteSize())
                && source != Predefined.ANY_SOURCE
                && source != Predefined.PROC_NULL) {
            throw badRank("source", source, communicator, "MPI_ANY_SOURCE or MPI_PROC_NULL");
        }
    }

    private static MpiFailure badRank(String what, int rank, Communicator communicator, String others) {
        return new MpiFailure(
                MPI.MPI_ERR_RANK,
                what
                        + " "
                        + rank
                        + " is no rank of "
                        + communicator
                        + " (allowed 0.."
                        + (communicator.remoteSize() - 1)
                        + " or "
                        + others
                        + ")");
    }

    /** The status to fill, or null when the caller does not want one. */
    static MPI_Status wanted(MPI_Status status) {
        if (status == null) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, "status is null: pass new MPI_Status() or MPI_STATUS_IGNORE");
        }
        return status == Predefined.STATUS_IGNORE ? null : status;
    }

    static void recordNullProcess(MPI_Status status) {
        if (status != null) {
            status.record(Predefined.PROC_NULL, Predefined.ANY_TAG, 0, false);
        }
    }

    /** MPI_BOTTOM as the buffer that it is; any other as it stands. */
    abstract Object resolve(Object buffer);

    /** The type of a transfer. */
    abstract Datatype communicable(MPI_Datatype datatype);
}
