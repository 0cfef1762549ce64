package mpi;

import java.nio.Buffer;

/** Open MPI: a message that a probe has taken, to be received by this object alone. */
public final class Message {
    /** No message yet. */
    public Message() {}

    /** Whether no message has been taken. */
    public boolean isNull() {
        return true;
    }

    /** Whether it is that of {@link MPI#PROC_NULL}. */
    public boolean isNoProc() {
        return false;
    }

    /** Waits for a message and takes it. */
    public Status mProbe(int source, int tag, Comm comm) {
        throw MPIException.unsupported("Message.mProbe", "it needs MPI_Mprobe");
    }

    /** Takes a message if there is one, else answers null. */
    public Status imProbe(int source, int tag, Comm comm) {
        throw MPIException.unsupported("Message.imProbe", "it needs MPI_Improbe");
    }

    /** Receives the message. */
    public Status mRecv(Object buf, int count, Datatype type) {
        throw MPIException.unsupported("Message.mRecv", "it needs MPI_Mrecv");
    }

    /** Starts to receive the message. */
    public Request imRecv(Buffer buf, int count, Datatype type) {
        throw MPIException.unsupported("Message.imRecv", "it needs MPI_Imrecv");
    }
}
