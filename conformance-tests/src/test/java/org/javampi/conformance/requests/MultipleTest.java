package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.javampi.conformance.requests.NonBlockingTest.assertEmpty;
import static org.javampi.conformance.requests.NonBlockingTest.garbage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Completing one, some or all of several operations (MPI-1.1 §3.7.5). */
class MultipleTest {
    private static final int GO = 99;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static MPI_Status[] garbages(int n) {
        MPI_Status[] all = new MPI_Status[n];
        Arrays.setAll(all, i -> garbage());
        return all;
    }

    private static MPI_Request receive(int[] into, int index, int tag) {
        return MPI_Irecv(at(into, index), 1, MPI_INT, 0, tag, MPI_COMM_WORLD);
    }

    /** Rank 1 asks rank 0 to send one int to each of these tags, and waits until they are there. */
    private static void ask(int... tags) {
        MPI_Send(tags, tags.length, MPI_INT, 0, GO, MPI_COMM_WORLD);
        MPI_Recv(null, 0, MPI_INT, 0, GO, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    }

    /** Rank 0 serves until an empty wish. */
    private static void serve() {
        int[] tags = new int[64];
        MPI_Status status = new MPI_Status();
        while (true) {
            MPI_Recv(tags, tags.length, MPI_INT, 1, GO, MPI_COMM_WORLD, status);
            int n = MPI_Get_count(status, MPI_INT);
            for (int i = 0; i < n; i++) {
                MPI_Send(new int[] {tags[i] * 10}, 1, MPI_INT, 1, tags[i], MPI_COMM_WORLD);
            }
            MPI_Send(null, 0, MPI_INT, 1, GO, MPI_COMM_WORLD);
            if (n == 0) {
                return;
            }
        }
    }

    @Spmd
    @Rule({"MUL-001", "MUL-002", "MUL-004", "GEN-012"})
    void shouldCompleteTheOneThatCan() {
        if (rank() == 0) {
            serve();
            return;
        }
        int[] data = new int[3];
        MPI_Request[] all = {receive(data, 0, 1), MPI_REQUEST_NULL, receive(data, 1, 2), receive(data, 2, 3)};
        MPI_Request first = all[0];
        MPI_Request last = all[3];
        ask(2);
        int[] index = {-9};
        MPI_Status status = garbage();
        MPI_Waitany(4, all, index, status);
        assertEquals(2, index[0]);
        assertEquals(0, status.MPI_SOURCE);
        assertEquals(2, status.MPI_TAG);
        assertEquals(1, MPI_Get_count(status, MPI_INT));
        assertEquals(20, data[1]);
        assertSame(MPI_REQUEST_NULL, all[2]);
        assertSame(first, all[0]);
        assertSame(last, all[3]);
        ask(3, 1);
        MPI_Waitall(4, all, MPI_STATUSES_IGNORE);
        ask();
    }

    @Spmd(1)
    @Rule({"MUL-003", "MUL-007", "MUL-010", "MUL-015", "MUL-018", "MUL-019"})
    void shouldReturnAtOnceWhenNothingIsActive() {
        MPI_Request inactive = MPI_Recv_init(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        MPI_Request[][] lists = {{}, {MPI_REQUEST_NULL, MPI_REQUEST_NULL}, {inactive, MPI_REQUEST_NULL, inactive}};
        for (MPI_Request[] list : lists) {
            int n = list.length;
            int[] index = {4};
            boolean[] flag = {false};
            MPI_Status status = garbage();
            MPI_Waitany(n, list, index, status);
            assertEquals(MPI_UNDEFINED, index[0]);
            assertEmpty(status);
            index[0] = 4;
            status = garbage();
            MPI_Testany(n, list, index, flag, status);
            assertTrue(flag[0]);
            assertEquals(MPI_UNDEFINED, index[0]);
            assertEmpty(status);
            MPI_Status[] statuses = garbages(n);
            MPI_Waitall(n, list, statuses);
            Arrays.stream(statuses).forEach(NonBlockingTest::assertEmpty);
            statuses = garbages(n);
            flag[0] = false;
            MPI_Testall(n, list, flag, statuses);
            assertTrue(flag[0]);
            Arrays.stream(statuses).forEach(NonBlockingTest::assertEmpty);
            int[] count = {4};
            MPI_Waitsome(n, list, count, new int[n], MPI_STATUSES_IGNORE);
            assertEquals(MPI_UNDEFINED, count[0]);
            count[0] = 4;
            MPI_Testsome(n, list, count, new int[n], MPI_STATUSES_IGNORE);
            assertEquals(MPI_UNDEFINED, count[0]);
        }
        MPI_Request_free(inactive);
    }

    @Spmd
    @Rule({"MUL-005", "PER-014", "PER-004"})
    void shouldKeepPersistentHandlesAndIgnoreThemOnceInactive() {
        if (rank() == 0) {
            serve();
            return;
        }
        int[] data = new int[2];
        MPI_Request[] all = {MPI_Recv_init(at(data, 0), 1, MPI_INT, 0, 1, MPI_COMM_WORLD), receive(data, 1, 2)};
        MPI_Request persistent = all[0];
        for (int round = 0; round < 3; round++) {
            MPI_Start(persistent);
            ask(1);
            int[] index = {-1};
            MPI_Waitany(2, all, index, MPI_STATUS_IGNORE);
            assertEquals(0, index[0]);
            assertSame(persistent, all[0]);
            boolean[] flag = {true};
            MPI_Testany(2, all, index, flag, MPI_STATUS_IGNORE);
            assertFalse(flag[0]);
            assertEquals(MPI_UNDEFINED, index[0]);
        }
        ask(2);
        int[] count = new int[1];
        int[] indices = new int[2];
        MPI_Waitsome(2, all, count, indices, MPI_STATUSES_IGNORE);
        assertEquals(1, count[0]);
        assertEquals(1, indices[0]);
        MPI_Request_free(persistent);
        ask();
    }

    @Spmd
    @Rule({"MUL-006", "MUL-008", "MUL-014"})
    void shouldTestWithoutChangingWhatIsNotComplete() {
        if (rank() == 0) {
            serve();
            return;
        }
        int[] data = new int[2];
        MPI_Request[] all = {receive(data, 0, 1), receive(data, 1, 2)};
        MPI_Request[] kept = all.clone();
        int[] index = {3};
        boolean[] flag = {true};
        MPI_Testany(2, all, index, flag, MPI_STATUS_IGNORE);
        assertFalse(flag[0]);
        assertEquals(MPI_UNDEFINED, index[0]);
        assertSame(kept[0], all[0]);
        ask(1);
        // The message has arrived: what came after it has been received.
        flag[0] = true;
        MPI_Testall(2, all, flag, garbages(2));
        assertFalse(flag[0]);
        assertSame(kept[0], all[0]);
        assertSame(kept[1], all[1]);
        MPI_Status status = garbage();
        MPI_Wait(all[0], status);
        assertEquals(1, status.MPI_TAG);
        all[0] = receive(data, 0, 1);
        ask(1, 2);
        int completed = 0;
        for (int call = 0; call < 2; call++) {
            do {
                MPI_Testany(2, all, index, flag, status);
            } while (!flag[0]);
            completed++;
            int live = 0;
            for (MPI_Request request : all) {
                live += request == MPI_REQUEST_NULL ? 0 : 1;
            }
            assertEquals(2 - completed, live);
        }
        ask();
    }

    @Spmd
    @Rule({"MUL-009", "MUL-012", "GEN-010"})
    void shouldGiveEachRequestItsStatusWhateverTheOrder() {
        if (rank() == 0) {
            serve();
            return;
        }
        int[] data = new int[5];
        MPI_Request[] all = new MPI_Request[7];
        MPI_Status[] statuses = garbages(7);
        MPI_Request beyond = receive(data, 4, 50);
        for (int i = 0; i < 4; i++) {
            all[i] = receive(data, i, 10 + i);
        }
        all[5] = beyond;
        ask(13, 12, 11, 10);
        MPI_Waitall(4, all, statuses);
        for (int i = 0; i < 4; i++) {
            assertEquals(10 + i, statuses[i].MPI_TAG);
            assertEquals(9, statuses[i].MPI_ERROR);
            assertEquals(100 + 10 * i, data[i]);
            assertSame(MPI_REQUEST_NULL, all[i]);
        }
        assertSame(beyond, all[5]);
        assertEquals(8, statuses[4].MPI_TAG);
        ask(50);
        MPI_Wait(beyond, MPI_STATUS_IGNORE);
        ask();
    }

    /** One receive that fits and one that is too short; both messages are there. */
    private static MPI_Request[] oneGoodOneBad(int[] data) {
        MPI_Request[] two = {receive(data, 0, 1), MPI_Irecv(null, 0, MPI_INT, 0, 2, MPI_COMM_WORLD)};
        ask(1, 2);
        return two;
    }

    @Spmd
    @Rule({"MUL-011", "MUL-016", "MUL-021"})
    void shouldSayWhichHaveFailed() {
        if (rank() == 0) {
            serve();
            return;
        }
        int[] data = new int[1];
        for (int way = 0; way < 4; way++) {
            MPI_Request[] two = oneGoodOneBad(data);
            MPI_Status[] statuses = garbages(2);
            int[] count = {0};
            int[] indices = new int[2];
            boolean[] flag = new boolean[1];
            int how = way;
            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
            int code = MPI_SUCCESS;
            while (code == MPI_SUCCESS) {
                code = switch (how) {
                    case 0 -> MPI_Waitall(2, two, statuses);
                    case 1 -> MPI_Testall(2, two, flag, statuses);
                    case 2 -> MPI_Waitsome(2, two, count, indices, statuses);
                    default -> MPI_Testsome(2, two, count, indices, statuses);
                };
            }
            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
            assertEquals(MPI_ERR_IN_STATUS, MPI_Error_class(code));
            if (way < 2) {
                int good = statuses[0].MPI_ERROR;
                assertTrue(good == MPI_SUCCESS || good == MPI_ERR_PENDING, "good one: " + good);
                assertEquals(MPI_ERR_TRUNCATE, MPI_Error_class(statuses[1].MPI_ERROR));
            } else {
                for (int k = 0; k < count[0]; k++) {
                    int expected = indices[k] == 1 ? MPI_ERR_TRUNCATE : MPI_SUCCESS;
                    assertEquals(expected, MPI_Error_class(statuses[k].MPI_ERROR));
                }
            }
            MPI_Waitall(2, two, MPI_STATUSES_IGNORE);
            assertEquals(10, data[0]);
        }
        ask();
    }

    @Spmd(1)
    @Rule({"MUL-013", "MUL-027"})
    void shouldRefuseBadListsWithoutTouchingAnything() {
        int[] data = new int[1];
        MPI_Request[] one = {MPI_Irecv(data, 1, MPI_INT, 0, 1, MPI_COMM_WORLD)};
        MPI_Request kept = one[0];
        MPI_Status[] statuses = garbages(1);
        int[] bad = {MPI_ERR_COUNT, MPI_ERR_ARG};
        Errors.expectOneOf(bad, () -> MPI_Waitall(-1, one, statuses));
        Errors.expectOneOf(bad, () -> MPI_Waitany(-1, one, new int[1], statuses[0]));
        Errors.expectOneOf(bad, () -> MPI_Testall(-1, one, new boolean[1], statuses));
        Errors.expectOneOf(bad, () -> MPI_Waitsome(-1, one, new int[1], new int[1], statuses));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Waitall(2, new MPI_Request[] {one[0], null}, garbages(2)));
        assertEquals(9, statuses[0].MPI_ERROR);
        assertSame(kept, one[0]);
        MPI_Send(new int[] {1}, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        MPI_Wait(one, MPI_STATUS_IGNORE);
    }

    @Spmd
    @Rule({"MUL-017", "MUL-022"})
    void shouldListWhatHasCompletedByPosition() {
        if (rank() == 0) {
            serve();
            return;
        }
        int[] data = new int[10];
        MPI_Request[] all = new MPI_Request[10];
        for (int i = 0; i < 10; i++) {
            all[i] = receive(data, i, i);
        }
        int[] count = new int[1];
        int[] indices = new int[10];
        MPI_Testsome(10, all, count, indices, MPI_STATUSES_IGNORE);
        assertEquals(0, count[0]);
        ask(3, 1);
        MPI_Status[] statuses = garbages(10);
        boolean[] seen = new boolean[10];
        int done = 0;
        while (done < 2) {
            MPI_Waitsome(10, all, count, indices, statuses);
            assertTrue(count[0] >= 1);
            for (int k = 0; k < count[0]; k++) {
                assertEquals(indices[k], statuses[k].MPI_TAG);
                assertFalse(seen[indices[k]]);
                seen[indices[k]] = true;
            }
            done += count[0];
        }
        assertTrue(seen[1] && seen[3]);
        ask(0, 2, 4, 5, 6, 7, 8, 9);
        done = 0;
        while (done < 8) {
            MPI_Testsome(10, all, count, indices, statuses);
            done += count[0];
        }
        ask();
    }

    @Spmd(3)
    @Rule("MUL-020")
    void shouldServeSlowClientsToo() {
        int rounds = 2000;
        int[] word = {rank()};
        if (rank() == 1) {
            for (int i = 0; i < rounds; i++) {
                MPI_Send(word, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
            }
        } else if (rank() == 2) {
            MPI_Send(word, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        } else {
            // The slow client's message is there before the loop begins.
            MPI_Probe(2, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            int[] data = new int[2];
            MPI_Request[] all = {MPI_REQUEST_NULL, MPI_REQUEST_NULL};
            for (int c = 0; c < 2; c++) {
                all[c] = MPI_Irecv(at(data, c), 1, MPI_INT, c + 1, 1, MPI_COMM_WORLD);
            }
            int fast = 0;
            int served = -1;
            int[] count = new int[1];
            int[] indices = new int[2];
            for (int call = 0; fast < rounds || served < 0; call++) {
                MPI_Waitsome(2, all, count, indices, MPI_STATUSES_IGNORE);
                for (int k = 0; k < count[0]; k++) {
                    if (indices[k] == 1) {
                        served = call;
                    } else if (++fast < rounds) {
                        all[0] = MPI_Irecv(data, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
                    }
                }
            }
            assertTrue(served < 10, "served in call " + served);
        }
    }

    @Spmd
    @Rule("MUL-024")
    void shouldGiveAHandlerTheCodeOfTheFailedRequest() {
        if (rank() == 0) {
            serve();
            return;
        }
        int[] code = new int[1];
        MPI_Errhandler[] handler = new MPI_Errhandler[1];
        MPI_Errhandler_create((comm, errorcode) -> code[0] = errorcode, handler);
        int[] data = new int[1];
        MPI_Request[] two = oneGoodOneBad(data);
        MPI_Errhandler_set(MPI_COMM_WORLD, handler[0]);
        int returned = MPI_Waitall(2, two, garbages(2));
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
        MPI_Errhandler_free(handler);
        assertEquals(MPI_ERR_IN_STATUS, MPI_Error_class(returned));
        assertEquals(MPI_ERR_TRUNCATE, MPI_Error_class(code[0]));
        MPI_Waitall(2, two, MPI_STATUSES_IGNORE);
        ask();
    }

    @Spmd(1)
    @Rule({"MUL-025", "MUL-026"})
    void shouldCompleteMixedListsInAnyOrder() {
        int[] data = new int[4];
        MPI_Request persistent = MPI_Send_init(new int[] {4}, 1, MPI_INT, 0, 4, MPI_COMM_WORLD);
        MPI_Start(persistent);
        MPI_Request[] all = {
            MPI_Issend(new int[] {1}, 1, MPI_INT, 0, 1, MPI_COMM_WORLD),
            MPI_Irecv(at(data, 0), 1, MPI_INT, 0, 1, MPI_COMM_WORLD),
            persistent,
            MPI_Isend(new int[] {2}, 1, MPI_INT, 0, 2, MPI_COMM_WORLD),
            MPI_REQUEST_NULL,
            MPI_Irecv(at(data, 1), 1, MPI_INT, 0, 2, MPI_COMM_WORLD),
            MPI_Irecv(at(data, 3), 1, MPI_INT, 0, 4, MPI_COMM_WORLD)
        };
        MPI_Waitall(all.length, all, MPI_STATUSES_IGNORE);
        assertEquals(1, data[0]);
        assertEquals(2, data[1]);
        assertEquals(4, data[3]);
        assertSame(persistent, all[2]);
        MPI_Request_free(persistent);
    }
}
