package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Attributes of communicators and their callbacks (MPI-1.1 §5.7). */
class AttributesTest {
    private final List<Object> deleted = new ArrayList<>();
    private final List<Object> copied = new ArrayList<>();
    private final Object extra = new Object();

    private static Object get(MPI_Comm comm, int key) {
        Object[] value = {"nothing"};
        boolean[] flag = new boolean[1];
        MPI_Attr_get(comm, key, value, flag);
        return flag[0] ? value[0] : "absent";
    }

    /** A key that notes what its callbacks get and copies values that end in "!". */
    private int notingKey() {
        return MPI_Keyval_create(
                (comm, key, state, in, out, flag) -> {
                    assertSame(extra, state);
                    copied.add(in);
                    flag[0] = in.toString().endsWith("!");
                    out[0] = in + "copy";
                    return MPI_SUCCESS;
                },
                (comm, key, value, state) -> {
                    assertSame(extra, state);
                    assertEquals(MPI_Comm_size(MPI_COMM_WORLD), MPI_Comm_size(comm));
                    deleted.add(value);
                    return MPI_SUCCESS;
                },
                extra);
    }

    @Spmd(1)
    @Rule({"ATT-001", "ATT-002", "ATT-003", "ATT-018"})
    void shouldKeepValuesAsTheyAre() {
        Set<Integer> keys = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            keys.add(MPI_Keyval_create(MPI_NULL_COPY_FN, MPI_NULL_DELETE_FN, null));
        }
        assertEquals(1000, keys.size());
        assertFalse(keys.contains(MPI_KEYVAL_INVALID));
        int key = keys.iterator().next();
        for (MPI_Comm comm : new MPI_Comm[] {MPI_COMM_WORLD, MPI_COMM_SELF}) {
            assertEquals("absent", get(comm, key));
            Object value = new Object();
            MPI_Attr_put(comm, key, value);
            assertSame(value, get(comm, key));
            MPI_Attr_put(comm, key, null);
            assertSame(null, get(comm, key));
            MPI_Attr_delete(comm, key);
            assertEquals("absent", get(comm, key));
        }
        keys.forEach(k -> MPI_Keyval_free(new int[] {k}));
    }

    @Spmd(1)
    @Rule({"ATT-004", "ATT-016"})
    void shouldRefuseUnknownAndPredefinedKeys() {
        int[] bad = {MPI_ERR_ARG, MPI_ERR_OTHER};
        for (int key : new int[] {MPI_KEYVAL_INVALID, 987_654}) {
            Errors.expectOneOf(bad, () -> MPI_Attr_put(MPI_COMM_WORLD, key, 1));
            Errors.expectOneOf(bad, () -> MPI_Attr_get(MPI_COMM_WORLD, key, new Object[1], new boolean[1]));
            Errors.expectOneOf(bad, () -> MPI_Attr_delete(MPI_COMM_WORLD, key));
            Errors.expectOneOf(bad, () -> MPI_Keyval_free(new int[] {key}));
        }
        Object bound = get(MPI_COMM_WORLD, MPI_TAG_UB);
        Errors.expectOneOf(bad, () -> MPI_Attr_put(MPI_COMM_WORLD, MPI_TAG_UB, 1));
        Errors.expectOneOf(bad, () -> MPI_Attr_delete(MPI_COMM_WORLD, MPI_TAG_UB));
        Errors.expectOneOf(bad, () -> MPI_Keyval_free(new int[] {MPI_TAG_UB}));
        assertEquals(bound, get(MPI_COMM_WORLD, MPI_TAG_UB));
    }

    @Spmd(2)
    @Rule({"ATT-005", "ATT-006", "ATT-007", "ATT-008", "ATT-012", "ATT-015", "ATT-017", "COM-003"})
    void shouldCallBackOnOverwriteDeleteDupAndFree() {
        int key = notingKey();
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        Thread caller = Thread.currentThread();
        MPI_Attr_put(comm[0], key, "a");
        MPI_Attr_put(comm[0], key, "b!");
        assertEquals(List.of("a"), deleted);
        assertEquals("absent", get(MPI_COMM_WORLD, key));
        MPI_Comm[] dup = {MPI_Comm_dup(comm[0])};
        assertEquals(List.of("b!"), copied);
        assertEquals("b!copy", get(dup[0], key));
        assertEquals("b!", get(comm[0], key));
        MPI_Comm[] again = {MPI_Comm_dup(dup[0])};
        assertEquals("absent", get(again[0], key));
        MPI_Attr_delete(comm[0], key);
        assertEquals(List.of("a", "b!"), deleted);
        assertEquals("absent", get(comm[0], key));
        MPI_Comm_free(dup);
        assertEquals(List.of("a", "b!", "b!copy"), deleted);
        MPI_Comm_free(again);
        MPI_Comm_free(comm);
        assertEquals(3, deleted.size());
        assertSame(caller, Thread.currentThread());
        MPI_Keyval_free(new int[] {key});
    }

    @Spmd(2)
    @Rule("ATT-009")
    void shouldCopyWithThePredefinedFunctions() {
        int never = MPI_Keyval_create(MPI_NULL_COPY_FN, MPI_NULL_DELETE_FN, null);
        int always = MPI_Keyval_create(MPI_DUP_FN, MPI_NULL_DELETE_FN, null);
        Object value = new Object();
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(comm, never, value);
        MPI_Attr_put(comm, always, value);
        MPI_Comm dup = MPI_Comm_dup(comm);
        assertEquals("absent", get(dup, never));
        assertSame(value, get(dup, always));
        CommunicatorsTest.free(comm, dup);
        MPI_Keyval_free(new int[] {never});
        MPI_Keyval_free(new int[] {always});
    }

    @Spmd(2)
    @Rule({"ATT-010", "ATT-011", "V12-009"})
    void shouldFailWhenACallbackFails() {
        boolean[] fails = {true};
        int key = MPI_Keyval_create(
                (comm, k, state, in, out, flag) -> fails[0] ? MPI_ERR_OTHER : MPI_SUCCESS,
                (comm, k, value, state) -> fails[0] ? MPI_ERR_OTHER : MPI_SUCCESS,
                null);
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Attr_put(comm[0], key, "v");
        Errors.expect(MPI_ERR_OTHER, () -> MPI_Comm_dup(comm[0]));
        Errors.expect(MPI_ERR_OTHER, () -> MPI_Attr_delete(comm[0], key));
        Errors.expect(MPI_ERR_OTHER, () -> MPI_Attr_put(comm[0], key, "w"));
        assertEquals("v", get(comm[0], key));
        Errors.expect(MPI_ERR_OTHER, () -> MPI_Comm_free(comm));
        fails[0] = false;
        assertNotEquals(MPI_COMM_NULL, comm[0]);
        MPI_Comm_free(comm);
        MPI_Keyval_free(new int[] {key});
    }

    @Spmd(2)
    @Rule({"ATT-013", "ATT-014", "GEN-002"})
    void shouldKeepFreedKeysAliveWhileValuesExist() {
        int[] key = {notingKey()};
        int number = key[0];
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Attr_put(comm[0], number, "x!");
        MPI_Keyval_free(key);
        assertEquals(MPI_KEYVAL_INVALID, key[0]);
        for (int i = 0; i < 32; i++) {
            int[] other = {MPI_Keyval_create(MPI_NULL_COPY_FN, MPI_NULL_DELETE_FN, null)};
            assertNotEquals(number, other[0]);
            MPI_Keyval_free(other);
        }
        assertEquals("x!", get(comm[0], number));
        MPI_Comm[] dup = {MPI_Comm_dup(comm[0])};
        assertEquals("x!copy", get(dup[0], number));
        MPI_Attr_delete(dup[0], number);
        MPI_Comm_free(dup);
        MPI_Comm_free(comm);
        assertEquals(List.of("x!copy", "x!"), deleted);
    }

    @Spmd(1)
    @Rule("ATT-019")
    void shouldAllowLocalQueriesInsideADeleteCallback() {
        int[] seen = {-1};
        int[] key = new int[1];
        key[0] = MPI_Keyval_create(
                MPI_NULL_COPY_FN,
                (comm, k, value, state) -> {
                    seen[0] = MPI_Comm_rank(comm);
                    assertTrue(get(comm, k).equals("v"));
                    return MPI_SUCCESS;
                },
                null);
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Attr_put(comm[0], key[0], "v");
        MPI_Comm_free(comm);
        assertEquals(0, seen[0]);
        MPI_Keyval_free(key);
    }

    /** What a delete callback does to other attributes holds (PETSc deletes one attribute by another's callback). */
    @Spmd(2)
    @Rule("ATT-012")
    void shouldDeleteEachValueOnceWhenDeleteCallbacksDeleteOthers() {
        int[] keys = new int[3];
        for (int i = 0; i < 3; i++) {
            keys[i] = MPI_Keyval_create(
                    MPI_NULL_COPY_FN,
                    (comm, key, value, state) -> {
                        deleted.add(value);
                        for (int other : keys) {
                            if (!get(comm, other).equals("absent")) {
                                MPI_Attr_delete(comm, other);
                            }
                        }
                        return MPI_SUCCESS;
                    },
                    null);
        }
        for (int first : new int[] {-1, 0, 1, 2}) {
            MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
            for (int key : keys) {
                MPI_Attr_put(comm, key, "value " + key);
            }
            if (first >= 0) {
                MPI_Attr_delete(comm, keys[first]);
            }
            MPI_Comm_free(comm);
            assertEquals(3, deleted.size(), deleted.toString());
            assertEquals(3, new HashSet<>(deleted).size(), deleted.toString());
            deleted.clear();
        }
        for (int key : keys) {
            MPI_Keyval_free(new int[] {key});
        }
    }

    @Spmd(1)
    @Rule("ATT-012")
    void shouldDeleteWhatDeleteCallbacksPutButNotForEver() {
        int late = notingKey();
        boolean[] again = new boolean[1];
        int key = MPI_Keyval_create(
                MPI_NULL_COPY_FN,
                (comm, k, value, state) -> {
                    MPI_Attr_put(comm, late, "late");
                    if (again[0]) {
                        MPI_Attr_put(comm, k, "again");
                    }
                    return MPI_SUCCESS;
                },
                null);
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(comm, key, "value");
        MPI_Comm_free(comm);
        assertEquals(List.of("late"), deleted);
        again[0] = true;
        MPI_Comm endless = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(endless, key, "value");
        String said = Errors.expect(MPI_ERR_OTHER, () -> MPI_Comm_free(endless)).getMessage();
        assertTrue(said.contains("again while it was being freed"), said);
        again[0] = false;
        MPI_Comm_free(endless);
        MPI_Keyval_free(new int[] {key});
        MPI_Keyval_free(new int[] {late});
    }

    @Spmd(2)
    @Rule("ATT-009")
    void shouldNotCopyWhatACopyCallbackHasDeleted() {
        int gone = notingKey();
        int first = MPI_Keyval_create(
                (comm, key, state, in, out, flag) -> {
                    MPI_Attr_delete(comm, gone);
                    flag[0] = true;
                    out[0] = in;
                    return MPI_SUCCESS;
                },
                MPI_NULL_DELETE_FN,
                null);
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(comm, first, "first");
        MPI_Attr_put(comm, gone, "gone!");
        MPI_Comm dup = MPI_Comm_dup(comm);
        assertEquals(List.of(), copied);
        assertEquals("absent", get(dup, gone));
        assertEquals("first", get(dup, first));
        CommunicatorsTest.free(comm, dup);
        MPI_Keyval_free(new int[] {first});
        MPI_Keyval_free(new int[] {gone});
    }

    /** Copies that were made before a copy callback failed are deleted again, as the program's own counts want it. */
    @Spmd(2)
    @Rule({"ATT-010", "ATT-012"})
    void shouldDeleteCopiesWhenALaterCopyFails() {
        int good = notingKey();
        int bad = MPI_Keyval_create((comm, key, state, in, out, flag) -> MPI_ERR_OTHER, MPI_NULL_DELETE_FN, null);
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(comm, good, "a!");
        MPI_Attr_put(comm, bad, "b");
        Errors.expect(MPI_ERR_OTHER, () -> MPI_Comm_dup(comm));
        assertEquals(List.of("a!copy"), deleted);
        MPI_Comm_free(comm);
        MPI_Keyval_free(new int[] {good});
        MPI_Keyval_free(new int[] {bad});
    }

    @Spmd(1)
    @Rule({"ATT-011", "ERR-005"})
    void shouldTellTheHandlerOfTheCommunicatorWhenItCannotBeFreed() {
        int[] told = new int[1];
        boolean[] fails = {true};
        int key = MPI_Keyval_create(MPI_NULL_COPY_FN, (comm, k, value, state) -> fails[0] ? 7 : MPI_SUCCESS, null);
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Errhandler_set(comm[0], MPI_Errhandler_create((c, code) -> told[0] += c == comm[0] ? 1 : 100));
        MPI_Attr_put(comm[0], key, "v");
        assertEquals(MPI_ERR_OTHER, MPI_Error_class(MPI_Comm_free(comm)));
        assertEquals(1, told[0]);
        fails[0] = false;
        MPI_Comm_free(comm);
        MPI_Keyval_free(new int[] {key});
    }
}
