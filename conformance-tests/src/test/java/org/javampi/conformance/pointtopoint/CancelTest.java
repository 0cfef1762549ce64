package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Cancelling receives, and what holds for every cancellation (MPI-1.1 §3.8). */
class CancelTest {
    @Spmd({1, 2})
    @Rule({"CAN-001", "CAN-002", "CAN-005"})
    void shouldCancelAnUnmatchedReceive() {
        int[] room = {5, 6, 7};
        for (int source : new int[] {0, MPI_ANY_SOURCE}) {
            MPI_Request[] request = new MPI_Request[1];
            MPI_Irecv(room, 3, MPI_INT, source, 3, MPI_COMM_WORLD, request);
            MPI_Request handle = request[0];
            MPI_Cancel(request);
            assertSame(handle, request[0]);
            assertNotSame(MPI_REQUEST_NULL, request[0]);
            MPI_Status status = new MPI_Status();
            MPI_Wait(request, status);
            assertSame(MPI_REQUEST_NULL, request[0]);
            assertTrue(MPI_Test_cancelled(status));
            assertArrayEquals(new int[] {5, 6, 7}, room);
        }
    }

    @Spmd({1, 2})
    @Rule({"CAN-003", "CAN-002"})
    void shouldCompleteACancelledReceiveByTestingIt() {
        MPI_Request receive = MPI_Irecv(new int[1], 1, MPI_INT, 0, 3, MPI_COMM_WORLD);
        MPI_Cancel(receive);
        MPI_Status status = new MPI_Status();
        boolean done = false;
        while (!done) {
            done = MPI_Test(receive, status);
        }
        assertTrue(MPI_Test_cancelled(status));
    }

    /** Rank 1 has posted nothing and is blocked in a receive of something else. */
    @Spmd({2, 3})
    @Rule({"CAN-001", "CAN-003"})
    void shouldCompleteACancelledSendWhateverTheReceiverDoes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 1, 1 << 20}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Status status = new MPI_Status();
                MPI_Request waited = MPI_Issend(data, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                MPI_Request tested = MPI_Issend(data, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                MPI_Cancel(waited);
                MPI_Wait(waited, status);
                assertTrue(MPI_Test_cancelled(status));
                MPI_Cancel(tested);
                boolean done = false;
                while (!done) {
                    done = MPI_Test(tested, status);
                }
                assertTrue(MPI_Test_cancelled(status));
                Signal.to(1);
                Signal.from(1);
            } else if (rank == 1) {
                Signal.from(0);
                assertFalse(MPI_Iprobe(0, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                Signal.to(0);
            }
        }
    }

    @Spmd({2})
    @Rule({"CAN-006"})
    void shouldGiveTheMessageToAnotherReceiveWhenTheFirstIsCancelled() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {1, 100_000}) {
            byte[] first = new byte[n];
            byte[] second = new byte[n];
            if (rank == 0) {
                Signal.from(1);
                Arrays.fill(first, (byte) 4);
                MPI_Send(first, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
            } else {
                MPI_Request receive = MPI_Irecv(first, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                MPI_Cancel(receive);
                assertTrue(MPI_Test_cancelled(MPI_Wait(receive)));
                Signal.to(0);
                MPI_Recv(second, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                assertEquals(4, second[n - 1]);
                assertEquals(0, first[n - 1]);
            }
        }
    }

    /** The sender sends while the receiver cancels: who has won is the same for both. */
    @Spmd({2})
    @Rule({"CAN-004"})
    void shouldEitherCancelTheReceiveOrReceive() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] number = new int[1];
        for (int i = 1; i <= 1000; i++) {
            if (rank == 0) {
                number[0] = i;
                Signal.from(1);
                MPI_Send(number, 1, MPI_INT, 1, 3, MPI_COMM_WORLD);
            } else {
                number[0] = 0;
                MPI_Request receive = MPI_Irecv(number, 1, MPI_INT, 0, 3, MPI_COMM_WORLD);
                Signal.to(0);
                for (int spin = 0; spin < i % 40 * 50; spin++) {
                    Thread.onSpinWait();
                }
                MPI_Cancel(receive);
                if (MPI_Test_cancelled(MPI_Wait(receive))) {
                    assertEquals(0, number[0]);
                    MPI_Recv(number, 1, MPI_INT, 0, 3, MPI_COMM_WORLD);
                }
                assertEquals(i, number[0]);
                assertFalse(MPI_Iprobe(0, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
            }
        }
    }

    @Spmd({2})
    @Rule({"CAN-010"})
    void shouldCancelOnlyTheCurrentRoundOfAPersistentReceive() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] data = new byte[1];
        if (rank == 0) {
            Signal.from(1);
            MPI_Send(new byte[] {4}, 1, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
        } else {
            MPI_Request receive = MPI_Recv_init(data, 1, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
            MPI_Status status = new MPI_Status();
            for (int i = 0; i < 3; i++) {
                MPI_Start(receive);
                MPI_Cancel(receive);
                MPI_Wait(receive, status);
                assertTrue(MPI_Test_cancelled(status));
                MPI_Wait(receive, status);
                assertFalse(MPI_Test_cancelled(status));
                assertEquals(MPI_ANY_SOURCE, status.MPI_SOURCE);
            }
            MPI_Start(receive);
            Signal.to(0);
            MPI_Wait(receive, status);
            assertFalse(MPI_Test_cancelled(status));
            assertEquals(0, status.MPI_SOURCE);
            assertEquals(4, data[0]);
            MPI_Request_free(receive);
        }
    }

    @Spmd({2})
    @Rule({"CAN-011", "CAN-012"})
    void shouldChangeNothingWhenTheReceiveIsMatchedAlready() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {1, 100_000}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                Arrays.fill(data, (byte) 4);
                Signal.from(1);
                MPI_Request send = MPI_Issend(data, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                Signal.to(1);
                Signal.from(1);
                MPI_Cancel(send);
                assertFalse(MPI_Test_cancelled(MPI_Wait(send)));
            } else {
                MPI_Request receive = MPI_Irecv(data, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                Signal.to(0);
                Signal.from(0);
                MPI_Cancel(receive);
                MPI_Status status = MPI_Wait(receive);
                assertFalse(MPI_Test_cancelled(status));
                assertEquals(n, MPI_Get_count(status, MPI_BYTE));
                assertEquals(4, data[n - 1]);
                Signal.to(0);
            }
        }
    }

    @Spmd({1})
    @Rule({"CAN-012"})
    void shouldNotCallANormalOrAnEmptyStatusCancelled() {
        int[] value = {1};
        MPI_Request send = MPI_Isend(value, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        assertFalse(MPI_Test_cancelled(MPI_Recv(value, 1, MPI_INT, 0, 1, MPI_COMM_WORLD)));
        assertFalse(MPI_Test_cancelled(MPI_Wait(send)));
        MPI_Request receive = MPI_Irecv(value, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        MPI_Cancel(receive);
        MPI_Status status = MPI_Wait(receive);
        assertTrue(MPI_Test_cancelled(status));
        MPI_Wait(new MPI_Request[] {MPI_REQUEST_NULL}, status);
        assertFalse(MPI_Test_cancelled(status));
        MPI_Recv(value, 1, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD, status);
        assertFalse(MPI_Test_cancelled(status));
    }

    @Spmd({2})
    @Rule({"CAN-014"})
    void shouldNotDisturbTheOrderOfTheOtherReceives() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int cancelled = 0; cancelled < 3; cancelled++) {
            for (int n : new int[] {1, 30_000}) {
                int[][] room = new int[3][n];
                if (rank == 0) {
                    Signal.from(1);
                    for (int i = 1; i <= 2; i++) {
                        room[0][n - 1] = i;
                        MPI_Send(room[0], n, MPI_INT, 1, 3, MPI_COMM_WORLD);
                    }
                } else {
                    MPI_Request[] receives = new MPI_Request[3];
                    for (int i = 0; i < 3; i++) {
                        receives[i] = MPI_Irecv(room[i], n, MPI_INT, 0, 3, MPI_COMM_WORLD);
                    }
                    MPI_Cancel(receives[cancelled]);
                    Signal.to(0);
                    MPI_Status[] statuses = MPI_Waitall(3, receives);
                    int next = 1;
                    for (int i = 0; i < 3; i++) {
                        assertEquals(i == cancelled, MPI_Test_cancelled(statuses[i]));
                        assertEquals(i == cancelled ? 0 : next++, room[i][n - 1]);
                    }
                }
            }
        }
    }

    @Spmd({2})
    @Rule({"CAN-015", "CAN-002"})
    void shouldAllowFreeingACancelledRequest() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] data = new byte[100_000];
        for (int i = 0; i < 50; i++) {
            MPI_Request receive = MPI_Irecv(data, data.length, MPI_BYTE, 1 - rank, 3, MPI_COMM_WORLD);
            MPI_Cancel(receive);
            MPI_Request_free(receive);
            if (rank == 0) {
                int length = i % 2 == 0 ? 1 : data.length;
                MPI_Request send = MPI_Issend(data, length, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                MPI_Cancel(send);
                MPI_Request_free(send);
            }
        }
        // A receive of tag 3 might still match a send whose cancelling is under way; a message of
        // another tag
        // comes after all of that, and then nothing of the cancelled sends may be left.
        if (rank == 0) {
            data[99_999] = 4;
            MPI_Send(data, data.length, MPI_BYTE, 1, 4, MPI_COMM_WORLD);
        } else {
            MPI_Status status = MPI_Recv(data, data.length, MPI_BYTE, 0, 4, MPI_COMM_WORLD);
            assertEquals(data.length, MPI_Get_count(status, MPI_BYTE));
            assertEquals(4, data[99_999]);
            assertFalse(MPI_Iprobe(0, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
        }
    }
}
