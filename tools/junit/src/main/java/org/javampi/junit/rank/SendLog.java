package org.javampi.junit.rank;

import java.util.IdentityHashMap;
import java.util.Map;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Group;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.PMPI;
import org.javampi.Tool;
import org.javampi.junit.SentMessage;
import org.javampi.junit.ThisRank;

/** A profiling tool that notes each message which the rank's program sends, and knows if MPI has begun for it. */
public final class SendLog extends Tool {
    private static final StackWalker STACK = StackWalker.getInstance();

    private static final String FACADE = "org.javampi.";
    private static final String COMPATIBLE = "mpi.";

    private final ThisRank rank = ThisRank.current();

    /** Messages of persistent requests, noted when they start. */
    private final Map<MPI_Request, SentMessage> persistent = new IdentityHashMap<>();

    /** Found by ServiceLoader, or by its name. */
    public SendLog() {}

    private void note(int code, String call, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        SentMessage message = code == MPI.MPI_SUCCESS ? message(call, count, datatype, dest, tag, comm) : null;
        if (message != null) {
            rank.onSent(message);
        }
    }

    /** Null if nothing is sent: to MPI_PROC_NULL, or by a thread of no rank. */
    private SentMessage message(String call, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        if (rank == null || dest == MPI.MPI_PROC_NULL) {
            return null;
        }
        int[] size = new int[1];
        PMPI.PMPI_Type_size(datatype, size);
        return new SentMessage(rank.rank(), inWorld(dest, comm), tag, (long) count * size[0], call, place());
    }

    private static int inWorld(int dest, MPI_Comm comm) {
        if (comm == MPI.MPI_COMM_WORLD) {
            return dest;
        }
        MPI_Group[] groups = new MPI_Group[2];
        int[] world = new int[1];
        boolean[] inter = new boolean[1];
        PMPI.PMPI_Comm_test_inter(comm, inter);
        if (inter[0]) {
            PMPI.PMPI_Comm_remote_group(comm, groups);
        } else {
            PMPI.PMPI_Comm_group(comm, groups);
        }
        MPI_Group[] all = new MPI_Group[1];
        PMPI.PMPI_Comm_group(MPI.MPI_COMM_WORLD, all);
        PMPI.PMPI_Group_translate_ranks(groups[0], 1, new int[] {dest}, all[0], world);
        PMPI.PMPI_Group_free(groups);
        PMPI.PMPI_Group_free(all);
        return world[0];
    }

    private static String place() {
        return STACK.walk(frames -> frames.filter(frame -> !isOfRuntime(frame.getClassName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("?"));
    }

    /** The facade, package mpi, or this class. */
    private static boolean isOfRuntime(String type) {
        return type.startsWith(COMPATIBLE)
                || type.equals(SendLog.class.getName())
                || type.startsWith(FACADE) && type.indexOf('.', FACADE.length()) < 0;
    }

    @Override
    public int MPI_Init(String[] args) {
        return rank != null && rank.takeBegin() ? MPI.MPI_SUCCESS : super.MPI_Init(args);
    }

    @Override
    public int MPI_Init_thread(String[] args, int required, int[] provided) {
        return rank != null && rank.takeBegin()
                ? super.MPI_Query_thread(provided)
                : super.MPI_Init_thread(args, required, provided);
    }

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        int code = super.MPI_Send(buf, count, datatype, dest, tag, comm);
        note(code, "MPI_Send", count, datatype, dest, tag, comm);
        return code;
    }

    @Override
    public int MPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        int code = super.MPI_Bsend(buf, count, datatype, dest, tag, comm);
        note(code, "MPI_Bsend", count, datatype, dest, tag, comm);
        return code;
    }

    @Override
    public int MPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        int code = super.MPI_Ssend(buf, count, datatype, dest, tag, comm);
        note(code, "MPI_Ssend", count, datatype, dest, tag, comm);
        return code;
    }

    @Override
    public int MPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        int code = super.MPI_Rsend(buf, count, datatype, dest, tag, comm);
        note(code, "MPI_Rsend", count, datatype, dest, tag, comm);
        return code;
    }

    @Override
    public int MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
        note(code, "MPI_Isend", count, datatype, dest, tag, comm);
        return code;
    }

    @Override
    public int MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Ibsend(buf, count, datatype, dest, tag, comm, request);
        note(code, "MPI_Ibsend", count, datatype, dest, tag, comm);
        return code;
    }

    @Override
    public int MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Issend(buf, count, datatype, dest, tag, comm, request);
        note(code, "MPI_Issend", count, datatype, dest, tag, comm);
        return code;
    }

    @Override
    public int MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Irsend(buf, count, datatype, dest, tag, comm, request);
        note(code, "MPI_Irsend", count, datatype, dest, tag, comm);
        return code;
    }

    @Override
    public int MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Send_init(buf, count, datatype, dest, tag, comm, request);
        keep("MPI_Send_init", count, datatype, dest, tag, comm, request[0]);
        return code;
    }

    @Override
    public int MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request);
        keep("MPI_Bsend_init", count, datatype, dest, tag, comm, request[0]);
        return code;
    }

    @Override
    public int MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request);
        keep("MPI_Ssend_init", count, datatype, dest, tag, comm, request[0]);
        return code;
    }

    @Override
    public int MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request);
        keep("MPI_Rsend_init", count, datatype, dest, tag, comm, request[0]);
        return code;
    }

    private void keep(
            String call, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request request) {
        SentMessage message = message(call, count, datatype, dest, tag, comm);
        if (message != null) {
            synchronized (persistent) {
                persistent.put(request, message);
            }
        }
    }

    private void noteStarted(MPI_Request request) {
        synchronized (persistent) {
            SentMessage message = persistent.get(request);
            if (message != null) {
                rank.onSent(message);
            }
        }
    }

    @Override
    public int MPI_Start(MPI_Request[] request) {
        int code = super.MPI_Start(request);
        noteStarted(request[0]);
        return code;
    }

    @Override
    public int MPI_Startall(int count, MPI_Request[] requests) {
        int code = super.MPI_Startall(count, requests);
        for (int i = 0; i < count; i++) {
            noteStarted(requests[i]);
        }
        return code;
    }

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
        int code = super.MPI_Sendrecv(
                sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag, comm,
                status);
        note(code, "MPI_Sendrecv", sendcount, sendtype, dest, sendtag, comm);
        return code;
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
        int code = super.MPI_Sendrecv_replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
        note(code, "MPI_Sendrecv_replace", count, datatype, dest, sendtag, comm);
        return code;
    }
}
