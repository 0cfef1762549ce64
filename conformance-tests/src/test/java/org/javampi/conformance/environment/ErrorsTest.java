package org.javampi.conformance.environment;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Error handlers, codes and classes (MPI-1.1 §7.2 and §7.3). */
class ErrorsTest {
    private final List<MPI_Comm> where = new ArrayList<>();
    private final List<Integer> codes = new ArrayList<>();

    private MPI_Errhandler noting() {
        MPI_Errhandler[] handler = new MPI_Errhandler[1];
        MPI_Errhandler_create(
                (comm, code) -> {
                    where.add(comm);
                    codes.add(code);
                },
                handler);
        return handler[0];
    }

    private static void restore() {
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
    }

    @Spmd(1)
    @Rule({"ERR-002", "ERR-015", "GEN-013"})
    void shouldReturnCodesAndGoOn() {
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
        int[] data = {1};
        for (int i = 0; i < 1000; i++) {
            int code = MPI_Send(data, 1, MPI_INT, 5, 1, MPI_COMM_WORLD);
            assertEquals(MPI_ERR_RANK, MPI_Error_class(code));
            assertEquals(MPI_ERR_TAG, MPI_Error_class(MPI_Send(data, 1, MPI_INT, 0, -1, MPI_COMM_WORLD)));
            assertEquals(MPI_ERR_COUNT, MPI_Error_class(MPI_Send(data, -1, MPI_INT, 0, 1, MPI_COMM_WORLD)));
            assertEquals(MPI_SUCCESS, MPI_Send(data, 1, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD));
        }
        MPIException thrown = assertThrows(MPIException.class, () -> MPI_Comm_size(MPI_COMM_NULL));
        assertEquals(MPI_ERR_COMM, thrown.errorClass());
        assertEquals(MPI_ERR_COMM, MPI_Error_class(thrown.errorCode()));
        restore();
    }

    @Spmd(2)
    @Rule({"ERR-003", "ERR-004", "ERR-005", "ERR-007"})
    void shouldCallTheHandlerOfTheCommunicator() {
        MPI_Comm dup = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Errhandler handler = noting();
        MPI_Errhandler_set(dup, handler);
        int code = MPI_Send(new int[1], 1, MPI_INT, 77, 1, dup);
        assertEquals(List.of(dup), where);
        assertEquals(List.of(code), codes);
        assertEquals(MPI_ERR_RANK, MPI_Error_class(code));
        MPI_Comm child = MPI_Comm_dup(dup);
        MPI_Comm split = MPI_Comm_split(dup, 0, 0);
        MPI_Comm grid = MPI_Cart_create(dup, 1, new int[] {2}, new boolean[1], false);
        MPI_Group all = MPI_Comm_group(dup);
        MPI_Comm made = MPI_Comm_create(dup, all);
        MPI_Errhandler_set(dup, MPI_ERRORS_RETURN);
        for (MPI_Comm comm : new MPI_Comm[] {child, split, grid, made}) {
            where.clear();
            MPI_Send(new int[1], 1, MPI_INT, 77, 1, comm);
            assertEquals(List.of(comm), where);
            MPI_Comm_free(new MPI_Comm[] {comm});
        }
        where.clear();
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        MPI_Errhandler_set(MPI_COMM_WORLD, rank == 0 ? handler : MPI_ERRORS_RETURN);
        MPI_Type_vector(-1, 1, 1, MPI_INT, new MPI_Datatype[1]);
        MPI_Group_incl(all, 1, new int[] {55}, new MPI_Group[1]);
        MPI_Dims_create(7, 2, new int[] {3, 0});
        restore();
        assertEquals(rank == 0 ? 3 : 0, where.size());
        where.forEach(comm -> assertSame(MPI_COMM_WORLD, comm));
        MPI_Comm_free(new MPI_Comm[] {dup});
    }

    @Spmd(1)
    @Rule("ERR-006")
    void shouldUseTheHandlerOfTheRequestsCommunicator() {
        MPI_Comm dup = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Errhandler_set(dup, noting());
        MPI_Request receive = MPI_Irecv(new int[1], 1, MPI_INT, 0, 1, dup);
        MPI_Send(new int[2], 2, MPI_INT, 0, 1, dup);
        MPI_Request[] request = {receive};
        int code = MPI_Wait(request, MPI_STATUS_IGNORE);
        assertEquals(MPI_ERR_TRUNCATE, MPI_Error_class(code));
        assertEquals(List.of(dup), where);
        MPI_Comm_free(new MPI_Comm[] {dup});
    }

    @Spmd(1)
    @Rule({"ERR-008", "ERR-009", "ERR-010", "ERR-019", "GEN-002"})
    void shouldGetSetAndFreeHandlers() {
        MPI_Errhandler before = MPI_Errhandler_get(MPI_COMM_WORLD);
        assertSame(MPI_ERRORS_THROW_EXCEPTIONS, before);
        MPI_Errhandler[] own = {noting()};
        MPI_Errhandler kept = own[0];
        MPI_Errhandler_set(MPI_COMM_WORLD, own[0]);
        MPI_Errhandler[] got = {MPI_Errhandler_get(MPI_COMM_WORLD)};
        assertSame(kept, got[0]);
        MPI_Errhandler_free(got);
        MPI_Errhandler_free(own);
        assertSame(MPI_ERRHANDLER_NULL, own[0]);
        MPI_Send(new int[1], 1, MPI_INT, 77, 1, MPI_COMM_WORLD);
        assertEquals(1, codes.size());
        MPI_Errhandler_set(MPI_COMM_WORLD, before);
        Errors.expect(MPI_ERR_ARG, () -> MPI_Errhandler_create(null, new MPI_Errhandler[1]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRHANDLER_NULL));
    }

    @Spmd(1)
    @Rule({"ERR-011", "ERR-012", "ERR-013", "ERR-014"})
    void shouldExplainEveryCodeAndClass() throws IllegalAccessException {
        List<Integer> classes = new ArrayList<>();
        for (var field : org.javampi.MPI.class.getFields()) {
            if (field.getName().startsWith("MPI_ERR_") && field.getType() == int.class) {
                field.setAccessible(true);
                classes.add(field.getInt(null));
            }
        }
        assertTrue(classes.size() >= 19);
        assertEquals(classes.size(), classes.stream().distinct().count());
        classes.remove(Integer.valueOf(MPI_ERR_LASTCODE));
        for (int each : classes) {
            assertTrue(each > MPI_SUCCESS && each <= MPI_ERR_LASTCODE);
            assertEquals(each, MPI_Error_class(each));
            assertText(each);
        }
        assertEquals(0, MPI_SUCCESS);
        assertEquals(MPI_SUCCESS, MPI_Error_class(MPI_SUCCESS));
        assertText(MPI_SUCCESS);
        MPIException met = Errors.expect(MPI_ERR_RANK, () -> MPI_Send(null, 0, MPI_INT, 9, 0, MPI_COMM_WORLD));
        assertTrue(met.errorCode() > 0 && met.errorCode() <= MPI_ERR_LASTCODE);
        assertText(met.errorCode());
        assertTrue(MPI_Error_string(met.errorCode()).contains("9"));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Error_class(-1));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Error_string(-1));
    }

    private static void assertText(int code) {
        String[] text = new String[1];
        int[] length = new int[1];
        MPI_Error_string(code, text, length);
        assertEquals(text[0].length(), length[0]);
        assertTrue(length[0] > 0 && length[0] <= MPI_MAX_ERROR_STRING);
        assertNotEquals("", text[0].trim());
    }
}
