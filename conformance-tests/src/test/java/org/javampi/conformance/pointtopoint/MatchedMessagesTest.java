package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Matching probes, and send-receive as one request (MPI-4.1 §3.8.2, §3.8.3, §3.10). */
class MatchedMessagesTest {
    private static final int LONG_MESSAGE = 1_000_000;

    @Spmd(2)
    @Rule({"MPR-001", "MPR-002", "MPR-003"})
    void shouldReceiveTheVeryMessageThatWasProbed() {
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            MPI_Send(new int[] {1}, 1, MPI_INT, 1, 5, MPI_COMM_WORLD);
            MPI_Request large = MPI_Isend(new int[LONG_MESSAGE], LONG_MESSAGE, MPI_INT, 1, 5, MPI_COMM_WORLD);
            MPI_Ssend(new int[] {3}, 1, MPI_INT, 1, 5, MPI_COMM_WORLD);
            MPI_Wait(large);
            return;
        }
        MPI_Message[] first = new MPI_Message[1];
        MPI_Message[] second = new MPI_Message[1];
        MPI_Status status = new MPI_Status();
        MPI_Mprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, first, status);
        assertEquals(0, status.MPI_SOURCE);
        assertEquals(5, status.MPI_TAG);
        assertEquals(1, MPI_Get_count(status, MPI_INT));
        MPI_Mprobe(0, 5, MPI_COMM_WORLD, second, status);
        assertEquals(LONG_MESSAGE, MPI_Get_count(status, MPI_INT));
        // What was probed is out of matching: a receive gets the third.
        int[] got = new int[1];
        MPI_Recv(got, 1, MPI_INT, 0, 5, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        assertEquals(3, got[0]);
        int[] large = new int[LONG_MESSAGE];
        MPI_Request request = MPI_Imrecv(large, LONG_MESSAGE, MPI_INT, second);
        assertSame(MPI_MESSAGE_NULL, second[0]);
        MPI_Message copy = first[0];
        MPI_Status received = MPI_Mrecv(got, 1, MPI_INT, first);
        assertSame(MPI_MESSAGE_NULL, first[0]);
        assertEquals(1, got[0]);
        assertEquals(0, received.MPI_SOURCE);
        assertEquals(5, received.MPI_TAG);
        received = MPI_Wait(request);
        assertEquals(LONG_MESSAGE, MPI_Get_count(received, MPI_INT));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Mrecv(got, 1, MPI_INT, first));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Mrecv(got, 1, MPI_INT, new MPI_Message[] {copy}));
    }

    @Spmd(2)
    @Rule({"MPR-004", "MPR-005", "MPR-006"})
    void shouldProbeWithoutWaiting() {
        MPI_Message[] message = {MPI_MESSAGE_NULL};
        MPI_Status status = new MPI_Status();
        assertTrue(MPI_Improbe(MPI_PROC_NULL, 0, MPI_COMM_WORLD, message, status));
        assertSame(MPI_MESSAGE_NO_PROC, message[0]);
        status = MPI_Mrecv(null, 0, MPI_INT, message);
        assertEquals(MPI_PROC_NULL, status.MPI_SOURCE);
        assertSame(MPI_MESSAGE_NULL, message[0]);
        message[0] = MPI_MESSAGE_NO_PROC;
        assertEquals(MPI_PROC_NULL, MPI_Wait(MPI_Imrecv(null, 0, MPI_INT, message)).MPI_SOURCE);
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Send(new int[] {1, 2}, 2, MPI_INT, 1, 6, MPI_COMM_WORLD);
            return;
        }
        assertFalse(MPI_Improbe(0, 6, MPI_COMM_WORLD, message, status));
        assertSame(MPI_MESSAGE_NULL, message[0]);
        MPI_Barrier(MPI_COMM_WORLD);
        while (!MPI_Improbe(0, 6, MPI_COMM_WORLD, message, status)) {
            Thread.onSpinWait();
        }
        // Errors come before effects: the message can still be received.
        int[] small = new int[1];
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Mrecv(small, 2, MPI_INT, message));
        Errors.expect(MPI_ERR_TRUNCATE, () -> MPI_Mrecv(small, 1, MPI_INT, message));
        assertEquals(1, small[0]);
        Errors.expect(MPI_ERR_RANK, () -> MPI_Mprobe(9, 0, MPI_COMM_WORLD, message, MPI_STATUS_IGNORE));
        Errors.expect(MPI_ERR_TAG, () -> MPI_Mprobe(0, -7, MPI_COMM_WORLD, message, MPI_STATUS_IGNORE));
    }

    @Spmd(2)
    @Rule("MPR-007")
    void shouldLetThreadsProbeSideBySide() throws Exception {
        int messages = 400;
        int threads = 4;
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            for (int i = 0; i < messages; i++) {
                int[] data = new int[1 + i % 7];
                data[0] = i;
                MPI_Send(data, data.length, MPI_INT, 1, 8, MPI_COMM_WORLD);
            }
            return;
        }
        AtomicIntegerArray seen = new AtomicIntegerArray(messages);
        Thread[] workers = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            workers[t] = new Thread(() -> {
                MPI_Message[] message = new MPI_Message[1];
                MPI_Status status = new MPI_Status();
                for (int k = 0; k < messages / threads; k++) {
                    MPI_Mprobe(0, 8, MPI_COMM_WORLD, message, status);
                    int[] data = new int[MPI_Get_count(status, MPI_INT)];
                    MPI_Mrecv(data, data.length, MPI_INT, message, MPI_STATUS_IGNORE);
                    if (data.length == 1 + data[0] % 7) {
                        seen.incrementAndGet(data[0]);
                    }
                }
            });
            workers[t].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        for (int i = 0; i < messages; i++) {
            assertEquals(1, seen.get(i), "message " + i);
        }
    }

    @Spmd(1)
    @Rule("MPR-001")
    void shouldProbeMessagesToItself() {
        MPI_Message[] message = new MPI_Message[1];
        MPI_Request send = MPI_Issend(new int[] {4}, 1, MPI_INT, 0, 1, MPI_COMM_SELF);
        MPI_Mprobe(0, 1, MPI_COMM_SELF, message, MPI_STATUS_IGNORE);
        assertFalse(MPI_Test(send, MPI_STATUS_IGNORE));
        int[] got = new int[1];
        MPI_Mrecv(got, 1, MPI_INT, message);
        MPI_Wait(send);
        assertEquals(4, got[0]);
    }

    @Spmd({2, 3})
    @Rule({"ISR-001", "ISR-002", "ISR-003"})
    void shouldExchangeAsOneRequest() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int right = (rank + 1) % size;
        int left = (rank + size - 1) % size;
        for (int length : new int[] {1, 300_000}) {
            int[] out = new int[length];
            int[] in = new int[length];
            Arrays.fill(out, rank);
            MPI_Request request =
                    MPI_Isendrecv(out, length, MPI_INT, right, 1, in, length, MPI_INT, left, 1, MPI_COMM_WORLD);
            MPI_Status status = MPI_Wait(request);
            assertEquals(left, status.MPI_SOURCE);
            assertEquals(length, MPI_Get_count(status, MPI_INT));
            assertEquals(left, in[length - 1]);
            MPI_Wait(MPI_Isendrecv_replace(out, length, MPI_INT, right, 2, left, 2, MPI_COMM_WORLD));
            int[] expected = new int[length];
            Arrays.fill(expected, left);
            assertArrayEquals(expected, out);
        }
        int[] one = {rank};
        int[] none = {-1};
        boolean first = rank == 0;
        boolean last = rank == size - 1;
        MPI_Status status = MPI_Wait(MPI_Isendrecv(
                one,
                1,
                MPI_INT,
                last ? MPI_PROC_NULL : right,
                3,
                none,
                1,
                MPI_INT,
                first ? MPI_PROC_NULL : left,
                3,
                MPI_COMM_WORLD));
        assertEquals(first ? MPI_PROC_NULL : left, status.MPI_SOURCE);
        assertEquals(first ? -1 : left, none[0]);
        Errors.expect(
                MPI_ERR_RANK, () -> MPI_Isendrecv(one, 1, MPI_INT, 99, 1, none, 1, MPI_INT, 0, 1, MPI_COMM_WORLD));
        Errors.expect(
                MPI_ERR_BUFFER, () -> MPI_Isendrecv(one, 2, MPI_INT, 0, 1, none, 1, MPI_INT, 0, 1, MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_TAG, () -> MPI_Isendrecv_replace(one, 1, MPI_INT, 0, -1, 0, 1, MPI_COMM_WORLD));
    }
}
