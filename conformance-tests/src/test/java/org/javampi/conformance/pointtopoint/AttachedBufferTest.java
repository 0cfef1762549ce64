package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.MPIException;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.LaunchedJob;
import org.javampi.conformance.harness.Place;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attaching and detaching, derived types, cancelled and persistent messages (MPI-1.1 §3.6). */
class AttachedBufferTest {
    private static final int LARGE = 1 << 20;

    @Spmd({1, 2})
    @Rule({"BUF-001", "BUF-010"})
    void shouldKeepTheFirstBufferWhenASecondIsAttached() {
        byte[] first = new byte[1000];
        MPI_Buffer_attach(first, 1000);
        Errors.expectOneOf(new int[] {MPI_ERR_BUFFER, MPI_ERR_OTHER}, () -> MPI_Buffer_attach(new byte[10], 10));
        Object[] buffer = new Object[1];
        int[] bytes = new int[1];
        MPI_Buffer_detach(buffer, bytes);
        assertSame(first, buffer[0]);
        assertEquals(1000, bytes[0]);
    }

    @Spmd({1, 2})
    @Rule({"BUF-010"})
    void shouldGiveBackWhatWasAttachedAndTakeItAgain() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        Object[] buffers = {new byte[200], ByteBuffer.allocate(200), ByteBuffer.allocateDirect(200)};
        int[] value = {3};
        for (Object given : buffers) {
            for (int bytes : new int[] {200, 150, 200}) {
                MPI_Buffer_attach(given, bytes);
                MPI_Bsend(value, 1, MPI_INT, rank, 1, MPI_COMM_WORLD);
                value[0]++;
                int[] in = new int[1];
                MPI_Recv(in, 1, MPI_INT, rank, 1, MPI_COMM_WORLD);
                assertEquals(value[0] - 1, in[0]);
                Object[] buffer = new Object[1];
                int[] size = new int[1];
                MPI_Buffer_detach(buffer, size);
                assertSame(given, buffer[0]);
                assertEquals(bytes, size[0]);
            }
        }
    }

    @Spmd({1})
    @Rule({"BUF-011"})
    void shouldRefuseANegativeSize() {
        Errors.expectOneOf(new int[] {MPI_ERR_ARG, MPI_ERR_BUFFER}, () -> MPI_Buffer_attach(new byte[10], -1));
        Object[] buffer = new Object[1];
        MPI_Buffer_attach(new byte[10], 10);
        MPI_Buffer_detach(buffer, new int[1]);
    }

    @Spmd({1})
    @Rule({"BUF-012"})
    void shouldEndADetachWhenNothingIsAttached() {
        Object[] buffer = new Object[1];
        int[] size = {-1};
        try {
            MPI_Buffer_detach(buffer, size);
            assertEquals(0, size[0]);
        } catch (MPIException e) {
            assertTrue(e.errorClass() == MPI_ERR_BUFFER || e.errorClass() == MPI_ERR_OTHER, e.getMessage());
        }
    }

    @Spmd({2})
    @Rule({"BUF-016", "BUF-003"})
    void shouldHaveRoomForDerivedAndPackedTypes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int items = 20_000;
        MPI_Datatype strided = MPI_Type_vector(items, 1, 3, MPI_INT);
        MPI_Type_commit(strided);
        int packedBytes = MPI_Pack_size(items, MPI_INT, MPI_COMM_WORLD);
        int room = MPI_Pack_size(1, strided, MPI_COMM_WORLD)
                + MPI_Pack_size(packedBytes, MPI_PACKED, MPI_COMM_WORLD)
                + 2 * MPI_BSEND_OVERHEAD;
        int[] sparse = new int[3 * items];
        int[] dense = new int[items];
        for (int i = 0; i < items; i++) {
            sparse[3 * i] = i;
            dense[i] = i;
        }
        if (rank == 0) {
            MPI_Buffer_attach(new byte[room], room);
            byte[] packed = new byte[packedBytes];
            int[] position = {0};
            MPI_Pack(dense, items, MPI_INT, packed, packedBytes, position, MPI_COMM_WORLD);
            MPI_Bsend(sparse, 1, strided, 1, 1, MPI_COMM_WORLD);
            MPI_Bsend(packed, position[0], MPI_PACKED, 1, 2, MPI_COMM_WORLD);
            Arrays.fill(sparse, 0);
            Arrays.fill(packed, (byte) 0);
            Signal.to(1);
            MPI_Buffer_detach();
        } else {
            Signal.from(0);
            int[] in = new int[items];
            for (int tag = 1; tag <= 2; tag++) {
                Arrays.fill(in, -1);
                MPI_Recv(in, items, MPI_INT, 0, tag, MPI_COMM_WORLD);
                assertArrayEquals(dense, in);
            }
        }
        MPI_Type_free(strided);
    }

    @Spmd({2})
    @Rule({"BUF-017", "CAN-007"})
    void shouldFreeTheRoomOfACancelledMessage() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {100, LARGE}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                int room = n + MPI_BSEND_OVERHEAD;
                MPI_Buffer_attach(new byte[room], room);
                for (int i = 0; i < 5; i++) {
                    MPI_Request send = MPI_Ibsend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                    MPI_Cancel(send);
                    assertTrue(MPI_Test_cancelled(MPI_Wait(send)));
                }
                data[n - 1] = 4;
                MPI_Wait(MPI_Ibsend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD));
                Signal.to(1);
                MPI_Buffer_detach();
                Signal.from(1);
            } else {
                Signal.from(0);
                MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                assertEquals(4, data[n - 1]);
                assertFalse(MPI_Iprobe(0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                Signal.to(0);
            }
        }
    }

    @Spmd({2})
    @Rule({"BUF-019"})
    void shouldTakeRoomForAPersistentSendAtEachStartOnly() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int n = 30_000;
        int messages = 100;
        byte[] data = new byte[n];
        if (rank == 0) {
            int room = n + MPI_BSEND_OVERHEAD;
            MPI_Request[] sends = new MPI_Request[messages];
            for (int i = 0; i < messages; i++) {
                sends[i] = MPI_Bsend_init(data, n, MPI_BYTE, 1, i, MPI_COMM_WORLD);
            }
            MPI_Buffer_attach(new byte[room], room);
            for (int i = 0; i < messages; i++) {
                data[0] = (byte) i;
                MPI_Start(sends[i]);
                MPI_Wait(sends[i], MPI_STATUS_IGNORE);
                data[0] = -1;
                Signal.roundTrip(1);
            }
            for (MPI_Request send : sends) {
                MPI_Request_free(send);
            }
            MPI_Buffer_detach();
        } else {
            for (int i = 0; i < messages; i++) {
                Signal.from(0);
                MPI_Status status = MPI_Recv(data, n, MPI_BYTE, 0, MPI_ANY_TAG, MPI_COMM_WORLD);
                assertEquals(i, status.MPI_TAG);
                assertEquals((byte) i, data[0]);
                Signal.to(0);
            }
        }
    }

    /** Rank 1 receives when it sees rank 0 inside MPI_Finalize, which no message can tell. */
    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    @Rule({"BUF-018"})
    void shouldDeliverWhatIsBufferedWhenTheSenderFinalizes(Place place) throws Exception {
        for (int n : new int[] {100, LARGE}) {
            AtomicReference<Thread> sender = new AtomicReference<>();
            place.world(2).run(rank -> {
                MPI_Init();
                if (rank == 0) {
                    sender.set(Thread.currentThread());
                    bufferAndLeave(n);
                } else {
                    while (!isFinalizing(sender.get())) {
                        Thread.onSpinWait();
                    }
                    receiveBuffered(n);
                }
                MPI_Finalize();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    @Rule({"BUF-018"})
    void shouldDeliverWhatIsBufferedWhenTheProcessEnds(Place place) throws Exception {
        LaunchedJob job = LaunchedJob.run(2, place, Leaving.class);
        assertEquals(0, job.status(), job.err());
    }

    /** Rank 0 sends buffered messages and leaves at once. */
    static final class Leaving {
        private Leaving() {}

        public static void main(String[] args) {
            MPI_Init();
            if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
                bufferAndLeave(LARGE);
            } else {
                receiveBuffered(LARGE);
            }
            MPI_Finalize();
        }
    }

    private static void bufferAndLeave(int n) {
        int room = 2 * (n + MPI_BSEND_OVERHEAD);
        MPI_Buffer_attach(new byte[room], room);
        for (int i = 1; i <= 2; i++) {
            byte[] data = new byte[n];
            Arrays.fill(data, (byte) i);
            MPI_Bsend(data, n, MPI_BYTE, 1, i, MPI_COMM_WORLD);
        }
    }

    private static void receiveBuffered(int n) {
        byte[] data = new byte[n];
        byte[] expected = new byte[n];
        for (int i = 2; i >= 1; i--) {
            MPI_Recv(data, n, MPI_BYTE, 0, i, MPI_COMM_WORLD);
            Arrays.fill(expected, (byte) i);
            assertArrayEquals(expected, data);
        }
    }

    private static boolean isFinalizing(Thread thread) {
        return thread != null
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("MPI_Finalize"));
    }
}
