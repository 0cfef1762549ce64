package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.junit.jupiter.api.function.Executable;

/** Collectives refuse wrong arguments before they do anything (MPI-1.1 chapter 4, §7.2). */
class WrongArgumentsTest {
    @Spmd({1, 2, 3})
    @Rule({"COL-009"})
    void shouldRefuseRootsThatAreNoRanks() {
        for (Call call : Call.values()) {
            if (call.hasRoot) {
                for (int root : new int[] {-1, size(), Integer.MAX_VALUE, MPI_PROC_NULL}) {
                    Errors.expect(MPI_ERR_ROOT, () -> call.make(MPI_COMM_WORLD, 1, MPI_INT, MPI_SUM, root));
                }
            }
            call.make(MPI_COMM_WORLD, 1, MPI_INT, MPI_SUM, 0);
        }
    }

    @Spmd({1, 2})
    @Rule({"COL-032"})
    void shouldRefuseNegativeCounts() {
        for (Call call : Call.values()) {
            for (int count : new int[] {-1, Integer.MIN_VALUE}) {
                Errors.expect(MPI_ERR_COUNT, () -> call.make(MPI_COMM_WORLD, count, MPI_INT, MPI_SUM, 0));
            }
        }
    }

    @Spmd({1, 2})
    @Rule({"COL-032"})
    void shouldRefuseCountsWhoseSumIsMoreThanAnIntCanSay() {
        int[] counts = filled(size() + 1, Integer.MAX_VALUE);
        counts[size()] = 0;
        int expected = size() == 1 ? MPI_ERR_BUFFER : MPI_ERR_COUNT;
        Errors.expect(
                expected, () -> MPI_Reduce_scatter(new int[1], new int[1], counts, MPI_INT, MPI_SUM, MPI_COMM_WORLD));
    }

    @Spmd({1, 2})
    @Rule({"COL-032"})
    void shouldRefuseTypesThatCannotBeSent() {
        MPI_Datatype uncommitted = MPI_Type_contiguous(1, MPI_INT);
        for (Call call : Call.values()) {
            for (MPI_Datatype type : new MPI_Datatype[] {uncommitted, MPI_DATATYPE_NULL, null, MPI_LB, MPI_UB}) {
                Errors.expect(MPI_ERR_TYPE, () -> call.make(MPI_COMM_WORLD, 1, type, MPI_SUM, 0));
            }
        }
        MPI_Type_free(uncommitted);
    }

    @Spmd({1, 2})
    @Rule({"COL-032"})
    void shouldRefuseCommunicatorsThatAreNone() {
        MPI_Comm freed = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm_free(freed);
        for (MPI_Comm comm : new MPI_Comm[] {MPI_COMM_NULL, null, freed}) {
            for (Call call : Call.values()) {
                Errors.expect(MPI_ERR_COMM, () -> call.make(comm, 1, MPI_INT, MPI_SUM, 0));
            }
            Errors.expect(MPI_ERR_COMM, () -> MPI_Barrier(comm));
        }
    }

    @Spmd({1, 2})
    @Rule({"COL-032", "RED-002"})
    void shouldRefuseOperationsThatAreNone() {
        MPI_Op freed = MPI_Op_create((in, inout, len, type) -> {}, true);
        MPI_Op_free(freed);
        for (Call call : Call.values()) {
            if (call.reduces) {
                for (MPI_Op op : new MPI_Op[] {MPI_OP_NULL, null, freed}) {
                    Errors.expect(MPI_ERR_OP, () -> call.make(MPI_COMM_WORLD, 1, MPI_INT, op, 0));
                }
            }
        }
    }

    @Spmd({2, 3})
    @Rule({"COL-010"})
    void shouldRefuseInterCommunicatorsWhereRanksHaveNoOrder() {
        MPI_Comm half = MPI_Comm_split(MPI_COMM_WORLD, rank() % 2, 0);
        MPI_Comm inter = MPI_Intercomm_create(half, 0, MPI_COMM_WORLD, 1 - rank() % 2, 5);
        Errors.expect(MPI_ERR_COMM, () -> Call.SCAN.make(inter, 1, MPI_INT, MPI_SUM, 0));
        MPI_Comm_free(inter);
        MPI_Comm_free(half);
    }

    /** The program may have no handler anywhere else: MPI_COMM_WORLD's would end the job. */
    @Spmd({2, 3})
    @Rule({"COL-010", "ERR-005"})
    void shouldTellTheHandlerOfTheInterCommunicatorThatItIsRefused() {
        MPI_Comm half = MPI_Comm_split(MPI_COMM_WORLD, rank() % 2, 0);
        MPI_Comm inter = MPI_Intercomm_create(half, 0, MPI_COMM_WORLD, 1 - rank() % 2, 5);
        MPI_Comm[] told = new MPI_Comm[1];
        MPI_Errhandler_set(inter, MPI_Errhandler_create((comm, code) -> told[0] = comm));
        Call.SCAN.make(inter, 1, MPI_INT, MPI_SUM, 0);
        assertSame(inter, told[0]);
        MPI_Comm_free(inter);
        MPI_Comm_free(half);
    }

    @Spmd({2})
    @Rule({"COL-032"})
    void shouldNameTheArgumentThatIsWrong() {
        int[] counts = {1, -1};
        assertSaid(
                "recvbuf: the buffer is null",
                () -> MPI_Allgather(row(0, 0, 1), 1, MPI_INT, null, 1, MPI_INT, MPI_COMM_WORLD));
        assertSaid(
                "sendbuf: the buffer is of type java.lang.String: pass",
                () -> MPI_Allgather("a", 1, MPI_INT, new int[2], 1, MPI_INT, MPI_COMM_WORLD));
        assertSaid("recvcounts[1] -1 is negative", () -> gatherAll(counts, new int[2]));
        assertSaid("array recvcounts is null", () -> gatherAll(null, new int[2]));
        assertSaid("array displs has 1", () -> gatherAll(new int[2], new int[1]));
        MPI_Op freed = MPI_Op_create((in, inout, len, type) -> {}, true);
        MPI_Op_free(freed);
        assertSaid(
                "the operation has been freed",
                () -> MPI_Allreduce(new int[1], new int[1], 1, MPI_INT, freed, MPI_COMM_WORLD));
    }

    private static void gatherAll(int[] counts, int[] displs) {
        MPI_Allgatherv(new int[1], 1, MPI_INT, new int[2], counts, displs, MPI_INT, MPI_COMM_WORLD);
    }

    private static void assertSaid(String words, Executable call) {
        String said = assertThrows(MPIException.class, call).getMessage();
        assertTrue(said.contains(words), said);
    }

    @Spmd({1, 2, 3})
    @Rule({"COL-032"})
    void shouldRefuseBuffersThatAreTooSmall() {
        for (Call call : Call.values()) {
            Errors.expect(MPI_ERR_BUFFER, () -> call.make(MPI_COMM_WORLD, size() + 1, MPI_INT, MPI_SUM, rank()));
        }
    }

    @Spmd({1, 2, 3})
    @Rule({"RED-028", "GEN-009"})
    void shouldRefuseOneBufferForBothOperandAndResult() {
        int[] both = row(rank(), 0, 4);
        int[] ones = filled(size(), 1);
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Reduce(both, both, 4, MPI_INT, MPI_SUM, rank(), MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Allreduce(both, both, 4, MPI_INT, MPI_SUM, MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Reduce_scatter(both, both, ones, MPI_INT, MPI_SUM, MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Scan(both, both, 4, MPI_INT, MPI_SUM, MPI_COMM_WORLD));
        assertArrayEquals(row(rank(), 0, 4), both);
    }

    @Spmd({1, 2})
    @Rule({"RED-031"})
    void shouldRefuseAnOperationWithoutFunction() {
        Errors.expect(MPI_ERR_ARG, () -> MPI_Op_create(null, true));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Op_create(null, false, new MPI_Op[1]));
    }

    @Spmd({2, 3})
    @Rule({"COL-007"})
    void shouldReportBroadcastsLongerThanTheReceiversRoom() {
        for (int count : new int[] {10, 50_000}) {
            if (rank() == 0) {
                MPI_Bcast(new int[count], count, MPI_INT, 0, MPI_COMM_WORLD);
            } else if (rank() == size() - 1) {
                Errors.expect(
                        MPI_ERR_TRUNCATE, () -> MPI_Bcast(new int[count / 2], count / 2, MPI_INT, 0, MPI_COMM_WORLD));
            } else {
                MPI_Bcast(new int[count], count, MPI_INT, 0, MPI_COMM_WORLD);
            }
            Everything.check(MPI_COMM_WORLD, 3, 0);
        }
    }

    /** An error of some kind or the part that was sent: but an end. */
    @Spmd({2, 3})
    @Rule({"COL-007"})
    void shouldEndBroadcastsShorterThanTheReceiversRoom() {
        int[] data = filled(8, rank() == 0 ? 4 : -1);
        try {
            MPI_Bcast(data, rank() == 0 ? 5 : 8, MPI_INT, 0, MPI_COMM_WORLD);
            if (rank() != 0) {
                assertArrayEquals(new int[] {4, 4, 4, 4, 4, -1, -1, -1}, data);
            }
        } catch (MPIException e) {
            assertEquals(MPI_ERR_COUNT, e.errorClass());
        }
        Everything.check(MPI_COMM_WORLD, 3, 0);
    }
}
