package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Requests for operations of the program's own (MPI-4.1 §13.2). */
class GeneralizedRequestsTest {
    /** An operation that says how often each of its callbacks has been called. */
    private static final class Operation {
        final AtomicInteger queries = new AtomicInteger();
        final AtomicInteger frees = new AtomicInteger();
        final AtomicInteger cancels = new AtomicInteger();
        boolean completeAtCancel;
        int code = MPI_SUCCESS;

        MPI_Request start(int elements) {
            return MPI_Grequest_start(
                    (state, status) -> {
                        assertEquals("state", state);
                        queries.incrementAndGet();
                        status.MPI_SOURCE = 3;
                        status.MPI_TAG = 4;
                        MPI_Status_set_elements(status, MPI_INT, elements);
                        MPI_Status_set_cancelled(status, cancels.get() > 0);
                        return code;
                    },
                    state -> {
                        assertEquals("state", state);
                        frees.incrementAndGet();
                        return MPI_SUCCESS;
                    },
                    (state, complete) -> {
                        assertEquals("state", state);
                        completeAtCancel = complete;
                        cancels.incrementAndGet();
                        return MPI_SUCCESS;
                    },
                    "state");
        }
    }

    /** Says that an operation is over, from a thread of its own, when {@code signal} has been given. */
    private static Thread completer(MPI_Request request, CountDownLatch signal) {
        Thread thread = new Thread(() -> {
            try {
                signal.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            MPI_Grequest_complete(request);
        });
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Spmd({1, 2})
    @Rule({"GRQ-001", "GRQ-002"})
    void shouldEndAWaitFromAnotherThreadAndAskForTheStatus() {
        Operation operation = new Operation();
        MPI_Request[] request = {operation.start(5)};
        boolean[] flag = {true};
        MPI_Status status = new MPI_Status();
        MPI_Test(request, flag, status);
        assertFalse(flag[0]);
        MPI_Request_get_status(request[0], flag, status);
        assertFalse(flag[0]);
        assertEquals(0, operation.queries.get());
        CountDownLatch signal = new CountDownLatch(1);
        Thread thread = completer(request[0], signal);
        signal.countDown();
        MPI_Wait(request, status);
        join(thread);
        assertEquals(MPI_REQUEST_NULL, request[0]);
        assertEquals(3, status.MPI_SOURCE);
        assertEquals(4, status.MPI_TAG);
        assertEquals(5, MPI_Get_count(status, MPI_INT));
        assertEquals(1, operation.queries.get());
        assertEquals(1, operation.frees.get());
    }

    @Spmd({2, 3})
    @Rule({"GRQ-003"})
    void shouldBeCompletedTogetherWithMessages() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        Operation[] operations = {new Operation(), new Operation()};
        int[] in = new int[1];
        int[] sum = new int[1];
        CountDownLatch signal = new CountDownLatch(1);
        MPI_Request[] requests = {
            operations[0].start(1),
            MPI_Irecv(in, 1, MPI_INT, (rank + 1) % size, 6, MPI_COMM_WORLD),
            operations[1].start(2),
            MPI_Isend(new int[] {rank}, 1, MPI_INT, (rank + size - 1) % size, 6, MPI_COMM_WORLD),
            MPI_Iallreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD)
        };
        Thread one = completer(requests[0], signal);
        Thread two = completer(requests[2], signal);
        signal.countDown();
        MPI_Status[] statuses = new MPI_Status[5];
        Arrays.setAll(statuses, i -> new MPI_Status());
        MPI_Waitall(5, requests, statuses);
        join(one);
        join(two);
        assertEquals(1, MPI_Get_count(statuses[0], MPI_INT));
        assertEquals(2, MPI_Get_count(statuses[2], MPI_INT));
        assertEquals((rank + 1) % size, in[0]);
        assertEquals(size, sum[0]);
        assertEquals(1, operations[1].frees.get());
        // The others of the family, with the one that is over.
        int[] index = new int[1];
        int[] count = new int[1];
        boolean[] flag = new boolean[1];
        MPI_Request[] two2 = {operations[0].start(1), operations[1].start(7)};
        MPI_Grequest_complete(two2[1]);
        MPI_Status status = new MPI_Status();
        MPI_Waitany(2, two2, index, status);
        assertEquals(1, index[0]);
        assertEquals(7, MPI_Get_count(status, MPI_INT));
        MPI_Testsome(2, two2, count, new int[2], MPI_STATUSES_IGNORE);
        assertEquals(0, count[0]);
        MPI_Grequest_complete(two2[0]);
        MPI_Testall(2, two2, flag, MPI_STATUSES_IGNORE);
        assertTrue(flag[0]);
        assertEquals(2, operations[0].frees.get());
    }

    @Spmd({1})
    @Rule({"GRQ-004"})
    void shouldBeFreedOnceWhicheverComesFirst() {
        Operation operation = new Operation();
        MPI_Request[] request = {operation.start(1)};
        MPI_Request kept = request[0];
        MPI_Request_free(request);
        assertEquals(MPI_REQUEST_NULL, request[0]);
        assertEquals(0, operation.frees.get());
        MPI_Grequest_complete(kept);
        assertEquals(1, operation.frees.get());
        request[0] = operation.start(1);
        MPI_Grequest_complete(request[0]);
        assertEquals(1, operation.frees.get());
        MPI_Request_free(request);
        assertEquals(2, operation.frees.get());
        assertEquals(0, operation.queries.get());
    }

    @Spmd({1})
    @Rule({"GRQ-005"})
    void shouldHandCancellationToTheProgram() {
        Operation operation = new Operation();
        MPI_Request[] request = {operation.start(0)};
        MPI_Cancel(request);
        assertEquals(1, operation.cancels.get());
        assertFalse(operation.completeAtCancel);
        MPI_Grequest_complete(request[0]);
        MPI_Cancel(request);
        assertTrue(operation.completeAtCancel);
        MPI_Status status = new MPI_Status();
        MPI_Wait(request, status);
        assertTrue(MPI_Test_cancelled(status));
    }

    @Spmd({1})
    @Rule({"GRQ-006"})
    void shouldReturnWhatACallbackReturns() {
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
        int[] code = new int[1];
        MPI_Add_error_class(code);
        Operation operation = new Operation();
        operation.code = code[0];
        MPI_Request[] request = {operation.start(1)};
        MPI_Grequest_complete(request[0]);
        assertEquals(code[0], MPI_Wait(request, new MPI_Status()));
        assertEquals(1, operation.frees.get());
        request[0] = operation.start(1);
        MPI_Grequest_complete(request[0]);
        MPI_Status[] statuses = {new MPI_Status()};
        assertEquals(MPI_ERR_IN_STATUS, MPI_Waitall(1, request, statuses));
        assertEquals(code[0], statuses[0].MPI_ERROR);
        assertEquals(MPI_REQUEST_NULL, request[0]);
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
    }

    @Spmd({2})
    @Rule({"GRQ-007"})
    void shouldRefuseWhatIsNoGeneralizedRequest() {
        Operation operation = new Operation();
        MPI_Request[] request = {operation.start(1)};
        MPI_Grequest_complete(request[0]);
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Grequest_complete(request[0]));
        MPI_Wait(request, MPI_STATUS_IGNORE);
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Grequest_complete(MPI_REQUEST_NULL));
        MPI_Request[] receive = {MPI_Irecv(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_SELF)};
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Grequest_complete(receive[0]));
        MPI_Cancel(receive);
        MPI_Wait(receive, MPI_STATUS_IGNORE);
        Errors.expect(
                MPI_ERR_ARG, () -> MPI_Grequest_start(null, state -> MPI_SUCCESS, (state, over) -> MPI_SUCCESS, null));
    }
}
