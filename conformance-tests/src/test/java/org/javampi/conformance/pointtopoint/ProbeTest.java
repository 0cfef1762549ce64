package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Looking at a message without receiving it (MPI-1.1 §3.8). */
class ProbeTest {
    private static final int LARGE = 100_000;

    @Spmd({2, 3})
    @Rule({"PRB-001", "PRB-002", "PRB-007"})
    void shouldTellTheSameUntilTheMessageIsReceived() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 5, LARGE}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                Arrays.fill(data, (byte) 3);
                MPI_Send(data, n, MPI_BYTE, 1, 4, MPI_COMM_WORLD);
            } else if (rank == 1) {
                MPI_Status probed = MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
                for (int i = 0; i < 100; i++) {
                    MPI_Status again = new MPI_Status();
                    if (i % 2 == 0) {
                        MPI_Probe(0, 4, MPI_COMM_WORLD, again);
                    } else {
                        assertTrue(MPI_Iprobe(MPI_ANY_SOURCE, 4, MPI_COMM_WORLD, again));
                    }
                    assertSameMessage(probed, again);
                }
                MPI_Status received = MPI_Recv(data, n, MPI_BYTE, 0, 4, MPI_COMM_WORLD);
                assertEquals(0, probed.MPI_SOURCE);
                assertEquals(4, probed.MPI_TAG);
                assertEquals(n, MPI_Get_count(probed, MPI_BYTE));
                assertSameMessage(probed, received);
                byte[] expected = new byte[n];
                Arrays.fill(expected, (byte) 3);
                assertArrayEquals(expected, data);
                assertFalse(MPI_Iprobe(0, 4, MPI_COMM_WORLD, probed));
                Signal.to(0);
            }
            if (rank == 0) {
                Signal.from(1);
            }
        }
    }

    private static void assertSameMessage(MPI_Status expected, MPI_Status actual) {
        assertEquals(expected.MPI_SOURCE, actual.MPI_SOURCE);
        assertEquals(expected.MPI_TAG, actual.MPI_TAG);
        assertEquals(MPI_Get_count(expected, MPI_BYTE), MPI_Get_count(actual, MPI_BYTE));
        assertFalse(MPI_Test_cancelled(actual));
    }

    @Spmd({3, 4})
    @Rule({"PRB-003", "PRB-002"})
    void shouldReceiveTheMessageThatWasProbed() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int each = 30;
        if (rank == 0) {
            int[] next = new int[size];
            for (int i = 0; i < each * (size - 1); i++) {
                MPI_Status probed = MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
                int count = MPI_Get_count(probed, MPI_INT);
                int source = probed.MPI_SOURCE;
                int number = next[source]++;
                assertEquals(length(source, number), count);
                int[] data = new int[count];
                MPI_Status received = MPI_Recv(data, count, MPI_INT, source, probed.MPI_TAG, MPI_COMM_WORLD);
                assertSameMessage(probed, received);
                int[] expected = new int[count];
                Arrays.fill(expected, source * 1000 + number);
                assertArrayEquals(expected, data);
            }
        } else {
            for (int i = 0; i < each; i++) {
                int[] data = new int[length(rank, i)];
                Arrays.fill(data, rank * 1000 + i);
                MPI_Send(data, data.length, MPI_INT, 0, i % 3, MPI_COMM_WORLD);
            }
        }
    }

    private static int length(int source, int number) {
        return number % 10 == 9 ? 30_000 + source : number * source;
    }

    @Spmd({2})
    @Rule({"PRB-004"})
    void shouldTellAtOnceThatNothingMatches() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        MPI_Status status = new MPI_Status();
        if (rank == 0) {
            assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status));
            assertFalse(MPI_Iprobe(0, 3, MPI_COMM_WORLD, status));
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Probe(1, 5, MPI_COMM_WORLD, status);
            assertFalse(MPI_Iprobe(1, 6, MPI_COMM_WORLD, status));
            assertFalse(MPI_Iprobe(0, 5, MPI_COMM_WORLD, status));
            assertTrue(MPI_Iprobe(1, 5, MPI_COMM_WORLD, status));
            MPI_Recv(new byte[1], 1, MPI_BYTE, 1, 5, MPI_COMM_WORLD);
        } else {
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Send(new byte[1], 1, MPI_BYTE, 0, 5, MPI_COMM_WORLD);
        }
    }

    /** No other call is made on either side until the message shows. */
    @Spmd({2, 3})
    @Rule({"PRB-005"})
    void shouldFindTheMessageAtLastWhenOnlyIprobeIsCalled() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 1, LARGE}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Send(data, n, MPI_BYTE, 1, 4, MPI_COMM_WORLD);
            } else if (rank == 1) {
                MPI_Status status = new MPI_Status();
                boolean found = false;
                while (!found) {
                    found = MPI_Iprobe(0, 4, MPI_COMM_WORLD, status);
                }
                assertEquals(n, MPI_Get_count(status, MPI_BYTE));
                MPI_Recv(data, n, MPI_BYTE, 0, 4, MPI_COMM_WORLD);
            }
        }
    }

    @Spmd({2})
    @Rule({"PRB-006"})
    void shouldShowTheEarliestMessageThatMatches() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] tags = {4, 2, 4, 7};
        int[] lengths = {LARGE, 1, 3, 0};
        byte[] data = new byte[LARGE];
        if (rank == 0) {
            MPI_Request[] sends = new MPI_Request[4];
            for (int i = 0; i < 4; i++) {
                sends[i] = MPI_Isend(data, lengths[i], MPI_BYTE, 1, tags[i], MPI_COMM_WORLD);
            }
            Signal.to(1);
            MPI_Waitall(4, sends, MPI_STATUSES_IGNORE);
        } else {
            Signal.from(0);
            MPI_Status status = MPI_Probe(0, 7, MPI_COMM_WORLD);
            assertEquals(0, MPI_Get_count(status, MPI_BYTE));
            for (int i = 0; i < 4; i++) {
                assertTrue(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status));
                assertEquals(tags[i], status.MPI_TAG);
                assertEquals(lengths[i], MPI_Get_count(status, MPI_BYTE));
                MPI_Probe(0, tags[i], MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Recv(data, LARGE, MPI_BYTE, 0, MPI_ANY_TAG, MPI_COMM_WORLD, status);
                assertEquals(tags[i], status.MPI_TAG);
            }
        }
    }

    @Spmd({2})
    @Rule({"PRB-008"})
    void shouldSeeMessagesOfEveryMode() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] buffer = new byte[LARGE + MPI_BSEND_OVERHEAD];
        MPI_Buffer_attach(buffer, buffer.length);
        for (Sending sending : Sending.values()) {
            if (sending.isReady()) {
                continue;
            }
            for (int n : new int[] {0, 10, LARGE}) {
                byte[] data = new byte[n];
                if (rank == 0) {
                    sending.send(data, n, MPI_BYTE, 1, 4, MPI_COMM_WORLD);
                    Signal.from(1);
                } else {
                    MPI_Status status = MPI_Probe(0, MPI_ANY_TAG, MPI_COMM_WORLD);
                    assertEquals(4, status.MPI_TAG);
                    assertEquals(n, MPI_Get_count(status, MPI_BYTE), sending.toString());
                    MPI_Recv(data, n, MPI_BYTE, 0, 4, MPI_COMM_WORLD);
                    Signal.to(0);
                }
            }
        }
        MPI_Buffer_detach();
    }

    @Spmd({2})
    @Rule({"PRB-009"})
    void shouldNotCompleteASynchronousSend() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 1, LARGE}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Request send = MPI_Issend(data, n, MPI_BYTE, 1, 4, MPI_COMM_WORLD);
                for (int i = 0; i < 5; i++) {
                    Signal.echo(1);
                    assertFalse(MPI_Test(send, MPI_STATUS_IGNORE));
                }
                Signal.to(1);
                MPI_Wait(send);
            } else {
                for (int i = 0; i < 5; i++) {
                    MPI_Probe(0, 4, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                    assertTrue(MPI_Iprobe(0, 4, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                    Signal.roundTrip(0);
                }
                Signal.from(0);
                MPI_Recv(data, n, MPI_BYTE, 0, 4, MPI_COMM_WORLD);
            }
        }
    }

    @Spmd({2})
    @Rule({"PRB-010"})
    void shouldNotShowAMessageThatAPostedReceiveHasTaken() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {1, LARGE}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                Signal.from(1);
                MPI_Send(data, n, MPI_BYTE, 1, 4, MPI_COMM_WORLD);
                Signal.to(1);
            } else {
                MPI_Request receive = MPI_Irecv(data, n, MPI_BYTE, 0, 4, MPI_COMM_WORLD);
                Signal.to(0);
                Signal.from(0);
                assertFalse(MPI_Iprobe(0, 4, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, 4, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                MPI_Wait(receive);
            }
        }
    }

    /** Five and a half items of the type: 11 doubles; and one byte too much for it. */
    @Spmd({2})
    @Rule({"PRB-011"})
    void shouldCountInTheTypeThatWillReceive() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        MPI_Datatype pair = MPI_Type_vector(2, 1, 2, MPI_DOUBLE);
        MPI_Type_commit(pair);
        int items = 11;
        if (rank == 0) {
            MPI_Send(new double[items], items, MPI_DOUBLE, 1, 4, MPI_COMM_WORLD);
            MPI_Send(new byte[9], 9, MPI_BYTE, 1, 5, MPI_COMM_WORLD);
        } else {
            MPI_Status probed = MPI_Probe(0, 4, MPI_COMM_WORLD);
            double[] room = new double[40];
            MPI_Status received = MPI_Recv(room, 6, pair, 0, 4, MPI_COMM_WORLD);
            for (MPI_Status status : new MPI_Status[] {probed, received}) {
                assertEquals(MPI_UNDEFINED, MPI_Get_count(status, pair));
                assertEquals(items, MPI_Get_elements(status, pair));
                assertEquals(items, MPI_Get_count(status, MPI_DOUBLE));
                assertEquals(items, MPI_Get_elements(status, MPI_DOUBLE));
            }
            probed = MPI_Probe(0, 5, MPI_COMM_WORLD);
            assertEquals(MPI_UNDEFINED, MPI_Get_count(probed, MPI_DOUBLE));
            assertEquals(9, MPI_Get_elements(probed, MPI_BYTE));
            MPI_Recv(new byte[9], 9, MPI_BYTE, 0, 5, MPI_COMM_WORLD);
        }
        MPI_Type_free(pair);
    }

    @Spmd({1, 2})
    @Rule({"PRB-012", "SR-010"})
    void shouldReturnAtOnceWhenTheSourceIsTheNullProcess() {
        MPI_Status status = new MPI_Status();
        for (int tag : new int[] {5, MPI_ANY_TAG}) {
            MPI_Probe(MPI_PROC_NULL, tag, MPI_COMM_WORLD, status);
            assertNullProcess(status);
            status = new MPI_Status();
            assertTrue(MPI_Iprobe(MPI_PROC_NULL, tag, MPI_COMM_WORLD, status));
            assertNullProcess(status);
        }
    }

    private static void assertNullProcess(MPI_Status status) {
        assertEquals(MPI_PROC_NULL, status.MPI_SOURCE);
        assertEquals(MPI_ANY_TAG, status.MPI_TAG);
        assertEquals(0, MPI_Get_count(status, MPI_INT));
        assertEquals(0, MPI_Get_elements(status, MPI_INT));
    }
}
