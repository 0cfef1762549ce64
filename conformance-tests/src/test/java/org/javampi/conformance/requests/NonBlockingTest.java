package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Starting and completing single operations (MPI-1.1 §3.7). */
class NonBlockingTest {
    private static final int LARGE = 1 << 20;
    private static final int GO = 99;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    /** Lets the other rank go on. */
    private static void tell(int other) {
        MPI_Send(null, 0, MPI_BYTE, other, GO, MPI_COMM_WORLD);
    }

    private static void hear(int other) {
        MPI_Recv(null, 0, MPI_BYTE, other, GO, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    }

    @Spmd
    @Rule({"NB-001", "NB-011", "NB-015", "NB-019"})
    void shouldReturnAtOnceWhenThePeerDoesNothing() {
        byte[] data = new byte[LARGE];
        if (rank() == 0) {
            // The peer waits for the word that comes after all of these.
            MPI_Request[] all = new MPI_Request[3];
            all[0] = MPI_Isend(data, LARGE, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            all[1] = MPI_Issend(data, 1, MPI_BYTE, 1, 2, MPI_COMM_WORLD);
            all[2] = MPI_Irecv(new byte[1], 1, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
            assertFalse(MPI_Test(all[0], MPI_STATUS_IGNORE));
            assertFalse(MPI_Test(all[1], MPI_STATUS_IGNORE));
            assertFalse(MPI_Test(all[2], MPI_STATUS_IGNORE));
            tell(1);
            MPI_Waitall(3, all, MPI_STATUSES_IGNORE);
        } else {
            hear(0);
            MPI_Recv(data, 1, MPI_BYTE, 0, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Recv(data, LARGE, MPI_BYTE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Send(data, 1, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
        }
    }

    @Spmd
    @Rule({"NB-002", "NB-003", "NB-022", "NB-025"})
    void shouldGiveEachStartARequestOfItsOwn() {
        int n = 20_000;
        MPI_Request[] requests = new MPI_Request[n];
        int[] data = new int[n];
        for (int i = 0; i < n; i++) {
            data[i] = rank() == 0 ? i : -1;
            requests[i] = rank() == 0
                    ? MPI_Isend(at(data, i), 1, MPI_INT, 1, 4, MPI_COMM_WORLD)
                    : MPI_Irecv(at(data, i), 1, MPI_INT, 0, 4, MPI_COMM_WORLD);
            assertNotSame(MPI_REQUEST_NULL, requests[i]);
        }
        Set<MPI_Request> distinct = new HashSet<>(Arrays.asList(requests));
        assertEquals(n, distinct.size());
        // Completed from the last to the first.
        MPI_Request[] one = new MPI_Request[1];
        for (int i = n - 1; i >= 0; i--) {
            one[0] = requests[i];
            MPI_Wait(one, MPI_STATUS_IGNORE);
            assertSame(MPI_REQUEST_NULL, one[0]);
            assertEquals(i, data[i]);
        }
    }

    @Spmd
    @Rule({"NB-004", "NB-008", "NB-014"})
    void shouldLeaveTheRequestAloneUntilTestIsTrue() {
        int[] data = {5};
        if (rank() == 0) {
            MPI_Request[] request = {MPI_Irecv(data, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD)};
            MPI_Request kept = request[0];
            boolean[] flag = new boolean[1];
            MPI_Test(request, flag, MPI_STATUS_IGNORE);
            assertFalse(flag[0]);
            assertSame(kept, request[0]);
            tell(1);
            MPI_Status status = new MPI_Status();
            while (!flag[0]) {
                assertSame(kept, request[0]);
                MPI_Test(request, flag, status);
            }
            assertSame(MPI_REQUEST_NULL, request[0]);
            assertEquals(1, status.MPI_SOURCE);
            assertEquals(17, status.MPI_TAG);
            assertEquals(1, MPI_Get_count(status, MPI_INT));
            assertEquals(41, data[0]);
        } else {
            hear(0);
            MPI_Send(new int[] {41}, 1, MPI_INT, 0, 17, MPI_COMM_WORLD);
        }
    }

    static void assertEmpty(MPI_Status status) {
        assertEquals(MPI_ANY_SOURCE, status.MPI_SOURCE);
        assertEquals(MPI_ANY_TAG, status.MPI_TAG);
        assertEquals(MPI_SUCCESS, status.MPI_ERROR);
        assertEquals(0, MPI_Get_count(status, MPI_DOUBLE));
        assertEquals(0, MPI_Get_elements(status, MPI_INT));
        assertFalse(MPI_Test_cancelled(status));
    }

    static MPI_Status garbage() {
        MPI_Status status = new MPI_Status();
        status.MPI_SOURCE = 7;
        status.MPI_TAG = 8;
        status.MPI_ERROR = 9;
        return status;
    }

    @Spmd(1)
    @Rule({"NB-005", "NB-006", "NB-007", "CAN-012", "V12-011"})
    void shouldGiveTheEmptyStatusForWhatIsNotActive() {
        MPI_Request[] request = {MPI_REQUEST_NULL};
        MPI_Status status = garbage();
        MPI_Wait(request, status);
        assertEmpty(status);
        status = garbage();
        boolean[] flag = {false};
        MPI_Test(request, flag, status);
        assertTrue(flag[0]);
        assertEmpty(status);

        int[] in = new int[1];
        MPI_Request[] persistent = {MPI_Recv_init(in, 1, MPI_INT, 0, 1, MPI_COMM_WORLD)};
        MPI_Request handle = persistent[0];
        for (int round = 0; round < 2; round++) {
            status = garbage();
            MPI_Wait(persistent, status);
            assertEmpty(status);
            status = garbage();
            flag[0] = false;
            MPI_Test(persistent, flag, status);
            assertTrue(flag[0]);
            assertEmpty(status);
            assertSame(handle, persistent[0]);
            MPI_Start(persistent);
            MPI_Send(new int[] {round}, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
            MPI_Wait(persistent, MPI_STATUS_IGNORE);
            assertEquals(round, in[0]);
        }
        MPI_Request_free(persistent);
    }

    @Spmd
    @Rule({"NB-009", "V12-004"})
    void shouldTellThatASendWasNotCancelled() {
        if (rank() == 0) {
            MPI_Status status = new MPI_Status();
            MPI_Request request = MPI_Isend(new int[1], 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            MPI_Wait(request, status);
            assertFalse(MPI_Test_cancelled(status));
        } else {
            MPI_Recv(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
    }

    @Spmd
    @Rule("NB-010")
    void shouldMatchInTheOrderOfTheStarts() {
        for (int n : new int[] {1, LARGE}) {
            byte[] first = new byte[n];
            byte[] second = new byte[n];
            MPI_Request[] r = new MPI_Request[2];
            if (rank() == 0) {
                Arrays.fill(first, (byte) 1);
                Arrays.fill(second, (byte) 2);
                r[0] = MPI_Isend(first, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                r[1] = MPI_Isend(second, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
            } else {
                r[0] = MPI_Irecv(first, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                r[1] = MPI_Irecv(second, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
            }
            MPI_Wait(r[1], MPI_STATUS_IGNORE);
            MPI_Wait(r[0], MPI_STATUS_IGNORE);
            assertEquals(1, first[n - 1]);
            assertEquals(2, second[n - 1]);
        }
    }

    @Spmd
    @Rule({"NB-016", "NB-017", "INI-008"})
    void shouldFinishWhatHasBeenFreed() {
        for (int n : new int[] {1, LARGE}) {
            byte[] data = new byte[n];
            MPI_Request[] request = new MPI_Request[1];
            if (rank() == 0) {
                data[n - 1] = 6;
                request[0] = MPI_Isend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                MPI_Request_free(request);
                assertSame(MPI_REQUEST_NULL, request[0]);
                hear(1);
                request[0] = MPI_Irecv(data, n, MPI_BYTE, 1, 2, MPI_COMM_WORLD);
                MPI_Request_free(request);
                assertSame(MPI_REQUEST_NULL, request[0]);
                tell(1);
                MPI_Recv(new byte[n], n, MPI_BYTE, 1, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                assertEquals(8, data[n - 1]);
            } else {
                MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                assertEquals(6, data[n - 1]);
                tell(0);
                hear(0);
                data[n - 1] = 8;
                MPI_Ssend(data, n, MPI_BYTE, 0, 2, MPI_COMM_WORLD);
                MPI_Send(data, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
            }
        }
    }

    @Spmd
    @Rule({"NB-018", "NB-020"})
    void shouldRefuseToFreeNothingAndSendToAReadyReceive() {
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Request_free(new MPI_Request[] {MPI_REQUEST_NULL}));
        int[] data = {rank()};
        if (rank() == 0) {
            MPI_Request request = MPI_Irecv(data, 1, MPI_INT, 1, 5, MPI_COMM_WORLD);
            tell(1);
            MPI_Wait(request, MPI_STATUS_IGNORE);
            assertEquals(1, data[0]);
        } else {
            hear(0);
            MPI_Wait(MPI_Irsend(data, 1, MPI_INT, 0, 5, MPI_COMM_WORLD), MPI_STATUS_IGNORE);
        }
    }

    @Spmd
    @Rule({"NB-023", "MUL-023", "P2P-018"})
    void shouldReturnTheErrorOfTheOperationFromItsCompletion() {
        int[] small = new int[1];
        for (int way = 0; way < 4; way++) {
            if (rank() == 0) {
                MPI_Send(new int[2], 2, MPI_INT, 1, way, MPI_COMM_WORLD);
                continue;
            }
            MPI_Status status = garbage();
            MPI_Request[] request = {MPI_Irecv(small, 1, MPI_INT, 0, way, MPI_COMM_WORLD)};
            int[] index = new int[1];
            boolean[] flag = new boolean[1];
            int how = way;
            Errors.expect(MPI_ERR_TRUNCATE, () -> {
                switch (how) {
                    case 0 -> MPI_Wait(request, status);
                    case 1 -> MPI_Waitany(1, request, index, status);
                    case 2 -> {
                        while (!flag[0]) {
                            MPI_Test(request, flag, status);
                        }
                    }
                    default -> {
                        while (!flag[0]) {
                            MPI_Testany(1, request, index, flag, status);
                        }
                    }
                }
            });
            assertEquals(9, status.MPI_ERROR);
            assertSame(MPI_REQUEST_NULL, request[0]);
        }
    }

    @Spmd
    @Rule("NB-026")
    void shouldNotChangeACopiedHandle() {
        int[] data = new int[1];
        int other = 1 - rank();
        MPI_Request[] first = {MPI_Irecv(data, 1, MPI_INT, other, 1, MPI_COMM_WORLD)};
        MPI_Request copy = first[0];
        MPI_Send(new int[] {3}, 1, MPI_INT, other, 1, MPI_COMM_WORLD);
        MPI_Wait(first, MPI_STATUS_IGNORE);
        assertSame(MPI_REQUEST_NULL, first[0]);
        assertNotSame(MPI_REQUEST_NULL, copy);
        // What the standard calls dangling behaves as the null request here.
        MPI_Status status = garbage();
        MPI_Wait(copy, status);
        assertEmpty(status);
    }

    @Spmd(1)
    @Rule({"NB-027", "P2P-011"})
    void shouldExchangeWithItselfInAnyOrder() {
        for (int n : new int[] {0, 1, 1000, 4 * LARGE}) {
            for (boolean sendFirst : new boolean[] {true, false}) {
                byte[] out = new byte[n];
                byte[] in = new byte[n];
                Arrays.fill(out, (byte) 4);
                MPI_Request[] both = new MPI_Request[2];
                if (sendFirst) {
                    both[0] = MPI_Isend(out, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                }
                both[1] = MPI_Irecv(in, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                if (!sendFirst) {
                    both[0] = MPI_Isend(out, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                }
                MPI_Waitall(2, both, MPI_STATUSES_IGNORE);
                assertArrayEquals(out, in);
            }
        }
    }
}
