package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Collectives that do not block (MPI-4.1 §6.12). */
class NonBlockingCollectivesTest {
    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"NBC-001", "NBC-002", "NBC-003"})
    void shouldGiveTheBlockingResultsWithAnyNumberOutstandingInAnyOrder() {
        DifferentialRun.compare(20261130L, 10);
    }

    @Spmd(
            value = {6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"NBC-001", "NBC-002", "NBC-003"})
    void shouldGiveTheBlockingResultsOnManyRanks() {
        DifferentialRun.compare(20261201L, 3);
    }

    @Spmd({2, 3, 5})
    @Rule({"NBC-004"})
    void shouldProgressWhileTheProgramCallsNothing() {
        int[] data = new int[100_000];
        if (rank() == 0) {
            Arrays.fill(data, 7);
        }
        MPI_Request[] request = {MPI_Ibcast(data, data.length, MPI_INT, 0, MPI_COMM_WORLD)};
        if (rank() == size() - 1) {
            // Its data has come by other ranks, which call nothing either.
            while (((volatileRead(data, data.length - 1)) != 7)) {
                Thread.yield();
            }
            for (int other = 0; other < size() - 1; other++) {
                MPI_Send(new int[0], 0, MPI_INT, other, 5, MPI_COMM_WORLD);
            }
        } else {
            // Blocks in a call for messages only when the last rank has said so.
            MPI_Recv(new int[0], 0, MPI_INT, size() - 1, 5, MPI_COMM_WORLD);
        }
        MPI_Wait(request, MPI_STATUS_IGNORE);
        assertArrayEquals(filled(data.length, 7), data);
    }

    private static int volatileRead(int[] data, int index) {
        Thread.onSpinWait();
        VarHandle.fullFence();
        return data[index];
    }

    @Spmd({2, 3})
    @Rule({"NBC-005"})
    void shouldRefuseToCancelOrFreeWhileItIsActive() {
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
        int[] sum = new int[1];
        MPI_Request[] request = {MPI_Iallreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD)};
        assertEquals(MPI_ERR_REQUEST, classOf(MPI_Cancel(request)));
        assertEquals(MPI_ERR_REQUEST, classOf(MPI_Request_free(request)));
        assertEquals(MPI_SUCCESS, MPI_Wait(request, new MPI_Status()));
        assertEquals(size(), sum[0]);
        assertEquals(MPI_REQUEST_NULL, request[0]);
    }

    private static int classOf(int code) {
        int[] errorClass = new int[1];
        MPI_Error_class(code, errorClass);
        return errorClass[0];
    }

    @Spmd({2, 4})
    @Rule({"NBC-006"})
    void shouldGoOnWhenTheCommunicatorIsFreed() {
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        int[][] sums = new int[5][40_000];
        MPI_Request[] requests = new MPI_Request[sums.length];
        for (int i = 0; i < sums.length; i++) {
            requests[i] = MPI_Iallreduce(filled(40_000, i), sums[i], 40_000, MPI_INT, MPI_SUM, comm[0]);
        }
        MPI_Comm_free(comm);
        MPI_Waitall(requests.length, requests, MPI_STATUSES_IGNORE);
        for (int i = 0; i < sums.length; i++) {
            assertArrayEquals(filled(40_000, i * size()), sums[i]);
        }
    }

    @Spmd({2, 3, 5})
    @Rule({"NBC-007"})
    void shouldReportADifferentSizeWhereTheCallIsCompleted() {
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Errhandler_set(comm[0], MPI_ERRORS_THROW_EXCEPTIONS);
        // The same algorithm for both sizes, so that sizes are all that differs.
        int count = rank() == 1 ? 3 : 4;
        int[] all = new int[4 * size()];
        MPI_Request request = MPI_Iallgather(new int[count], count, MPI_INT, all, count, MPI_INT, comm[0]);
        MPIException thrown = assertThrows(MPIException.class, () -> MPI_Wait(request));
        assertEquals(MPI_ERR_TRUNCATE, thrown.errorClass(), thrown.getMessage());
        MPI_Barrier(MPI_COMM_WORLD);
    }

    @Spmd({2, 3, 4})
    @Rule({"NBC-007"})
    void shouldReportDifferentCollectivesAtEveryRank() {
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Errhandler_set(comm[0], MPI_ERRORS_THROW_EXCEPTIONS);
        int[] sum = new int[1];
        MPI_Request request = rank() == size() - 1
                ? MPI_Ibarrier(comm[0])
                : MPI_Iallreduce(new int[1], sum, 1, MPI_INT, MPI_SUM, comm[0]);
        MPIException thrown = assertThrows(MPIException.class, () -> MPI_Wait(request));
        assertEquals(MPI_ERR_OTHER, thrown.errorClass());
        assertTrue(thrown.getMessage().contains("do not call the same collectives"), thrown.getMessage());
        // What comes after it is not disturbed.
        MPI_Request next = MPI_Iallreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, comm[0]);
        MPI_Wait(next);
        assertEquals(size(), sum[0]);
    }

    @Spmd({2, 3})
    @Rule({"NBC-007"})
    void shouldReportWhatAFunctionOfTheProgramThrows() {
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Errhandler_set(comm[0], MPI_ERRORS_THROW_EXCEPTIONS);
        MPI_Op op = MPI_Op_create(
                (in, inout, length, type) -> {
                    throw new IllegalArgumentException("no such sum");
                },
                true);
        MPI_Request request = MPI_Iallreduce(new int[1], new int[1], 1, MPI_INT, op, comm[0]);
        MPIException thrown = assertThrows(MPIException.class, () -> MPI_Wait(request));
        assertEquals(MPI_ERR_OP, thrown.errorClass());
        assertTrue(thrown.getMessage().contains("no such sum"), thrown.getMessage());
        MPI_Barrier(MPI_COMM_WORLD);
    }
}
