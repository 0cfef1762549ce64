package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Persistent requests (MPI-1.1 §3.9). */
class PersistentTest {
    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    @Spmd
    @Rule({"PER-001", "PER-002", "PER-005", "GEN-007"})
    void shouldSendWhatIsThereWhenItIsStarted() {
        int[] data = {-1, -1};
        if (rank() == 0) {
            MPI_Request[] all = {
                MPI_Send_init(at(data, 0), 1, MPI_INT, 1, 1, MPI_COMM_WORLD),
                MPI_Send_init(at(data, 1), 1, MPI_INT, 1, 2, MPI_COMM_WORLD)
            };
            MPI_Request[] kept = all.clone();
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Startall(0, all);
            MPI_Barrier(MPI_COMM_WORLD);
            for (int round = 0; round < 20; round++) {
                data[0] = round;
                data[1] = -round;
                MPI_Startall(2, all);
                assertSame(kept[1], all[1]);
                MPI_Waitall(2, all, MPI_STATUSES_IGNORE);
            }
            MPI_Request_free(all[0]);
            MPI_Request_free(all[1]);
        } else {
            MPI_Barrier(MPI_COMM_WORLD);
            assertFalse(MPI_Iprobe(0, MPI_ANY_TAG, MPI_COMM_WORLD, new MPI_Status()));
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Request receive = MPI_Recv_init(data, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
            for (int round = 0; round < 20; round++) {
                MPI_Start(receive);
                MPI_Wait(receive, MPI_STATUS_IGNORE);
                assertEquals(round, data[0]);
                MPI_Recv(data, 1, MPI_INT, 0, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                assertEquals(-round, data[0]);
            }
            MPI_Request_free(receive);
        }
    }

    @Spmd(1)
    @Rule("PER-003")
    void shouldStartOnlyInactivePersistentRequests() {
        MPI_Request persistent = MPI_Recv_init(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        MPI_Request plain = MPI_Irecv(new int[1], 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
        MPI_Start(persistent);
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Start(persistent));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Start(plain));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Start(MPI_REQUEST_NULL));
        MPI_Send(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        MPI_Send(new int[1], 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
        MPI_Wait(plain, MPI_STATUS_IGNORE);
        MPI_Wait(persistent, MPI_STATUS_IGNORE);
        MPI_Request_free(persistent);
    }

    @Spmd
    @Rule("PER-006")
    void shouldMatchOrdinaryOperations() {
        int[] data = {42};
        if (rank() == 0) {
            MPI_Request send = MPI_Send_init(data, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            for (int i = 0; i < 3; i++) {
                MPI_Start(send);
                MPI_Wait(send, MPI_STATUS_IGNORE);
            }
            MPI_Request_free(send);
            MPI_Send(data, 1, MPI_INT, 1, 2, MPI_COMM_WORLD);
            MPI_Ssend(data, 1, MPI_INT, 1, 2, MPI_COMM_WORLD);
        } else {
            data[0] = 0;
            MPI_Recv(data, 1, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Wait(MPI_Irecv(data, 1, MPI_INT, 0, 1, MPI_COMM_WORLD), MPI_STATUS_IGNORE);
            for (int tag : new int[] {1, 2, 2}) {
                data[0] = 0;
                MPI_Request receive = MPI_Recv_init(data, 1, MPI_INT, 0, tag, MPI_COMM_WORLD);
                MPI_Start(receive);
                MPI_Wait(receive, MPI_STATUS_IGNORE);
                assertEquals(42, data[0]);
                MPI_Request_free(receive);
            }
        }
    }

    @Spmd
    @Rule("PER-007")
    void shouldMatchInTheOrderOfTheStarts() {
        if (rank() == 0) {
            MPI_Request one = MPI_Send_init(new int[] {1}, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            MPI_Request three = MPI_Send_init(new int[] {3}, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            MPI_Start(one);
            MPI_Request two = MPI_Isend(new int[] {2}, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            MPI_Start(three);
            MPI_Waitall(3, new MPI_Request[] {three, two, one}, MPI_STATUSES_IGNORE);
            MPI_Request_free(one);
            MPI_Request_free(three);
        } else {
            for (int i = 1; i <= 3; i++) {
                int[] data = new int[1];
                MPI_Recv(data, 1, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                assertEquals(i, data[0]);
            }
        }
    }

    @Spmd(3)
    @Rule("PER-008")
    void shouldMatchWildcardsAfreshAtEachStart() {
        if (rank() == 0) {
            int[] data = new int[1];
            MPI_Request receive = MPI_Recv_init(data, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
            MPI_Status status = new MPI_Status();
            for (int round = 0; round < 10; round++) {
                int sender = 1 + round % 2;
                MPI_Send(null, 0, MPI_INT, sender, 1, MPI_COMM_WORLD);
                MPI_Start(receive);
                MPI_Wait(receive, status);
                assertEquals(sender, status.MPI_SOURCE);
                assertEquals(100 + sender, status.MPI_TAG);
                assertEquals(sender, data[0]);
            }
            MPI_Request_free(receive);
        } else {
            for (int round = 0; round < 5; round++) {
                MPI_Recv(null, 0, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Send(new int[] {rank()}, 1, MPI_INT, 0, 100 + rank(), MPI_COMM_WORLD);
            }
        }
    }

    @Spmd
    @Rule({"PER-009", "PER-010"})
    void shouldBeFreedWhileActiveAndWhileNot() {
        byte[] data = new byte[1 << 20];
        if (rank() == 0) {
            MPI_Request[] send = {MPI_Send_init(data, data.length, MPI_BYTE, 1, 1, MPI_COMM_WORLD)};
            MPI_Start(send);
            MPI_Request_free(send);
            assertSame(MPI_REQUEST_NULL, send[0]);
            MPI_Recv(null, 0, MPI_BYTE, 1, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            send[0] = MPI_Send_init(data, 1, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            MPI_Request_free(send);
            assertSame(MPI_REQUEST_NULL, send[0]);
        } else {
            MPI_Status status = new MPI_Status();
            MPI_Recv(data, data.length, MPI_BYTE, 0, 1, MPI_COMM_WORLD, status);
            assertEquals(data.length, MPI_Get_count(status, MPI_BYTE));
            MPI_Send(null, 0, MPI_BYTE, 0, 2, MPI_COMM_WORLD);
        }
    }

    @Spmd
    @Rule({"PER-011", "BUF-019"})
    void shouldKeepTheMode() {
        int[] data = {1};
        if (rank() == 0) {
            byte[] room = new byte[4 + MPI_BSEND_OVERHEAD];
            MPI_Buffer_attach(room, room.length);
            MPI_Request[] buffered = new MPI_Request[100];
            for (int i = 0; i < 100; i++) {
                buffered[i] = MPI_Bsend_init(data, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            }
            for (MPI_Request request : buffered) {
                MPI_Start(request);
                MPI_Wait(request, MPI_STATUS_IGNORE);
                MPI_Recv(null, 0, MPI_INT, 1, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Request_free(request);
            }
            MPI_Buffer_detach();
            MPI_Request synchronous = MPI_Ssend_init(data, 1, MPI_INT, 1, 3, MPI_COMM_WORLD);
            MPI_Start(synchronous);
            MPI_Sendrecv(null, 0, MPI_INT, 1, 4, null, 0, MPI_INT, 1, 4, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            assertFalse(MPI_Test(synchronous, MPI_STATUS_IGNORE));
            MPI_Send(null, 0, MPI_INT, 1, 4, MPI_COMM_WORLD);
            MPI_Wait(synchronous, MPI_STATUS_IGNORE);
            MPI_Request_free(synchronous);
            MPI_Recv(null, 0, MPI_INT, 1, 5, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Request ready = MPI_Rsend_init(data, 1, MPI_INT, 1, 6, MPI_COMM_WORLD);
            MPI_Start(ready);
            MPI_Wait(ready, MPI_STATUS_IGNORE);
            MPI_Request_free(ready);
        } else {
            for (int i = 0; i < 100; i++) {
                MPI_Recv(data, 1, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Send(null, 0, MPI_INT, 0, 2, MPI_COMM_WORLD);
            }
            MPI_Sendrecv(null, 0, MPI_INT, 0, 4, null, 0, MPI_INT, 0, 4, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Recv(null, 0, MPI_INT, 0, 4, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Recv(data, 1, MPI_INT, 0, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Request receive = MPI_Irecv(data, 1, MPI_INT, 0, 6, MPI_COMM_WORLD);
            MPI_Send(null, 0, MPI_INT, 0, 5, MPI_COMM_WORLD);
            MPI_Wait(receive, MPI_STATUS_IGNORE);
        }
    }

    @Spmd(1)
    @Rule({"PER-012", "SR-009"})
    void shouldCompleteAtOnceWithTheNullProcess() {
        int[] data = {7};
        MPI_Request[] all = {
            MPI_Send_init(data, 1, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD),
            MPI_Bsend_init(data, 1, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD),
            MPI_Ssend_init(data, 1, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD),
            MPI_Rsend_init(data, 1, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD),
            MPI_Recv_init(data, 1, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD)
        };
        MPI_Status status = new MPI_Status();
        for (int round = 0; round < 3; round++) {
            MPI_Startall(all.length, all);
            for (MPI_Request request : all) {
                MPI_Wait(request, status);
            }
            assertEquals(MPI_PROC_NULL, status.MPI_SOURCE);
            assertEquals(MPI_ANY_TAG, status.MPI_TAG);
            assertEquals(0, MPI_Get_count(status, MPI_INT));
        }
        assertEquals(7, data[0]);
        for (MPI_Request request : all) {
            MPI_Request_free(request);
        }
    }

    @Spmd
    @Rule({"PER-013", "GEN-003", "GEN-006", "COM-014", "DDT-031"})
    void shouldOutliveItsTypeAndCommunicator() {
        int[] data = new int[200_000];
        MPI_Comm[] dup = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Datatype[] type = new MPI_Datatype[1];
        MPI_Type_vector(100_000, 1, 2, MPI_INT, type);
        MPI_Type_commit(type);
        boolean sends = rank() == 0;
        for (int i = 0; sends && i < data.length; i++) {
            data[i] = i;
        }
        MPI_Request once =
                sends ? MPI_Isend(data, 1, type[0], 1, 1, dup[0]) : MPI_Irecv(data, 1, type[0], 0, 1, dup[0]);
        MPI_Request persistent =
                sends ? MPI_Send_init(data, 1, type[0], 1, 2, dup[0]) : MPI_Recv_init(data, 1, type[0], 0, 2, dup[0]);
        MPI_Type_free(type);
        MPI_Comm_free(dup);
        assertSame(MPI_DATATYPE_NULL, type[0]);
        assertSame(MPI_COMM_NULL, dup[0]);
        MPI_Wait(once, MPI_STATUS_IGNORE);
        check(data, sends);
        for (int round = 0; round < 3; round++) {
            MPI_Start(persistent);
            MPI_Wait(persistent, MPI_STATUS_IGNORE);
            check(data, sends);
        }
        MPI_Request_free(persistent);
    }

    private static void check(int[] data, boolean sends) {
        for (int i = 0; !sends && i < data.length; i++) {
            assertEquals(i % 2 == 0 ? i : 0, data[i]);
        }
        assertTrue(data.length > 0);
    }
}
