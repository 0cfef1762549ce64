package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which receive gets which message (MPI-1.1 §3.2.4, §3.5). */
@Timeout(200)
class MatchingTest {
    private static final int LARGE = 1 << 20;

    @Test
    void shouldTakeMessagesByTagAndLeaveOthersPending() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    int[] value = new int[1];
                    if (rank == 0) {
                        for (int tag = 1; tag <= 3; tag++) {
                            value[0] = tag;
                            MPI_Send(value, 1, MPI_INT, 1, tag, MPI_COMM_WORLD);
                        }
                    } else {
                        for (int tag : new int[] {3, 1, 2}) {
                            MPI_Recv(value, 1, MPI_INT, 0, tag, MPI_COMM_WORLD);
                            assertEquals(tag, value[0]);
                        }
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldKeepTheOrderOfAPairAcrossTagsAndSizes() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    int[] tags = {5, 3, 9, 3};
                    int[] sizes = {LARGE, 1, 40_000, 2};
                    if (rank == 0) {
                        MPI_Request[] sends = new MPI_Request[4];
                        for (int i = 0; i < 4; i++) {
                            sends[i] =
                                    MPI_Isend(
                                            new byte[sizes[i]],
                                            sizes[i],
                                            MPI_BYTE,
                                            1,
                                            tags[i],
                                            MPI_COMM_WORLD);
                        }
                        MPI_Waitall(4, sends, MPI_STATUSES_IGNORE);
                    } else {
                        byte[] room = new byte[LARGE];
                        for (int i = 0; i < 4; i++) {
                            MPI_Status status =
                                    MPI_Recv(room, LARGE, MPI_BYTE, 0, MPI_ANY_TAG, MPI_COMM_WORLD);
                            assertEquals(tags[i], status.MPI_TAG);
                            assertEquals(sizes[i], MPI_Get_count(status, MPI_BYTE));
                        }
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldServeReceivesInTheOrderOfTheirPosting() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    int[] any = new int[1];
                    int[] exact = new int[1];
                    if (rank == 1) {
                        MPI_Request first =
                                MPI_Irecv(
                                        any,
                                        1,
                                        MPI_INT,
                                        MPI_ANY_SOURCE,
                                        MPI_ANY_TAG,
                                        MPI_COMM_WORLD);
                        MPI_Request second = MPI_Irecv(exact, 1, MPI_INT, 0, 7, MPI_COMM_WORLD);
                        MPI_Barrier(MPI_COMM_WORLD);
                        MPI_Wait(second);
                        MPI_Wait(first);
                        assertEquals(1, any[0]);
                        assertEquals(2, exact[0]);
                    } else {
                        MPI_Barrier(MPI_COMM_WORLD);
                        MPI_Send(new int[] {1}, 1, MPI_INT, 1, 7, MPI_COMM_WORLD);
                        MPI_Send(new int[] {2}, 1, MPI_INT, 1, 7, MPI_COMM_WORLD);
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldNotMatchAcrossCommunicators() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    MPI_Comm copy = MPI_Comm_dup(MPI_COMM_WORLD);
                    if (rank == 0) {
                        MPI_Send(new int[] {4}, 1, MPI_INT, 1, 1, copy);
                        MPI_Barrier(MPI_COMM_WORLD);
                    } else {
                        MPI_Barrier(MPI_COMM_WORLD);
                        MPI_Status status = new MPI_Status();
                        MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, copy, status);
                        assertFalse(
                                MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status));
                        int[] value = new int[1];
                        MPI_Recv(value, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, copy);
                        assertEquals(4, value[0]);
                    }
                    MPI_Comm_free(copy);
                    MPI_Finalize();
                });
    }

    @Test
    void shouldReportTruncationAndGoOn() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
                    for (int n : new int[] {11, 100_000}) {
                        if (rank == 0) {
                            MPI_Send(new int[n], n, MPI_INT, 1, 1, MPI_COMM_WORLD);
                            MPI_Send(new int[] {8}, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
                        } else {
                            int[] guarded = new int[n];
                            guarded[n - 1] = 77;
                            MPI_Status status = new MPI_Status();
                            status.MPI_ERROR = 12345;
                            int code =
                                    MPI_Recv(guarded, n - 1, MPI_INT, 0, 1, MPI_COMM_WORLD, status);
                            assertEquals(MPI_ERR_TRUNCATE, MPI_Error_class(code));
                            assertTrue(MPI_Error_string(code).contains("longer than the receive"));
                            assertEquals(77, guarded[n - 1]);
                            assertEquals(12345, status.MPI_ERROR);
                            MPI_Recv(guarded, 1, MPI_INT, 0, 1, MPI_COMM_WORLD, status);
                            assertEquals(8, guarded[0]);
                        }
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldSendToItselfInAnyOrder() {
        Worlds.overAll(
                1,
                rank -> {
                    MPI_Init();
                    for (int n : new int[] {0, 3, LARGE}) {
                        byte[] out = new byte[n];
                        byte[] in = new byte[n];
                        java.util.Arrays.fill(out, (byte) 9);
                        MPI_Request send = MPI_Issend(out, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                        assertFalse(MPI_Test(send, MPI_STATUS_IGNORE));
                        MPI_Request receive = MPI_Irecv(in, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                        MPI_Request[] both = {send, receive};
                        MPI_Waitall(2, both, MPI_STATUSES_IGNORE);
                        assertArrayEquals(out, in);
                        assertSame(MPI_REQUEST_NULL, both[0]);
                    }
                    MPI_Finalize();
                });
    }
}
