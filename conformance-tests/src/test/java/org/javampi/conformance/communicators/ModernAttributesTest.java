package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Attributes of communicators under the names of MPI-2 and later (MPI-4.1 §7.7.2). */
class ModernAttributesTest {
    @Spmd({1, 2})
    @Rule({"KEY-001", "KEY-002"})
    void shouldCallBackOnCopyAndDelete() {
        List<Object> deleted = new ArrayList<>();
        int key = MPI_Comm_create_keyval(
                (comm, keyval, state, in, out, flag) -> {
                    out[0] = state + " copy of " + in;
                    flag[0] = true;
                    return MPI_SUCCESS;
                },
                (comm, keyval, value, state) -> {
                    deleted.add(value);
                    return MPI_SUCCESS;
                },
                "a");
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        assertNull(MPI_Comm_get_attr(comm, key));
        MPI_Comm_set_attr(comm, key, "one");
        MPI_Comm_set_attr(comm, key, "two");
        assertEquals(List.of("one"), deleted);
        MPI_Comm copy = MPI_Comm_dup(comm);
        assertEquals("a copy of two", MPI_Comm_get_attr(copy, key));
        MPI_Comm_delete_attr(copy, key);
        boolean[] flag = {true};
        Object[] value = {"untouched"};
        MPI_Comm_get_attr(copy, key, value, flag);
        assertFalse(flag[0]);
        assertEquals("untouched", value[0]);
        int[] held = {key};
        MPI_Comm_free_keyval(held);
        assertEquals(MPI_KEYVAL_INVALID, held[0]);
        MPI_Comm_free(comm);
        MPI_Comm_free(copy);
        assertEquals(List.of("one", "a copy of two", "two"), deleted);
    }

    @Spmd(1)
    @Rule({"KEY-003", "KEY-004"})
    void shouldTakeTheFunctionsAndKeysOfTheFirstStandard() {
        int key = MPI_Comm_create_keyval(MPI_DUP_FN, MPI_NULL_DELETE_FN, null);
        MPI_Attr_put(MPI_COMM_SELF, key, 5);
        assertEquals(5, MPI_Comm_get_attr(MPI_COMM_SELF, key));
        MPI_Comm_delete_attr(MPI_COMM_SELF, key);
        MPI_Comm_free_keyval(key);
        assertEquals(MPI_Attr_get(MPI_COMM_WORLD, MPI_TAG_UB), MPI_Comm_get_attr(MPI_COMM_WORLD, MPI_TAG_UB));
        assertTrue((Integer) MPI_Comm_get_attr(MPI_COMM_WORLD, MPI_LASTUSEDCODE) >= MPI_ERR_LASTCODE);
    }

    @Spmd(1)
    @Rule("KEY-005")
    void shouldRefuseKeysThatCannotBeUsed() {
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Comm_set_attr(MPI_COMM_WORLD, MPI_KEYVAL_INVALID, 1));
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Comm_set_attr(MPI_COMM_WORLD, MPI_TAG_UB, 1));
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Comm_get_attr(MPI_COMM_WORLD, 4711));
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Comm_free_keyval(4711));
        int key = MPI_Comm_create_keyval(MPI_COMM_NULL_COPY_FN, MPI_COMM_NULL_DELETE_FN, null);
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Comm_delete_attr(MPI_COMM_WORLD, key));
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_set_attr(MPI_COMM_NULL, key, 1));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Comm_create_keyval(null, MPI_COMM_NULL_DELETE_FN, null));
        MPI_Comm_free_keyval(key);
    }
}
