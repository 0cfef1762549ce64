package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** In which order messages are received (MPI-1.1 §3.5). */
class OrderTest {
    private static final int LARGE = 100_000;

    @Spmd({2, 3})
    @Rule({"P2P-019", "GEN-023"})
    void shouldReceiveMessagesOfOneSenderInSendingOrder() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] number = new int[1];
        if (rank == 1) {
            for (number[0] = 0; number[0] < 1000; number[0]++) {
                MPI_Send(number, 1, MPI_INT, 0, 7, MPI_COMM_WORLD);
            }
        } else if (rank == 0) {
            MPI_Status status = new MPI_Status();
            for (int i = 0; i < 1000; i++) {
                MPI_Recv(number, 1, MPI_INT, 1, 7, MPI_COMM_WORLD, status);
                assertEquals(i, number[0]);
                assertEquals(1, status.MPI_SOURCE);
            }
        }
    }

    @Spmd({2})
    @Rule({"P2P-020"})
    void shouldKeepTheOrderAcrossTagsWhenAnyTagIsAccepted() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] tags = {5, 3, 9, 3};
        for (boolean early : new boolean[] {false, true}) {
            if (rank == 0) {
                for (int tag : tags) {
                    MPI_Send(new int[] {tag}, 1, MPI_INT, 1, tag, MPI_COMM_WORLD);
                }
                if (early) {
                    Signal.to(1);
                }
            } else {
                if (early) {
                    Signal.from(0);
                }
                int[] value = new int[1];
                for (int tag : tags) {
                    MPI_Status status = MPI_Recv(value, 1, MPI_INT, 0, MPI_ANY_TAG, MPI_COMM_WORLD);
                    assertEquals(tag, status.MPI_TAG);
                    assertEquals(tag, value[0]);
                }
            }
        }
    }

    @Spmd({2})
    @Rule({"P2P-021", "P2P-019"})
    void shouldKeepTheOrderAcrossSizes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] sizes = {8 << 20, 1, 40_000, 0, 16_384, 16_385, 1 << 20, 2};
        int n = sizes.length;
        if (rank == 0) {
            MPI_Request[] sends = new MPI_Request[n];
            for (int i = 0; i < n; i++) {
                sends[i] = MPI_Isend(new byte[sizes[i]], sizes[i], MPI_BYTE, 1, 6, MPI_COMM_WORLD);
            }
            MPI_Waitall(n, sends, MPI_STATUSES_IGNORE);
        } else {
            byte[] room = new byte[sizes[0]];
            for (int expected : sizes) {
                MPI_Status status = MPI_Recv(room, room.length, MPI_BYTE, 0, 6, MPI_COMM_WORLD);
                assertEquals(expected, MPI_Get_count(status, MPI_BYTE));
            }
        }
    }

    /** Both receives are posted before the first send, so that every mode is legal. */
    @Spmd({2})
    @Rule({"P2P-021", "BUF-021"})
    void shouldKeepTheOrderOfEveryPairOfModes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] buffer = new byte[2 * (LARGE + MPI_BSEND_OVERHEAD)];
        MPI_Buffer_attach(buffer, buffer.length);
        byte[] large = new byte[LARGE];
        byte[] small = new byte[LARGE];
        for (Sending first : Sending.values()) {
            for (Sending second : Sending.values()) {
                if (rank == 0) {
                    Signal.from(1);
                    MPI_Request a = first.start(large, LARGE, MPI_BYTE, 1, 6, MPI_COMM_WORLD);
                    MPI_Request b = second.start(small, 1, MPI_BYTE, 1, 6, MPI_COMM_WORLD);
                    first.finish(a);
                    second.finish(b);
                } else {
                    MPI_Request a = MPI_Irecv(large, LARGE, MPI_BYTE, 0, 6, MPI_COMM_WORLD);
                    MPI_Request b = MPI_Irecv(small, LARGE, MPI_BYTE, 0, 6, MPI_COMM_WORLD);
                    Signal.to(0);
                    String pair = first + " then " + second;
                    assertEquals(1, MPI_Get_count(MPI_Wait(b), MPI_BYTE), pair);
                    assertEquals(LARGE, MPI_Get_count(MPI_Wait(a), MPI_BYTE), pair);
                }
            }
        }
        MPI_Buffer_detach();
    }

    /** Both messages wait for their receive: what returns without one is legal. */
    @Spmd({2})
    @Rule({"P2P-021", "BUF-021"})
    void shouldKeepTheOrderOfEveryPairOfModesThatWaitForTheirReceive() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] buffer = new byte[2 * (LARGE + MPI_BSEND_OVERHEAD)];
        MPI_Buffer_attach(buffer, buffer.length);
        byte[] data = new byte[LARGE];
        for (Sending first : Sending.values()) {
            for (Sending second : Sending.values()) {
                if (!canWait(first) || !canWait(second)) {
                    continue;
                }
                if (rank == 0) {
                    MPI_Request a = first.start(data, LARGE, MPI_BYTE, 1, 6, MPI_COMM_WORLD);
                    MPI_Request b = second.start(data, 1, MPI_BYTE, 1, 6, MPI_COMM_WORLD);
                    Signal.to(1);
                    first.finish(a);
                    second.finish(b);
                    Signal.from(1);
                } else {
                    Signal.from(0);
                    for (int expected : new int[] {LARGE, 1}) {
                        MPI_Status status = MPI_Recv(data, LARGE, MPI_BYTE, 0, 6, MPI_COMM_WORLD);
                        assertEquals(expected, MPI_Get_count(status, MPI_BYTE), first + " then " + second);
                    }
                    Signal.to(0);
                }
            }
        }
        MPI_Buffer_detach();
    }

    private static boolean canWait(Sending sending) {
        return sending == Sending.BSEND || !sending.isBlocking() && !sending.isReady();
    }

    @Spmd({2})
    @Rule({"P2P-024"})
    void shouldReceiveALaterMessageFirstWhenOnlyItMatches() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {1, LARGE}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                byte[] buffer = new byte[n + MPI_BSEND_OVERHEAD];
                MPI_Buffer_attach(buffer, buffer.length);
                MPI_Bsend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                data[0] = 2;
                MPI_Ssend(data, n, MPI_BYTE, 1, 2, MPI_COMM_WORLD);
                MPI_Buffer_detach();
            } else {
                MPI_Recv(data, n, MPI_BYTE, 0, 2, MPI_COMM_WORLD);
                assertEquals(2, data[0]);
                MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                assertEquals(0, data[0]);
            }
        }
    }

    @Spmd({3})
    @Rule({"P2P-025"})
    void shouldDeliverEachMessageOnceAcrossSendersAndCommunicators() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int each = 50;
        MPI_Comm copy = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm[] both = {MPI_COMM_WORLD, copy};
        int[] value = new int[2];
        if (rank == 0) {
            int[][] seen = new int[2][size];
            MPI_Status status = new MPI_Status();
            for (int i = 0; i < 2 * each * (size - 1); i++) {
                int which = i % 2;
                MPI_Recv(value, 2, MPI_INT, MPI_ANY_SOURCE, 1, both[which], status);
                assertEquals(which, value[0]);
                assertEquals(seen[which][status.MPI_SOURCE]++, value[1]);
            }
        } else {
            for (value[1] = 0; value[1] < each; value[1]++) {
                for (value[0] = 1; value[0] >= 0; value[0]--) {
                    MPI_Send(value, 2, MPI_INT, 0, 1, both[value[0]]);
                }
            }
        }
        MPI_Comm_free(copy);
    }
}
