package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** A message longer than its receive, and the error field of a status (MPI-1.1 §3.2.4, §3.2.5). */
class TruncationTest {
    private static final int UNTOUCHED = 12_345;

    @Spmd({2, 3})
    @Rule({"P2P-013", "P2P-014"})
    void shouldFailAndGoOnWhenTheMessageIsTooLong() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {11, 5_000, 300_000}) {
            for (boolean expected : new boolean[] {false, true}) {
                for (boolean synchronous : new boolean[] {false, true}) {
                    if (rank == 0) {
                        sendTooMuch(n, expected, synchronous);
                    } else if (rank == 1) {
                        receiveTooLittle(n, expected);
                    }
                }
            }
        }
    }

    private static void sendTooMuch(int n, boolean expected, boolean synchronous) {
        int[] data = new int[n];
        Arrays.fill(data, 5);
        if (expected) {
            Signal.from(1);
        }
        Sending mode = synchronous ? Sending.SSEND : Sending.SEND;
        mode.send(data, n, MPI_INT, 1, 8, MPI_COMM_WORLD);
        MPI_Send(new int[] {8}, 1, MPI_INT, 1, 8, MPI_COMM_WORLD);
        MPI_Send(data, n, MPI_INT, 1, 8, MPI_COMM_WORLD);
        Signal.from(1);
    }

    private static void receiveTooLittle(int n, boolean expected) {
        int[] room = new int[n];
        room[n - 1] = 77;
        MPI_Status status = new MPI_Status();
        status.MPI_ERROR = UNTOUCHED;
        if (expected) {
            MPI_Request request = MPI_Irecv(room, n - 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
            Signal.to(0);
            Errors.expect(MPI_ERR_TRUNCATE, () -> MPI_Wait(request, status));
        } else {
            MPI_Probe(0, 8, MPI_COMM_WORLD, status);
            Errors.expect(
                    MPI_ERR_TRUNCATE,
                    () -> MPI_Recv(room, n - 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status));
        }
        assertEquals(77, room[n - 1]);
        assertEquals(0, status.MPI_SOURCE);
        assertEquals(8, status.MPI_TAG);
        assertEquals(UNTOUCHED, status.MPI_ERROR);
        MPI_Recv(room, n, MPI_INT, 0, 8, MPI_COMM_WORLD, status);
        assertEquals(8, room[0]);
        assertEquals(1, MPI_Get_count(status, MPI_INT));
        MPI_Recv(room, n, MPI_INT, 0, 8, MPI_COMM_WORLD, status);
        assertEquals(n, MPI_Get_count(status, MPI_INT));
        assertTrue(Arrays.stream(room).allMatch(value -> value == 5));
        Signal.to(0);
    }

    @Spmd({2})
    @Rule({"P2P-013"})
    void shouldFailWhenThereIsNoRoomAtAll() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {1, 1 << 20}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Send(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            } else {
                Arrays.fill(data, (byte) 3);
                byte[] before = data.clone();
                Errors.expect(MPI_ERR_TRUNCATE, () -> MPI_Recv(data, 0, MPI_BYTE, 0, 1, MPI_COMM_WORLD));
                assertArrayEquals(before, data);
            }
        }
    }

    @Spmd({1})
    @Rule({"P2P-013", "P2P-014"})
    void shouldFailWhenAMessageToItselfIsTooLong() {
        for (int n : new int[] {10, 300_000}) {
            int[] data = new int[n];
            int[] room = new int[n];
            MPI_Request send = MPI_Isend(data, n, MPI_INT, 0, 1, MPI_COMM_WORLD);
            MPI_Status status = new MPI_Status();
            Errors.expect(MPI_ERR_TRUNCATE, () -> MPI_Recv(room, n - 1, MPI_INT, 0, 1, MPI_COMM_WORLD, status));
            assertEquals(0, status.MPI_SOURCE);
            assertEquals(1, status.MPI_TAG);
            MPI_Wait(send, MPI_STATUS_IGNORE);
        }
    }

    @Spmd({2})
    @Rule({"P2P-018"})
    void shouldLeaveTheErrorFieldOfASingleStatusAlone() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] value = {4};
        if (rank == 0) {
            for (int i = 0; i < 5; i++) {
                MPI_Send(value, 1, MPI_INT, 1, i, MPI_COMM_WORLD);
            }
            MPI_Recv(value, 1, MPI_INT, 1, 0, MPI_COMM_WORLD);
            return;
        }
        MPI_Status status = new MPI_Status();
        status.MPI_ERROR = UNTOUCHED;
        MPI_Probe(0, 0, MPI_COMM_WORLD, status);
        assertEquals(UNTOUCHED, status.MPI_ERROR);
        assertTrue(MPI_Iprobe(0, 0, MPI_COMM_WORLD, status));
        assertEquals(UNTOUCHED, status.MPI_ERROR);
        MPI_Recv(value, 1, MPI_INT, 0, 0, MPI_COMM_WORLD, status);
        assertEquals(UNTOUCHED, status.MPI_ERROR);
        MPI_Wait(MPI_Irecv(value, 1, MPI_INT, 0, 1, MPI_COMM_WORLD), status);
        assertEquals(1, status.MPI_TAG);
        assertEquals(UNTOUCHED, status.MPI_ERROR);
        MPI_Request request = MPI_Irecv(value, 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
        boolean done = false;
        while (!done) {
            done = MPI_Test(request, status);
        }
        assertEquals(2, status.MPI_TAG);
        assertEquals(UNTOUCHED, status.MPI_ERROR);
        request = MPI_Irecv(value, 1, MPI_INT, 0, 3, MPI_COMM_WORLD);
        MPI_Waitany(1, new MPI_Request[] {request}, status);
        assertEquals(3, status.MPI_TAG);
        assertEquals(UNTOUCHED, status.MPI_ERROR);
        MPI_Sendrecv(value, 1, MPI_INT, 0, 0, value.clone(), 1, MPI_INT, 0, 4, MPI_COMM_WORLD, status);
        assertEquals(4, status.MPI_TAG);
        assertEquals(UNTOUCHED, status.MPI_ERROR);
    }
}
