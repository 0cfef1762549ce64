package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The worked examples of sending and receiving (MPI-1.1 §3.1 to §3.8). */
class PointToPointExamplesTest {
    private static final int TAG = 7;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static float[] floats(int first, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = first + i / 8f;
        }
        return values;
    }

    /** §3.1: process 0 greets process 1, which has room for more. */
    @Spmd
    @Rule({"P2P-012", "P2P-043", "P2P-044"})
    void shouldGreet() {
        byte[] message = new byte[20];
        if (rank() == 0) {
            byte[] text = "Hello, there".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, message, 0, text.length);
            MPI_Send(message, text.length + 1, MPI_CHAR, 1, 99, MPI_COMM_WORLD);
        } else {
            Arrays.fill(message, (byte) '?');
            MPI_Status status = MPI_Recv(message, 20, MPI_CHAR, 0, 99, MPI_COMM_WORLD);
            int length = MPI_Get_count(status, MPI_CHAR);
            assertEquals(13, length);
            assertEquals("Hello, there\0???????", new String(message, StandardCharsets.US_ASCII));
        }
    }

    /** Example 3.1: both sides name ten reals; the receiver may have room for more. */
    @Spmd
    @Rule({"P2P-001", "P2P-043"})
    void shouldMatchEqualTypes() {
        float[] values = rank() == 0 ? floats(3, 10) : new float[15];
        if (rank() == 0) {
            MPI_Send(values, 10, MPI_FLOAT, 1, TAG, MPI_COMM_WORLD);
        } else {
            MPI_Recv(values, 15, MPI_FLOAT, 0, TAG, MPI_COMM_WORLD);
            assertArrayEquals(Arrays.copyOf(floats(3, 10), 15), values);
        }
    }

    /** Example 3.3: untyped values; the same bytes whatever the arrays are made of. */
    @Spmd
    @Rule({"P2P-001", "TYP-006"})
    void shouldMoveRealsAsUntypedBytes() {
        if (rank() == 0) {
            MPI_Send(floats(-2, 10), 40, MPI_BYTE, 1, TAG, MPI_COMM_WORLD);
        } else {
            int[] bits = new int[15];
            MPI_Recv(bits, 60, MPI_BYTE, 0, TAG, MPI_COMM_WORLD);
            for (int i = 0; i < 10; i++) {
                assertEquals(Float.floatToRawIntBits(floats(-2, 10)[i]), bits[i]);
            }
        }
    }

    /** Example 3.4: five characters into the middle of a longer text. */
    @Spmd
    @Rule({"P2P-001", "P2P-012"})
    void shouldMoveCharactersIntoASubstring() {
        byte[] text = (rank() == 0 ? "abcdefghij" : "0123456789").getBytes(StandardCharsets.UTF_8);
        if (rank() == 0) {
            MPI_Send(text, 5, MPI_CHAR, 1, TAG, MPI_COMM_WORLD);
        } else {
            MPI_Recv(at(text, 5), 5, MPI_CHAR, 0, TAG, MPI_COMM_WORLD);
            assertEquals("01234abcde", new String(text, StandardCharsets.UTF_8));
        }
    }

    /** Example 3.5: the receive of any tag takes the first message, that of the tag the second. */
    @Spmd
    @Rule({"P2P-019", "P2P-020", "BUF-021"})
    void shouldNotOvertakeWhenBuffered() {
        int[] buf1 = {rank() == 0 ? 11 : -1};
        int[] buf2 = {rank() == 0 ? 22 : -1};
        if (rank() == 0) {
            byte[] space = new byte[2 * (MPI_Pack_size(1, MPI_INT, MPI_COMM_WORLD) + MPI_BSEND_OVERHEAD)];
            MPI_Buffer_attach(space, space.length);
            MPI_Bsend(buf1, 1, MPI_INT, 1, TAG, MPI_COMM_WORLD);
            MPI_Bsend(buf2, 1, MPI_INT, 1, TAG, MPI_COMM_WORLD);
            assertSame(space, MPI_Buffer_detach());
        } else {
            MPI_Recv(buf1, 1, MPI_INT, 0, MPI_ANY_TAG, MPI_COMM_WORLD);
            MPI_Recv(buf2, 1, MPI_INT, 0, TAG, MPI_COMM_WORLD);
            assertEquals(11, buf1[0]);
            assertEquals(22, buf2[0]);
        }
    }

    /** Example 3.6: buffered, then synchronous; received the other way round. */
    @Spmd
    @Rule({"P2P-024", "P2P-026", "BUF-002"})
    void shouldMatchIntertwinedPairs() {
        int[] buf1 = {rank() == 0 ? 11 : -1};
        int[] buf2 = {rank() == 0 ? 22 : -1};
        if (rank() == 0) {
            byte[] space = new byte[4 + MPI_BSEND_OVERHEAD];
            MPI_Buffer_attach(space, space.length);
            MPI_Bsend(buf1, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            MPI_Ssend(buf2, 1, MPI_INT, 1, 2, MPI_COMM_WORLD);
            MPI_Buffer_detach();
        } else {
            MPI_Recv(buf1, 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
            MPI_Recv(buf2, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
            assertEquals(22, buf1[0]);
            assertEquals(11, buf2[0]);
        }
    }

    /** Example 3.7: an exchange that needs no buffering, for short and long messages. */
    @Spmd
    @Rule({"P2P-026", "P2P-035"})
    void shouldExchangeWhenOneSideReceivesFirst() {
        for (int count : new int[] {1, 3_000, 300_000}) {
            float[] out = floats(100 * (rank() + 1), count);
            float[] in = new float[count];
            if (rank() == 0) {
                MPI_Send(out, count, MPI_FLOAT, 1, TAG, MPI_COMM_WORLD);
                MPI_Recv(in, count, MPI_FLOAT, 1, TAG, MPI_COMM_WORLD);
            } else {
                MPI_Recv(in, count, MPI_FLOAT, 0, TAG, MPI_COMM_WORLD);
                MPI_Send(out, count, MPI_FLOAT, 0, TAG, MPI_COMM_WORLD);
            }
            assertArrayEquals(floats(100 * (2 - rank()), count), in);
        }
    }

    /** Example 3.9: both send first; short messages are buffered by the system. */
    @Spmd
    @Rule({"P2P-028"})
    void shouldExchangeShortMessagesWhenBothSendFirst() {
        float[] out = floats(100 * (rank() + 1), 10);
        float[] in = new float[10];
        MPI_Send(out, 10, MPI_FLOAT, 1 - rank(), TAG, MPI_COMM_WORLD);
        MPI_Recv(in, 10, MPI_FLOAT, 1 - rank(), TAG, MPI_COMM_WORLD);
        assertArrayEquals(floats(100 * (2 - rank()), 10), in);
    }

    /** Example 3.10: detached and attached again; the messages of before have left by then. */
    @Spmd
    @Rule({"BUF-009", "BUF-010"})
    void shouldFlushTheBufferByDetachingIt() {
        int[] values = {1, 2, 3};
        if (rank() == 0) {
            byte[] space = new byte[10_000];
            MPI_Buffer_attach(space, space.length);
            MPI_Bsend(values, 3, MPI_INT, 1, TAG, MPI_COMM_WORLD);
            Object[] buffer = new Object[1];
            int[] size = new int[1];
            MPI_Buffer_detach(buffer, size);
            assertSame(space, buffer[0]);
            assertEquals(10_000, size[0]);
            MPI_Buffer_attach(buffer[0], size[0]);
            MPI_Bsend(at(values, 1), 2, MPI_INT, 1, TAG, MPI_COMM_WORLD);
            assertSame(space, MPI_Buffer_detach());
        } else {
            int[] got = new int[5];
            MPI_Recv(got, 3, MPI_INT, 0, TAG, MPI_COMM_WORLD);
            MPI_Recv(at(got, 3), 2, MPI_INT, 0, TAG, MPI_COMM_WORLD);
            assertArrayEquals(new int[] {1, 2, 3, 2, 3}, got);
        }
    }

    /** Example 3.11: computation between start and wait. */
    @Spmd
    @Rule({"NB-001", "NB-003"})
    void shouldComputeWhileATransferRuns() {
        float[] a = rank() == 0 ? floats(1, 1_000) : new float[1_000];
        MPI_Request[] request = new MPI_Request[1];
        if (rank() == 0) {
            MPI_Isend(a, 1_000, MPI_FLOAT, 1, TAG, MPI_COMM_WORLD, request);
        } else {
            MPI_Irecv(a, 1_000, MPI_FLOAT, 0, TAG, MPI_COMM_WORLD, request);
        }
        long sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += i;
        }
        assertEquals(49_995_000, sum);
        MPI_Wait(request, new MPI_Status());
        assertSame(MPI_REQUEST_NULL, request[0]);
        assertArrayEquals(floats(1, 1_000), a);
    }

    /** Example 3.12: requests of sends are freed; the answer proves that each has arrived. */
    @Spmd
    @Rule({"NB-016", "P2P-036"})
    void shouldFreeSendRequestsThatAnAnswerConfirms() {
        float[] in = new float[1];
        float[] out = new float[1];
        MPI_Request[] request = new MPI_Request[1];
        int other = 1 - rank();
        if (rank() == 0) {
            for (int i = 1; i <= 50; i++) {
                out[0] = i;
                MPI_Isend(out, 1, MPI_FLOAT, other, 0, MPI_COMM_WORLD, request);
                MPI_Request_free(request);
                assertSame(MPI_REQUEST_NULL, request[0]);
                MPI_Irecv(in, 1, MPI_FLOAT, other, 0, MPI_COMM_WORLD, request);
                MPI_Wait(request, MPI_STATUS_IGNORE);
                assertEquals(-i, in[0]);
            }
        } else {
            MPI_Irecv(in, 1, MPI_FLOAT, other, 0, MPI_COMM_WORLD, request);
            MPI_Wait(request, MPI_STATUS_IGNORE);
            for (int i = 1; i < 50; i++) {
                out[0] = -in[0];
                assertEquals(i, in[0]);
                MPI_Isend(out, 1, MPI_FLOAT, other, 0, MPI_COMM_WORLD, request);
                MPI_Request_free(request);
                MPI_Irecv(in, 1, MPI_FLOAT, other, 0, MPI_COMM_WORLD, request);
                MPI_Wait(request, MPI_STATUS_IGNORE);
            }
            out[0] = -in[0];
            MPI_Isend(out, 1, MPI_FLOAT, other, 0, MPI_COMM_WORLD, request);
            MPI_Wait(request, MPI_STATUS_IGNORE);
        }
    }

    /** Example 3.13: the order of the starts decides, not that of the waits. */
    @Spmd
    @Rule({"NB-010", "P2P-022", "P2P-023"})
    void shouldMatchInTheOrderOfTheStarts() {
        int[] a = {rank() == 0 ? 11 : -1};
        int[] b = {rank() == 0 ? 22 : -1};
        MPI_Request[] r1 = new MPI_Request[1];
        MPI_Request[] r2 = new MPI_Request[1];
        if (rank() == 0) {
            MPI_Isend(a, 1, MPI_INT, 1, 0, MPI_COMM_WORLD, r1);
            MPI_Isend(b, 1, MPI_INT, 1, 0, MPI_COMM_WORLD, r2);
        } else {
            MPI_Irecv(a, 1, MPI_INT, 0, MPI_ANY_TAG, MPI_COMM_WORLD, r1);
            MPI_Irecv(b, 1, MPI_INT, 0, 0, MPI_COMM_WORLD, r2);
        }
        MPI_Wait(r2, MPI_STATUS_IGNORE);
        MPI_Wait(r1, MPI_STATUS_IGNORE);
        assertEquals(11, a[0]);
        assertEquals(22, b[0]);
    }

    /**
     * Example 3.14: a synchronous send ends although its receiver is blocked in another receive.
     */
    @Spmd
    @Rule({"NB-012", "NB-013", "P2P-031"})
    void shouldProgressWhileTheReceiverWaitsForSomethingElse() {
        int[] a = {rank() == 0 ? 11 : -1};
        int[] b = {rank() == 0 ? 22 : -1};
        if (rank() == 0) {
            MPI_Ssend(a, 1, MPI_INT, 1, 0, MPI_COMM_WORLD);
            MPI_Send(b, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
        } else {
            MPI_Request[] r = new MPI_Request[1];
            MPI_Irecv(a, 1, MPI_INT, 0, 0, MPI_COMM_WORLD, r);
            MPI_Recv(b, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
            MPI_Wait(r, MPI_STATUS_IGNORE);
            assertEquals(11, a[0]);
            assertEquals(22, b[0]);
        }
    }

    /** Example 3.17: an int from one and a real from another, told apart by a probe. */
    @Spmd({3})
    @Rule({"PRB-001", "PRB-002", "PRB-003"})
    void shouldReceiveIntOrRealAsProbed() {
        if (rank() == 0) {
            MPI_Send(new int[] {42}, 1, MPI_INT, 2, 0, MPI_COMM_WORLD);
        } else if (rank() == 1) {
            MPI_Send(new float[] {1.5f}, 1, MPI_FLOAT, 2, 0, MPI_COMM_WORLD);
        } else {
            int[] i = {-1};
            float[] x = {-1};
            MPI_Status status = new MPI_Status();
            for (int n = 0; n < 2; n++) {
                MPI_Probe(MPI_ANY_SOURCE, 0, MPI_COMM_WORLD, status);
                if (status.MPI_SOURCE == 0) {
                    MPI_Recv(i, 1, MPI_INT, 0, 0, MPI_COMM_WORLD, status);
                } else {
                    MPI_Recv(x, 1, MPI_FLOAT, 1, 0, MPI_COMM_WORLD, status);
                }
            }
            assertEquals(42, i[0]);
            assertEquals(1.5f, x[0]);
        }
    }

    /**
     * Example 3.18, which receives from any source after the probe and so may take the other
     * message: harmless only when the room suits both.
     */
    @Spmd({3})
    @Rule({"PRB-013"})
    void shouldGetBothMessagesWhenTheReceiveIgnoresTheProbedSource() {
        if (rank() < 2) {
            MPI_Send(new int[] {40 + rank()}, 4, MPI_BYTE, 2, 0, MPI_COMM_WORLD);
        } else {
            int[] got = new int[2];
            ByteBuffer room = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
            for (int n = 0; n < 2; n++) {
                MPI_Probe(MPI_ANY_SOURCE, 0, MPI_COMM_WORLD);
                MPI_Status taken = MPI_Recv(room, 4, MPI_BYTE, MPI_ANY_SOURCE, 0, MPI_COMM_WORLD);
                got[taken.MPI_SOURCE] = room.getInt(0);
            }
            assertArrayEquals(new int[] {40, 41}, got);
        }
    }
}
