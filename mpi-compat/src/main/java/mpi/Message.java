package mpi;

import static mpi.MPIException.check;
import static mpi.Ranks.openSource;
import static mpi.Ranks.openTag;
import static org.javampi.MPI.MPI_Improbe;
import static org.javampi.MPI.MPI_Imrecv;
import static org.javampi.MPI.MPI_MESSAGE_NO_PROC;
import static org.javampi.MPI.MPI_MESSAGE_NULL;
import static org.javampi.MPI.MPI_Mprobe;
import static org.javampi.MPI.MPI_Mrecv;

import java.nio.Buffer;
import org.javampi.MPI_Message;

/** Open MPI: a message that a probe has taken, to be received by this object alone. */
public final class Message {
    private final MPI_Message[] handle = {MPI_MESSAGE_NULL};

    /** No message yet. */
    public Message() {}

    /** Whether no message has been taken, or it has been received. */
    public boolean isNull() {
        return handle[0] == MPI_MESSAGE_NULL;
    }

    /** Whether it is that of {@link MPI#PROC_NULL}. */
    public boolean isNoProc() {
        return handle[0] == MPI_MESSAGE_NO_PROC;
    }

    /** Waits for a message and takes it. */
    public Status mProbe(int source, int tag, Comm comm) {
        Status status = new Status();
        check(MPI_Mprobe(openSource(source), openTag(tag), comm.handle, handle, status));
        return status.filled();
    }

    /** Takes a message if there is one, else answers null. */
    public Status imProbe(int source, int tag, Comm comm) {
        boolean[] flag = new boolean[1];
        Status status = new Status();
        check(MPI_Improbe(openSource(source), openTag(tag), comm.handle, flag, handle, status));
        return flag[0] ? status.filled() : null;
    }

    /** Receives the message. */
    public Status mRecv(Object buf, int count, Datatype type) {
        Status status = new Status();
        check(MPI_Mrecv(Buffers.of(buf), count, Datatype.handle(type), handle, status));
        return status.filled();
    }

    /** Starts to receive the message. */
    public Request imRecv(Buffer buf, int count, Datatype type) {
        Request request = new Request();
        check(MPI_Imrecv(Buffers.of(buf), count, Datatype.handle(type), handle, request.handle));
        return request;
    }
}
