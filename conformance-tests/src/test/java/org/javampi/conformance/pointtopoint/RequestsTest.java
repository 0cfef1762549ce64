package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests: when they complete, what completion does to them, cancelling (MPI-1.1 §3.7 to §3.9).
 */
@Timeout(200)
class RequestsTest {
    private static final int LARGE = 1 << 20;

    @Test
    void shouldGiveTheEmptyStatusForWhatIsNotActive() {
        Worlds.overAll(
                1,
                rank -> {
                    MPI_Init();
                    MPI_Status status = new MPI_Status();
                    status.MPI_SOURCE = status.MPI_TAG = status.MPI_ERROR = 5;
                    MPI_Wait(MPI_REQUEST_NULL, status);
                    assertEquals(MPI_ANY_SOURCE, status.MPI_SOURCE);
                    assertEquals(MPI_ANY_TAG, status.MPI_TAG);
                    assertEquals(MPI_SUCCESS, status.MPI_ERROR);
                    assertEquals(0, MPI_Get_count(status, MPI_INT));
                    int[] index = new int[1];
                    boolean[] flag = new boolean[1];
                    MPI_Testany(0, new MPI_Request[0], index, flag, status);
                    assertTrue(flag[0]);
                    assertEquals(MPI_UNDEFINED, index[0]);
                    assertEquals(
                            MPI_UNDEFINED,
                            MPI_Waitany(1, new MPI_Request[] {MPI_REQUEST_NULL}, status));
                    int[] count = new int[1];
                    MPI_Waitsome(0, new MPI_Request[0], count, new int[0], MPI_STATUSES_IGNORE);
                    assertEquals(MPI_UNDEFINED, count[0]);
                    MPI_Finalize();
                });
    }

    @Test
    void shouldNotCompleteASynchronousSendBeforeItsReceive() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    for (int n : new int[] {0, 1, LARGE}) {
                        if (rank == 0) {
                            MPI_Request send =
                                    MPI_Issend(new byte[n], n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                            MPI_Recv(null, 0, MPI_BYTE, 1, 2, MPI_COMM_WORLD);
                            assertFalse(MPI_Test(send, MPI_STATUS_IGNORE));
                            MPI_Send(null, 0, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                            MPI_Wait(send);
                        } else {
                            MPI_Probe(0, 1, MPI_COMM_WORLD);
                            MPI_Send(null, 0, MPI_BYTE, 0, 2, MPI_COMM_WORLD);
                            MPI_Recv(null, 0, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                            MPI_Recv(new byte[n], n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                        }
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldCancelSendsAndReceivesThatHaveNotMatched() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    MPI_Status status = new MPI_Status();
                    MPI_Request receive =
                            MPI_Irecv(new int[1], 1, MPI_INT, 1 - rank, 9, MPI_COMM_WORLD);
                    MPI_Cancel(receive);
                    MPI_Wait(receive, status);
                    assertTrue(MPI_Test_cancelled(status));
                    if (rank == 0) {
                        for (int n : new int[] {1, LARGE}) {
                            MPI_Request send =
                                    MPI_Isend(new byte[n], n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                            MPI_Cancel(send);
                            MPI_Wait(send, status);
                            assertTrue(MPI_Test_cancelled(status));
                        }
                        MPI_Barrier(MPI_COMM_WORLD);
                    } else {
                        MPI_Barrier(MPI_COMM_WORLD);
                        assertFalse(MPI_Iprobe(0, 1, MPI_COMM_WORLD, status));
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldNotCancelWhatHasMatched() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    MPI_Status status = new MPI_Status();
                    int[] value = {3};
                    if (rank == 0) {
                        MPI_Request send = MPI_Isend(value, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
                        MPI_Recv(null, 0, MPI_BYTE, 1, 2, MPI_COMM_WORLD);
                        MPI_Cancel(send);
                        MPI_Wait(send, status);
                        assertFalse(MPI_Test_cancelled(status));
                    } else {
                        MPI_Recv(value, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
                        MPI_Send(null, 0, MPI_BYTE, 0, 2, MPI_COMM_WORLD);
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldMakeProgressWhileTheProgramComputes() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    if (rank == 0) {
                        MPI_Request send =
                                MPI_Isend(new byte[LARGE], LARGE, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                        // Calls nothing of MPI until the receiver says, outside MPI, that it has
                        // all.
                        Meeting.await("received");
                        MPI_Wait(send);
                    } else {
                        MPI_Recv(new byte[LARGE], LARGE, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                        Meeting.reach("received");
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldReportFailuresOfManyInTheirStatuses() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
                    if (rank == 0) {
                        MPI_Send(new int[2], 2, MPI_INT, 1, 1, MPI_COMM_WORLD);
                        MPI_Send(new int[2], 2, MPI_INT, 1, 2, MPI_COMM_WORLD);
                    } else {
                        MPI_Request[] requests = {
                            MPI_Irecv(new int[2], 2, MPI_INT, 0, 1, MPI_COMM_WORLD),
                            MPI_Irecv(new int[1], 1, MPI_INT, 0, 2, MPI_COMM_WORLD)
                        };
                        MPI_Status[] statuses = {new MPI_Status(), new MPI_Status()};
                        assertEquals(MPI_ERR_IN_STATUS, MPI_Waitall(2, requests, statuses));
                        assertEquals(MPI_SUCCESS, statuses[0].MPI_ERROR);
                        assertEquals(MPI_ERR_TRUNCATE, MPI_Error_class(statuses[1].MPI_ERROR));
                    }
                    MPI_Finalize();
                });
    }

    @Test
    void shouldRestartPersistentRequests() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    int[] value = new int[1];
                    MPI_Request[] request = new MPI_Request[1];
                    if (rank == 0) {
                        MPI_Send_init(value, 1, MPI_INT, 1, 1, MPI_COMM_WORLD, request);
                    } else {
                        MPI_Recv_init(value, 1, MPI_INT, 0, 1, MPI_COMM_WORLD, request);
                    }
                    for (int round = 0; round < 100; round++) {
                        value[0] = rank == 0 ? round : -1;
                        MPI_Start(request);
                        MPI_Wait(request, MPI_STATUS_IGNORE);
                        assertNotSame(MPI_REQUEST_NULL, request[0]);
                        assertEquals(round, value[0]);
                    }
                    MPI_Request_free(request);
                    assertSame(MPI_REQUEST_NULL, request[0]);
                    MPI_Finalize();
                });
    }
}
