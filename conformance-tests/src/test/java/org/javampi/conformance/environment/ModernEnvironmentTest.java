package org.javampi.conformance.environment;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Assertions;

/** Threads, error handlers and error codes of the program's own (MPI-4.1 chapters 9 and 11). */
class ModernEnvironmentTest {
    @Spmd({1, 2})
    @Rule({"THR-001", "THR-002"})
    void shouldLetAnyThreadCall() throws Exception {
        assertEquals(MPI_THREAD_MULTIPLE, MPI_Query_thread());
        // Threads of the common pool inherit no rank of a world in one VM.
        Executor own = task -> new Thread(task).start();
        assertFalse(CompletableFuture.supplyAsync(() -> MPI_Is_thread_main(), own)
                .get(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(
                MPI_THREAD_MULTIPLE,
                CompletableFuture.supplyAsync(() -> MPI_Query_thread(), own)
                        .get(Patience.seconds(120), TimeUnit.SECONDS));
        int[] provided = {-1};
        Errors.expectOneOf(new int[] {MPI_ERR_ARG}, () -> MPI_Init_thread(null, MPI_THREAD_MULTIPLE + 1, provided));
        Errors.expect(MPI_ERR_OTHER, () -> MPI_Init_thread(null, MPI_THREAD_SINGLE, provided));
        assertEquals(-1, provided[0]);
    }

    @Spmd({1, 2})
    @Rule({"EHN-001", "EHN-002", "EHN-003"})
    void shouldCallTheHandlerThatWasSet() {
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        int[] seen = new int[1];
        MPI_Errhandler own = MPI_Comm_create_errhandler((which, code) -> {
            assertEquals(comm, which);
            seen[0] = code;
        });
        MPI_Comm_set_errhandler(comm, own);
        MPI_Errhandler got = MPI_Comm_get_errhandler(comm);
        assertEquals(own, got);
        MPI_Errhandler_free(got);
        int code = MPI_Send(new int[1], 1, MPI_INT, 99, 0, comm);
        assertEquals(MPI_ERR_RANK, MPI_Error_class(code));
        assertEquals(code, seen[0]);
        assertEquals(MPI_SUCCESS, MPI_Comm_call_errhandler(comm, MPI_ERR_TAG));
        assertEquals(MPI_ERR_TAG, seen[0]);
        MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
        assertEquals(MPI_SUCCESS, MPI_Comm_call_errhandler(comm, MPI_ERR_TAG));
        MPI_Comm_set_errhandler(comm, MPI_ERRORS_THROW_EXCEPTIONS);
        MPIException thrown =
                Assertions.assertThrows(MPIException.class, () -> MPI_Comm_call_errhandler(comm, MPI_ERR_TAG));
        assertEquals(MPI_ERR_TAG, thrown.errorClass());
        Errors.expect(MPI_ERR_ARG, () -> MPI_Comm_set_errhandler(comm, MPI_ERRHANDLER_NULL));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Comm_create_errhandler(null));
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_get_errhandler(MPI_COMM_NULL));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Comm_call_errhandler(comm, -5));
        MPI_Errhandler_free(own);
        MPI_Comm_free(comm);
    }

    @Spmd(1)
    @Rule({"UEC-001", "UEC-002", "UEC-003", "UEC-004"})
    void shouldKeepTheProgramsOwnErrorCodes() {
        int before = (Integer) MPI_Comm_get_attr(MPI_COMM_WORLD, MPI_LASTUSEDCODE);
        int own = MPI_Add_error_class();
        assertTrue(own > MPI_ERR_LASTCODE && own > before);
        assertEquals(own, MPI_Error_class(own));
        int code = MPI_Add_error_code(own);
        int second = MPI_Add_error_code(MPI_ERR_OTHER);
        assertNotEquals(code, second);
        assertEquals(own, MPI_Error_class(code));
        assertEquals(MPI_ERR_OTHER, MPI_Error_class(second));
        assertEquals(second, MPI_Comm_get_attr(MPI_COMM_WORLD, MPI_LASTUSEDCODE));
        assertEquals("", MPI_Error_string(code));
        MPI_Add_error_string(code, "no such planet");
        assertEquals("no such planet", MPI_Error_string(code));
        MPIException thrown =
                Assertions.assertThrows(MPIException.class, () -> MPI_Comm_call_errhandler(MPI_COMM_WORLD, code));
        assertEquals(own, thrown.errorClass());
        assertEquals(code, thrown.errorCode());
        Errors.expect(MPI_ERR_ARG, () -> MPI_Add_error_code(second));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Add_error_string(MPI_ERR_TAG, "text"));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Add_error_string(code, "x".repeat(MPI_MAX_ERROR_STRING + 1)));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Remove_error_class(own));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Remove_error_code(code));
        MPI_Remove_error_string(code);
        MPI_Remove_error_code(code);
        MPI_Remove_error_class(own);
        MPI_Remove_error_code(second);
        Errors.expect(MPI_ERR_ARG, () -> MPI_Error_class(code));
    }

    @Spmd(1)
    @Rule("OPC-001")
    void shouldTellWhetherAnOperationCommutes() {
        assertTrue(MPI_Op_commutative(MPI_SUM));
        MPI_Op first = MPI_Op_create((in, inout, len, type) -> {}, false);
        assertFalse(MPI_Op_commutative(first));
        MPI_Op_free(first);
        Errors.expect(MPI_ERR_OP, () -> MPI_Op_commutative(MPI_OP_NULL));
    }
}
