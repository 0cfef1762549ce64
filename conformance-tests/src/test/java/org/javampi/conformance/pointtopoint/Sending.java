package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;

import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;

/** The twelve calls that send: four modes, each blocking, non-blocking and persistent. */
public enum Sending {
    SEND(MPI::MPI_Send),
    BSEND(MPI::MPI_Bsend),
    SSEND(MPI::MPI_Ssend),
    RSEND(MPI::MPI_Rsend),
    ISEND(MPI::MPI_Isend, false),
    IBSEND(MPI::MPI_Ibsend, false),
    ISSEND(MPI::MPI_Issend, false),
    IRSEND(MPI::MPI_Irsend, false),
    SEND_INIT(MPI::MPI_Send_init, true),
    BSEND_INIT(MPI::MPI_Bsend_init, true),
    SSEND_INIT(MPI::MPI_Ssend_init, true),
    RSEND_INIT(MPI::MPI_Rsend_init, true);

    private final Blocking blocking;
    private final Starting starting;
    private final boolean persistent;

    Sending(Blocking blocking) {
        this.blocking = blocking;
        starting = null;
        persistent = false;
    }

    Sending(Starting starting, boolean persistent) {
        blocking = null;
        this.starting = starting;
        this.persistent = persistent;
    }

    /** Whether it is what the name says. */
    public boolean isBlocking() {
        return blocking != null;
    }

    /** Whether it is what the name says. */
    public boolean isBuffered() {
        return this == BSEND || this == IBSEND || this == BSEND_INIT;
    }

    /** Whether it is what the name says. */
    public boolean isSynchronous() {
        return this == SSEND || this == ISSEND || this == SSEND_INIT;
    }

    /** Whether it is what the name says. */
    public boolean isReady() {
        return this == RSEND || this == IRSEND || this == RSEND_INIT;
    }

    /** Sends, or starts to send; a blocking call answers the null request. */
    public MPI_Request start(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        if (blocking != null) {
            blocking.send(buf, count, datatype, dest, tag, comm);
            return MPI_REQUEST_NULL;
        }
        MPI_Request request = starting.start(buf, count, datatype, dest, tag, comm);
        if (persistent) {
            MPI_Start(request);
        }
        return request;
    }

    /** Waits for what {@link #start} has answered, and frees it. */
    public void finish(MPI_Request request) {
        MPI_Wait(request, MPI_STATUS_IGNORE);
        if (persistent) {
            MPI_Request_free(request);
        }
    }

    /** All of it. */
    public void send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        finish(start(buf, count, datatype, dest, tag, comm));
    }

    private interface Blocking {
        int send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm);
    }

    private interface Starting {
        MPI_Request start(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm);
    }
}
