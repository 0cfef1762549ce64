package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Buffered mode and the room that it promises (MPI-1.1 §3.4, §3.6). */
class BufferedTest {
    private static final int LARGE = 1 << 20;

    private static byte[] attachRoomFor(int messages, int bytes) {
        byte[] buffer = new byte[messages * (MPI_Pack_size(bytes, MPI_BYTE, MPI_COMM_WORLD) + MPI_BSEND_OVERHEAD)];
        MPI_Buffer_attach(buffer, buffer.length);
        return buffer;
    }

    private static byte[] filled(int n, int value) {
        byte[] data = new byte[n];
        Arrays.fill(data, (byte) value);
        return data;
    }

    private static void expectMessage(int n, int value, int source, int tag) {
        byte[] data = new byte[n];
        MPI_Status status = MPI_Recv(data, n, MPI_BYTE, source, tag, MPI_COMM_WORLD);
        assertEquals(n, MPI_Get_count(status, MPI_BYTE));
        assertTrue(Arrays.equals(filled(n, value), data), () -> n + " bytes of " + value);
    }

    @Spmd({2, 3})
    @Rule({"BUF-002"})
    void shouldReturnWithoutAReceive() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 100, LARGE}) {
            if (rank == 0) {
                attachRoomFor(1, n);
                byte[] data = filled(n, 1);
                MPI_Bsend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                Arrays.fill(data, (byte) 2);
                Signal.roundTrip(1);
                MPI_Buffer_detach();
            } else if (rank == 1) {
                Signal.echo(0);
                expectMessage(n, 1, 0, 1);
            }
        }
    }

    private static final MPI_Datatype[] TYPES = {MPI_BYTE, MPI_SHORT, MPI_INT, MPI_LONG, MPI_FLOAT, MPI_DOUBLE, MPI_CHAR
    };

    /** Room for exactly what is outstanding: 50 messages of 0 to 100 kB. */
    @Spmd({2})
    @Rule({"BUF-003"})
    void shouldHaveRoomForEverythingThatPackSizeCounts() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        long seed = 3_003;
        Random random = new Random(seed);
        MPI_Datatype[] types = new MPI_Datatype[50];
        int[] counts = new int[50];
        int room = 0;
        for (int i = 0; i < 50; i++) {
            types[i] = TYPES[random.nextInt(TYPES.length)];
            int limit = i % 5 == 0 ? 100_000 : 2_000;
            counts[i] = i < 3 ? 0 : random.nextInt(limit / MPI_Type_size(types[i]));
            room += MPI_Pack_size(counts[i], types[i], MPI_COMM_WORLD) + MPI_BSEND_OVERHEAD;
        }
        ByteBuffer data = ByteBuffer.allocate(100_000).order(ByteOrder.nativeOrder());
        if (rank == 0) {
            byte[] buffer = new byte[room];
            MPI_Buffer_attach(buffer, room);
            for (int i = 0; i < 50; i++) {
                Arrays.fill(data.array(), (byte) (i + 1));
                MPI_Bsend(data, counts[i], types[i], 1, i % 7, MPI_COMM_WORLD);
            }
            Signal.to(1);
            MPI_Buffer_detach();
        } else {
            Signal.from(0);
            for (int i = 0; i < 50; i++) {
                MPI_Status status = MPI_Probe(0, i % 7, MPI_COMM_WORLD);
                String message = "seed " + seed + ", message " + i;
                assertEquals(counts[i], MPI_Get_count(status, types[i]), message);
                MPI_Recv(data, counts[i], types[i], 0, i % 7, MPI_COMM_WORLD);
                for (int at = 0; at < counts[i] * MPI_Type_size(types[i]); at++) {
                    assertEquals(i + 1, data.get(at), message);
                }
            }
        }
    }

    /** One of two things is allowed, and nothing else: the message is buffered, or refused. */
    private static boolean tryBsend(byte[] data, int dest, int tag) {
        try {
            MPI_Bsend(data, data.length, MPI_BYTE, dest, tag, MPI_COMM_WORLD);
            return true;
        } catch (MPIException e) {
            assertEquals(MPI_ERR_BUFFER, e.errorClass(), e.getMessage());
            return false;
        }
    }

    /** Sends the number of messages that were accepted with tag 2, to be received after them. */
    private static void tell(int accepted) {
        MPI_Send(new int[] {accepted}, 1, MPI_INT, 1, 2, MPI_COMM_WORLD);
    }

    private static int told() {
        int[] accepted = new int[1];
        MPI_Recv(accepted, 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
        return accepted[0];
    }

    @Spmd({2})
    @Rule({"BUF-004", "BUF-006"})
    void shouldRefuseOrDeliverWhenThereIsNoRoom() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        if (rank == 0) {
            attachRoomFor(1, LARGE);
            int accepted = 0;
            boolean refused = false;
            for (int i = 1; i <= 4; i++) {
                boolean taken = tryBsend(filled(LARGE, accepted + 1), 1, 1);
                accepted += taken ? 1 : 0;
                refused |= !taken;
            }
            assertTrue(accepted >= 1 && (refused || accepted == 4));
            tell(accepted);
            MPI_Buffer_detach();
        } else {
            int accepted = told();
            for (int i = 1; i <= accepted; i++) {
                expectMessage(LARGE, i, 0, 1);
            }
        }
    }

    @Spmd({2})
    @Rule({"BUF-005"})
    void shouldRefuseOrDeliverWhenNoBufferIsAttached() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 1, LARGE}) {
            if (rank == 0) {
                tell(tryBsend(filled(n, 1), 1, 1) ? 1 : 0);
            } else if (told() == 1) {
                expectMessage(n, 1, 0, 1);
            }
        }
    }

    @Spmd({2})
    @Rule({"BUF-007"})
    void shouldReuseTheRoomOfMessagesThatHaveLeft() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int rounds = 3000;
        byte[] reply = new byte[0];
        for (int n : new int[] {200, 40_000}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                attachRoomFor(1, n);
                for (int i = 0; i < rounds; i++) {
                    data[n - 1] = (byte) i;
                    MPI_Bsend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                    MPI_Recv(reply, 0, MPI_BYTE, 1, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                }
                MPI_Buffer_detach();
            } else {
                for (int i = 0; i < rounds; i++) {
                    MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                    assertEquals((byte) i, data[n - 1]);
                    MPI_Send(reply, 0, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                }
            }
        }
    }

    /** Messages of changing sizes run around the buffer many times, three of them at once. */
    @Spmd({2})
    @Rule({"BUF-007", "BUF-021"})
    void shouldReuseTheRoomInTheOrderOfSending() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        long seed = 7_007;
        Random random = new Random(seed);
        int limit = 30_000;
        if (rank == 0) {
            attachRoomFor(6, limit);
        }
        for (int i = 0; i < 300; i++) {
            int n = random.nextInt(limit);
            int value = i;
            if (rank == 0) {
                MPI_Bsend(filled(n, value), n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                if (i >= 2) {
                    Signal.from(1);
                }
            } else {
                expectMessage(n, value, 0, 1);
                Signal.to(0);
            }
        }
        if (rank == 0) {
            Signal.from(1);
            Signal.from(1);
            MPI_Buffer_detach();
        }
    }

    /**
     * The sender overwrites the buffer once it has it back; large messages are still wanted then.
     */
    @Spmd({2})
    @Rule({"BUF-009"})
    void shouldNotDetachBeforeTheMessagesHaveLeft() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {100, LARGE}) {
            if (rank == 0) {
                byte[] buffer = attachRoomFor(3, n);
                for (int i = 1; i <= 3; i++) {
                    MPI_Bsend(filled(n, i), n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                }
                Signal.to(1);
                assertSame(buffer, MPI_Buffer_detach());
                Arrays.fill(buffer, (byte) 99);
                Signal.to(1);
            } else {
                Signal.from(0);
                for (int i = 0; i < 50; i++) {
                    MPI_Iprobe(0, 5, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                }
                if (n < LARGE) {
                    Signal.from(0);
                }
                for (int i = 1; i <= 3; i++) {
                    expectMessage(n, i, 0, 1);
                }
                if (n == LARGE) {
                    Signal.from(0);
                }
            }
        }
    }

    @Spmd({2})
    @Rule({"BUF-013"})
    void shouldServeNoOtherModeFromTheBuffer() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        if (rank == 0) {
            MPI_Buffer_attach(new byte[1], 1);
        }
        for (int n : new int[] {0, 1, 10_000, LARGE}) {
            for (Sending sending : Sending.values()) {
                if (sending.isBuffered() || sending.isReady()) {
                    continue;
                }
                if (rank == 0) {
                    sending.send(filled(n, 3), n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                } else {
                    expectMessage(n, 3, 0, 1);
                }
            }
        }
        if (rank == 0) {
            MPI_Buffer_detach();
        }
    }

    @Spmd({2})
    @Rule({"BUF-014"})
    void shouldCompleteANonBlockingSendWithoutAReceive() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 100, LARGE}) {
            if (rank == 0) {
                attachRoomFor(1, n);
                byte[] data = filled(n, 4);
                MPI_Request send = MPI_Ibsend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                MPI_Wait(send);
                Arrays.fill(data, (byte) 5);
                Signal.to(1);
                MPI_Buffer_detach();
            } else {
                Signal.from(0);
                expectMessage(n, 4, 0, 1);
            }
        }
    }

    @Spmd({2})
    @Rule({"BUF-020"})
    void shouldServeAllCommunicatorsFromOneBuffer() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int n = 50_000;
        MPI_Comm copy = MPI_Comm_dup(MPI_COMM_WORLD);
        byte[] in = new byte[n];
        if (rank == 0) {
            attachRoomFor(3, n);
            MPI_Bsend(filled(n, 1), n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            MPI_Bsend(filled(n, 2), n, MPI_BYTE, 0, 1, MPI_COMM_SELF);
            MPI_Bsend(filled(n, 3), n, MPI_BYTE, 1, 1, copy);
            Signal.to(1);
            MPI_Recv(in, n, MPI_BYTE, 0, 1, MPI_COMM_SELF);
            assertEquals(2, in[n - 1]);
            MPI_Buffer_detach();
        } else {
            Signal.from(0);
            MPI_Recv(in, n, MPI_BYTE, 0, 1, copy);
            assertEquals(3, in[n - 1]);
            expectMessage(n, 1, 0, 1);
        }
        MPI_Comm_free(copy);
    }

    @Spmd({2})
    @Rule({"BUF-021", "P2P-021"})
    void shouldKeepTheOrderWithOtherSends() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int n = 100_000;
        if (rank == 0) {
            attachRoomFor(2, n);
            Signal.from(1);
            MPI_Bsend(filled(n, 1), n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            MPI_Send(filled(10, 2), 10, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            MPI_Bsend(filled(1, 3), 1, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            MPI_Buffer_detach();
        } else {
            Signal.to(0);
            expectMessage(n, 1, 0, 1);
            expectMessage(10, 2, 0, 1);
            expectMessage(1, 3, 0, 1);
        }
    }
}
