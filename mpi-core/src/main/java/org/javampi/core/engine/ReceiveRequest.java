package org.javampi.core.engine;

import org.javampi.MPI_Status;

/** A receive under way, and afterwards what it has received. */
public final class ReceiveRequest extends Request {
    private static final long serialVersionUID = 1L;

    /** Wanted sender in the context's remote group, or {@link Matching#ANY}. */
    int wantedSource;

    /** Orders posted receives of one context. */
    transient long posted;

    /** Its place in the index of a long queue; null before the first. */
    transient Link<ReceiveRequest> link;

    /** Room in the program's buffer. */
    long capacity;

    int source;
    int receivedTag;

    /** What its message is called between the two ranks. */
    int sequence;

    long byteCount;

    /** The message's whole length, where it is longer than the buffer. */
    long fullByteCount;

    /** Bytes that have arrived of a long message. */
    long position;

    /** Whether it stands in the context's posted receives. */
    boolean queued;

    /** Length of the long message that is arriving. */
    long arrivingBytes;

    ReceiveRequest() {}

    /** Sender's rank, once done. */
    public int source() {
        return source;
    }

    /** The message's tag, once done. */
    public int receivedTag() {
        return receivedTag;
    }

    /** What its message is called between sender and receiver, once done. */
    public int sequence() {
        return sequence;
    }

    /** The message's length, at most the buffer's, once done. */
    public long byteCount() {
        return byteCount;
    }

    /** Whether a message of another length than the buffer's has come. */
    boolean hasOtherLength() {
        return failure != null || byteCount != capacity;
    }

    /** How long the message was. */
    long messageBytes() {
        return failure != null ? fullByteCount : byteCount;
    }

    /** Fills {@code status} unless it is null, and throws what went wrong with this receive, which is done. */
    void complete(MPI_Status status) {
        if (status != null) {
            status.record(source, receivedTag, byteCount, sequence);
        }
        if (failure != null) {
            throw failure;
        }
    }
}
