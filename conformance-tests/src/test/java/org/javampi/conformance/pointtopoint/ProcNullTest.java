package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The partner that is nobody (MPI-1.1 §3.11). */
class ProcNullTest {
    @Spmd({1, 2})
    @Rule({"SR-009", "BUF-015"})
    void shouldSendAtOnceInEveryMode() {
        for (int n : new int[] {0, 1, 1 << 20}) {
            byte[] data = new byte[n];
            for (Sending sending : Sending.values()) {
                MPI_Request request = sending.start(data, n, MPI_BYTE, MPI_PROC_NULL, 5, MPI_COMM_WORLD);
                MPI_Status status = new MPI_Status();
                assertTrue(MPI_Test(request, status), sending.toString());
                assertFalse(MPI_Test_cancelled(status));
                sending.finish(request);
            }
        }
    }

    @Spmd({1, 2})
    @Rule({"SR-010"})
    void shouldReceiveNothingAtOnce() {
        int[] room = {3, 4};
        MPI_Status status = new MPI_Status();
        for (int tag : new int[] {7, MPI_ANY_TAG}) {
            MPI_Recv(room, 2, MPI_INT, MPI_PROC_NULL, tag, MPI_COMM_WORLD, status);
            assertNothing(status);
            MPI_Request request = MPI_Irecv(room, 2, MPI_INT, MPI_PROC_NULL, tag, MPI_COMM_WORLD);
            MPI_Wait(request, status = new MPI_Status());
            assertNothing(status);
            request = MPI_Recv_init(room, 2, MPI_INT, MPI_PROC_NULL, tag, MPI_COMM_WORLD);
            for (int i = 0; i < 2; i++) {
                MPI_Start(request);
                assertTrue(MPI_Test(request, status = new MPI_Status()));
                assertNothing(status);
            }
            MPI_Request_free(request);
            MPI_Sendrecv(
                    room,
                    2,
                    MPI_INT,
                    MPI_PROC_NULL,
                    1,
                    room.clone(),
                    2,
                    MPI_INT,
                    MPI_PROC_NULL,
                    tag,
                    MPI_COMM_WORLD,
                    status = new MPI_Status());
            assertNothing(status);
        }
        assertArrayEquals(new int[] {3, 4}, room);
    }

    private static void assertNothing(MPI_Status status) {
        assertEquals(MPI_PROC_NULL, status.MPI_SOURCE);
        assertEquals(MPI_ANY_TAG, status.MPI_TAG);
        assertEquals(0, MPI_Get_count(status, MPI_INT));
        assertEquals(0, MPI_Get_elements(status, MPI_INT));
        assertFalse(MPI_Test_cancelled(status));
    }

    /** The ends of the line have a neighbour on one side only, a line of one rank has none. */
    @Spmd({1, 2, 4})
    @Rule({"SR-011", "SR-010"})
    void shouldShiftAlongALine() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int right = rank + 1 < size ? rank + 1 : MPI_PROC_NULL;
        int left = rank > 0 ? rank - 1 : MPI_PROC_NULL;
        for (int n : new int[] {1, 100_000}) {
            int[] out = new int[n];
            int[] in = new int[n];
            out[n - 1] = rank;
            in[n - 1] = -1;
            MPI_Status status = new MPI_Status();
            MPI_Sendrecv(out, n, MPI_INT, right, 1, in, n, MPI_INT, left, 1, MPI_COMM_WORLD, status);
            assertEquals(rank == 0 ? -1 : left, in[n - 1]);
            assertEquals(rank, out[n - 1]);
            assertFromLeft(status, left, n);
            MPI_Sendrecv_replace(out, n, MPI_INT, right, 1, left, 1, MPI_COMM_WORLD, status = new MPI_Status());
            assertEquals(rank == 0 ? rank : left, out[n - 1]);
            assertFromLeft(status, left, n);
        }
    }

    private static void assertFromLeft(MPI_Status status, int left, int count) {
        if (left == MPI_PROC_NULL) {
            assertNothing(status);
        } else {
            assertEquals(left, status.MPI_SOURCE);
            assertEquals(1, status.MPI_TAG);
            assertEquals(count, MPI_Get_count(status, MPI_INT));
        }
    }

    /** No data moves, so nobody looks at the buffer. */
    @Spmd({1})
    @Rule({"SR-009", "SR-010", "SR-011"})
    void shouldNotNeedABuffer() {
        MPI_Send(null, 3, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD);
        assertNothing(MPI_Recv(null, 3, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD));
        int[] data = {8};
        MPI_Request send = MPI_Isend(data, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        int[] in = new int[1];
        MPI_Status status = MPI_Sendrecv(null, 3, MPI_INT, MPI_PROC_NULL, 1, in, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        assertEquals(1, MPI_Get_count(status, MPI_INT));
        assertEquals(8, in[0]);
        MPI_Wait(send);
        status = MPI_Sendrecv(data, 1, MPI_INT, 0, 1, null, 3, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD);
        assertNothing(status);
        MPI_Recv(in, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        assertNothing(MPI_Sendrecv_replace(null, 3, MPI_INT, MPI_PROC_NULL, 1, MPI_PROC_NULL, 1, MPI_COMM_WORLD));
    }

    @Spmd({1, 2})
    @Rule({"SR-012"})
    void shouldRefuseTheNullProcessAsRoot() {
        int[] data = new int[8];
        Errors.expect(MPI_ERR_ROOT, () -> MPI_Bcast(data, 1, MPI_INT, MPI_PROC_NULL, MPI_COMM_WORLD));
        Errors.expect(
                MPI_ERR_ROOT, () -> MPI_Reduce(data, new int[1], 1, MPI_INT, MPI_SUM, MPI_PROC_NULL, MPI_COMM_WORLD));
        Errors.expect(
                MPI_ERR_ROOT,
                () -> MPI_Gather(data, 1, MPI_INT, new int[8], 1, MPI_INT, MPI_PROC_NULL, MPI_COMM_WORLD));
    }

    @Spmd({2, 3})
    @Rule({"SR-013", "SR-009", "SR-010"})
    void shouldDoNothingOnEveryKindOfCommunicator() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        MPI_Comm copy = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm half = MPI_Comm_split(MPI_COMM_WORLD, rank == 0 ? 0 : 1, 0);
        MPI_Comm inter = MPI_Intercomm_create(half, 0, MPI_COMM_WORLD, rank == 0 ? 1 : 0, 9);
        int[] room = {3};
        for (MPI_Comm comm : new MPI_Comm[] {MPI_COMM_SELF, copy, half, inter}) {
            for (Sending sending : Sending.values()) {
                sending.send(room, 1, MPI_INT, MPI_PROC_NULL, 5, comm);
            }
            assertNothing(MPI_Recv(room, 1, MPI_INT, MPI_PROC_NULL, 5, comm));
            assertNothing(MPI_Wait(MPI_Irecv(room, 1, MPI_INT, MPI_PROC_NULL, 5, comm)));
            assertNothing(MPI_Probe(MPI_PROC_NULL, 5, comm));
            assertNothing(MPI_Sendrecv_replace(room, 1, MPI_INT, MPI_PROC_NULL, 5, MPI_PROC_NULL, 5, comm));
        }
        assertEquals(3, room[0]);
        MPI_Comm_free(inter);
        MPI_Comm_free(half);
        MPI_Comm_free(copy);
    }
}
