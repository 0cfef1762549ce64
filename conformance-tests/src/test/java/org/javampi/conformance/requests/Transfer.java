package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/**
 * A send or receive of a random mix and its buffer. A message begins with its sender and number,
 * and each further byte follows from them.
 */
final class Transfer {
    static final int SHORTEST = 8;
    static final int LONGEST = 70_000;
    static final int NEVER = -1;

    private static final byte UNTOUCHED = 0x55;

    final boolean sends;
    final boolean synchronous;
    final boolean persistent;
    final int comm;
    final int peer;
    final int tag;
    final byte[] buffer;
    MPI_Request handle = MPI_REQUEST_NULL;
    boolean active;
    int number;
    int cancelAsked;

    private Transfer(boolean sends, boolean synchronous, boolean persistent, int comm, int peer, int tag, int length) {
        this.sends = sends;
        this.synchronous = synchronous;
        this.persistent = persistent;
        this.comm = comm;
        this.peer = peer;
        this.tag = tag;
        buffer = new byte[length];
    }

    static Transfer send(boolean synchronous, boolean persistent, int comm, int dest, int tag, int length) {
        return new Transfer(true, synchronous, persistent, comm, dest, tag, length);
    }

    static Transfer receive(boolean persistent, int comm, int source, int tag) {
        return new Transfer(false, false, persistent, comm, source, tag, LONGEST);
    }

    /** The buffer is made ready for the start of number {@code next}. */
    void prepare(int rank, int next) {
        active = true;
        number = next;
        cancelAsked = NEVER;
        if (sends) {
            ByteBuffer.wrap(buffer).putInt(rank).putInt(next);
            Arrays.fill(buffer, SHORTEST, buffer.length, filler(rank, next));
        } else {
            Arrays.fill(buffer, UNTOUCHED);
        }
    }

    private static byte filler(int source, int number) {
        return (byte) (31 * source + 7 * number);
    }

    Sent sent(int rank, boolean cancelled, int now) {
        return new Sent(rank, number, peer, comm, tag, buffer.length, synchronous, cancelled, cancelAsked, now);
    }

    /** What has come, after a look at each byte. */
    Received received(MPI_Status status, int now) {
        if (MPI_Test_cancelled(status)) {
            assertAll(UNTOUCHED, 0, buffer.length);
            return new Received(number, comm, peer, tag, true, -1, -1, -1, -1, cancelAsked, now);
        }
        int length = MPI_Get_count(status, MPI_BYTE);
        ByteBuffer head = ByteBuffer.wrap(buffer);
        int from = head.getInt();
        int message = head.getInt();
        assertEquals(from, status.MPI_SOURCE, "sender in the message and in the status");
        assertAll(filler(from, message), SHORTEST, length);
        assertAll(UNTOUCHED, length, buffer.length);
        return new Received(number, comm, peer, tag, false, from, message, status.MPI_TAG, length, cancelAsked, now);
    }

    private void assertAll(byte expected, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != expected) {
                assertEquals(expected, buffer[i], "byte " + i + " of " + this);
            }
        }
    }

    @Override
    public String toString() {
        return (sends ? "send " : "receive ")
                + number
                + (sends ? " to " : " from ")
                + peer
                + " tag "
                + tag
                + " comm "
                + comm;
    }
}
