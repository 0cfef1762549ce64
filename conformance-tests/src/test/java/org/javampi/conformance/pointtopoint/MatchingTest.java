package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Which receive gets which message (MPI-1.1 §3.2.4, §3.5). */
class MatchingTest {
    private static final int LARGE = 1 << 20;

    @Spmd({2, 3})
    @Rule({"P2P-007"})
    void shouldTakeMessagesByTagAndLeaveOthersPending() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int count : new int[] {1, 100_000}) {
            int[] value = new int[count];
            if (rank == 0) {
                MPI_Request[] sends = new MPI_Request[3];
                int[][] data = new int[3][count];
                for (int i = 0; i < 3; i++) {
                    Arrays.fill(data[i], i + 1);
                    sends[i] = MPI_Isend(data[i], count, MPI_INT, 1, i + 1, MPI_COMM_WORLD);
                }
                MPI_Waitall(3, sends, MPI_STATUSES_IGNORE);
            } else if (rank == 1) {
                int[] expected = new int[count];
                for (int tag : new int[] {3, 1, 2}) {
                    MPI_Status status = MPI_Recv(value, count, MPI_INT, 0, tag, MPI_COMM_WORLD);
                    Arrays.fill(expected, tag);
                    assertArrayEquals(expected, value);
                    assertEquals(tag, status.MPI_TAG);
                }
            }
        }
    }

    @Spmd({3})
    @Rule({"P2P-007"})
    void shouldTakeMessagesBySourceAndLeaveOthersPending() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] value = {rank};
        if (rank == 0) {
            Signal.from(1);
            Signal.from(2);
            for (int source : new int[] {2, 1, 1, 2}) {
                MPI_Recv(value, 1, MPI_INT, source, 4, MPI_COMM_WORLD);
                assertEquals(source, value[0]);
            }
        } else {
            MPI_Send(value, 1, MPI_INT, 0, 4, MPI_COMM_WORLD);
            MPI_Send(value, 1, MPI_INT, 0, 4, MPI_COMM_WORLD);
            Signal.to(0);
        }
    }

    @Spmd({2})
    @Rule({"P2P-022"})
    void shouldServeReceivesInTheOrderOfTheirPosting() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int count : new int[] {1, 50_000}) {
            int[] any = new int[count];
            int[] exact = new int[count];
            if (rank == 1) {
                MPI_Request first = MPI_Irecv(any, count, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
                MPI_Request second = MPI_Irecv(exact, count, MPI_INT, 0, 7, MPI_COMM_WORLD);
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Wait(second);
                MPI_Wait(first);
                assertEquals(1, any[count - 1]);
                assertEquals(2, exact[count - 1]);
            } else {
                MPI_Barrier(MPI_COMM_WORLD);
                for (int i = 1; i <= 2; i++) {
                    any[count - 1] = i;
                    MPI_Send(any, count, MPI_INT, 1, 7, MPI_COMM_WORLD);
                }
            }
        }
    }

    private static final int[][] PERMUTATIONS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private static final int[] WANTED_SOURCES = {MPI_ANY_SOURCE, 1, MPI_ANY_SOURCE};
    private static final int[] WANTED_TAGS = {7, 7, MPI_ANY_TAG};

    /** Receives (any, 7), (1, 7), (any, any) in each order; the last two messages are (1, 7). */
    @Spmd({3})
    @Rule({"P2P-023", "P2P-022"})
    void shouldServeWildcardAndSpecificReceivesInTheOrderOfTheirPosting() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[][] firstEnvelopes = {{1, 7}, {2, 7}, {2, 9}, {1, 9}};
        for (int[] first : firstEnvelopes) {
            for (int[] order : PERMUTATIONS) {
                if (rank == 0) {
                    int[][] room = new int[3][1];
                    MPI_Request[] receives = new MPI_Request[3];
                    for (int i = 0; i < 3; i++) {
                        int source = WANTED_SOURCES[order[i]];
                        int tag = WANTED_TAGS[order[i]];
                        receives[i] = MPI_Irecv(room[i], 1, MPI_INT, source, tag, MPI_COMM_WORLD);
                    }
                    MPI_Barrier(MPI_COMM_WORLD);
                    MPI_Waitall(3, receives, MPI_STATUSES_IGNORE);
                    assertArrayEquals(takers(first, order), room);
                } else {
                    MPI_Barrier(MPI_COMM_WORLD);
                    sendInTurn(rank, first);
                }
            }
        }
    }

    /** What each receive, in the order of posting, must get. */
    private static int[][] takers(int[] first, int[] order) {
        int[][] got = new int[3][1];
        int[][] envelopes = {first, {1, 7}, {1, 7}};
        for (int message = 0; message < 3; message++) {
            int taker = 0;
            while (got[taker][0] != 0 || !accepts(order[taker], envelopes[message])) {
                taker++;
            }
            got[taker][0] = message + 1;
        }
        return got;
    }

    private static boolean accepts(int receive, int[] envelope) {
        return (WANTED_SOURCES[receive] == MPI_ANY_SOURCE || WANTED_SOURCES[receive] == envelope[0])
                && (WANTED_TAGS[receive] == MPI_ANY_TAG || WANTED_TAGS[receive] == envelope[1]);
    }

    /** Synchronous sends: each is matched before the next begins. */
    private static void sendInTurn(int rank, int[] first) {
        if (rank == first[0]) {
            MPI_Ssend(new int[] {1}, 1, MPI_INT, 0, first[1], MPI_COMM_WORLD);
        }
        if (first[0] == 2) {
            if (rank == 2) {
                Signal.to(1);
            } else {
                Signal.from(2);
            }
        }
        if (rank == 1) {
            MPI_Ssend(new int[] {2}, 1, MPI_INT, 0, 7, MPI_COMM_WORLD);
            MPI_Ssend(new int[] {3}, 1, MPI_INT, 0, 7, MPI_COMM_WORLD);
        }
    }

    @Spmd({1, 2})
    @Rule({"P2P-011"})
    void shouldSendToItselfInAnyOrder() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 3, 16_384, LARGE}) {
            byte[] out = new byte[n];
            byte[] in = new byte[n];
            Arrays.fill(out, (byte) 9);
            MPI_Request send = MPI_Issend(out, n, MPI_BYTE, rank, 1, MPI_COMM_WORLD);
            assertFalse(MPI_Test(send, MPI_STATUS_IGNORE));
            MPI_Recv(in, n, MPI_BYTE, rank, 1, MPI_COMM_WORLD);
            MPI_Wait(send);
            assertArrayEquals(out, in);

            Arrays.fill(in, (byte) 0);
            send = MPI_Isend(out, n, MPI_BYTE, rank, 1, MPI_COMM_WORLD);
            MPI_Status status = MPI_Recv(in, n, MPI_BYTE, MPI_ANY_SOURCE, 1, MPI_COMM_WORLD);
            assertEquals(rank, status.MPI_SOURCE);
            assertEquals(n, MPI_Get_count(status, MPI_BYTE));
            MPI_Wait(send);
            assertArrayEquals(out, in);

            Arrays.fill(in, (byte) 0);
            MPI_Request receive = MPI_Irecv(in, n, MPI_BYTE, rank, 2, MPI_COMM_WORLD);
            MPI_Send(out, n, MPI_BYTE, rank, 2, MPI_COMM_WORLD);
            MPI_Wait(receive);
            assertArrayEquals(out, in);

            Arrays.fill(in, (byte) 0);
            MPI_Sendrecv(out, n, MPI_BYTE, rank, 3, in, n, MPI_BYTE, rank, 3, MPI_COMM_WORLD, status);
            assertEquals(n, MPI_Get_count(status, MPI_BYTE));
            assertArrayEquals(out, in);
        }
    }

    @Spmd({1, 2})
    @Rule({"P2P-011"})
    void shouldBufferMessagesToItself() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {0, 3, LARGE}) {
            byte[] out = new byte[n];
            byte[] in = new byte[n];
            Arrays.fill(out, (byte) 9);
            byte[] buffer = new byte[n + MPI_BSEND_OVERHEAD];
            MPI_Buffer_attach(buffer, buffer.length);
            MPI_Bsend(out, n, MPI_BYTE, rank, 1, MPI_COMM_WORLD);
            MPI_Recv(in, n, MPI_BYTE, rank, 1, MPI_COMM_WORLD);
            assertArrayEquals(out, in);
            MPI_Buffer_detach();
        }
    }

    @Spmd({2})
    @Rule({"P2P-042"})
    void shouldKeepManyEarlyMessagesUntilTheyAreReceivedInAnyOrder() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int n = 5_000;
        int[] value = new int[1];
        if (rank == 0) {
            for (value[0] = 0; value[0] < n; value[0]++) {
                MPI_Send(value, 1, MPI_INT, 1, value[0], MPI_COMM_WORLD);
            }
            Signal.to(1);
        } else {
            Signal.from(0);
            for (int tag = n - 1; tag >= 0; tag--) {
                MPI_Recv(value, 1, MPI_INT, 0, tag, MPI_COMM_WORLD);
                assertEquals(tag, value[0]);
            }
        }
    }
}
