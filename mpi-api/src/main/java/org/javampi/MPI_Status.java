package org.javampi;

import java.io.Serializable;

/**
 * What a receive, a probe or a completion call tells about one message. Allocated by the caller,
 * reused at will, filled by MPI (MPI-1.1 §3.2.5). Not thread-safe: one status belongs to one call
 * at a time.
 */
public class MPI_Status implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The number of no message. */
    private static final long NO_MESSAGE = -1;

    /** Rank of the sender in the (remote) group of the communicator. */
    public int MPI_SOURCE = Predefined.ANY_SOURCE;

    /** Tag of the message. */
    public int MPI_TAG = Predefined.ANY_TAG;

    /**
     * Error code of one request; written only by array completions that return MPI_ERR_IN_STATUS.
     */
    public int MPI_ERROR;

    private long byteCount;
    private long messageNumber = NO_MESSAGE;
    private boolean cancelled;

    /** An empty status: any source, any tag, no bytes, not cancelled. */
    public MPI_Status() {}

    /** A copy, which answers MPI_Get_count and MPI_Test_cancelled as the original does. */
    public MPI_Status(MPI_Status original) {
        MPI_SOURCE = original.MPI_SOURCE;
        MPI_TAG = original.MPI_TAG;
        MPI_ERROR = original.MPI_ERROR;
        byteCount = original.byteCount;
        messageNumber = original.messageNumber;
        cancelled = original.cancelled;
    }

    /** For the runtime: records one finished or probed message. Leaves MPI_ERROR alone. */
    public final void record(int source, int tag, long messageByteCount, boolean wasCancelled) {
        MPI_SOURCE = source;
        MPI_TAG = tag;
        byteCount = messageByteCount;
        cancelled = wasCancelled;
        messageNumber = NO_MESSAGE;
    }

    /** For the runtime: as above, for a message that was received. */
    public final void record(int source, int tag, long messageByteCount, int sequence) {
        MPI_SOURCE = source;
        MPI_TAG = tag;
        byteCount = messageByteCount;
        cancelled = false;
        messageNumber = Integer.toUnsignedLong(sequence);
    }

    /**
     * For tools: names the message that a receive has taken, among all from its sender's process to this one.
     * {@link MPI_Request#messageNumber} tells the sender the same number.
     *
     * @return -1 where there is no such message, as in the status of a probe or of a send
     */
    public final long messageNumber() {
        return messageNumber;
    }

    /** For the runtime: packed bytes of the message. */
    public final long byteCount() {
        return byteCount;
    }

    /** For the runtime: what MPI_Test_cancelled answers. */
    public final boolean isCancelled() {
        return cancelled;
    }

    @Override
    public String toString() {
        return "MPI_Status[source "
                + MPI_SOURCE
                + ", tag "
                + MPI_TAG
                + ", error "
                + MPI_ERROR
                + ", "
                + byteCount
                + " bytes"
                + (cancelled ? ", cancelled" : "")
                + "]";
    }
}
