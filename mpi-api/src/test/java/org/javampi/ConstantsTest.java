package org.javampi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The constants of the fact file: all there, of the right type, distinct where they must be. */
class ConstantsTest {
    /** Later names of constants that MPI-1 has, too. */
    private static final Set<String> SYNONYMS =
            Set.of("MPI_LONG_LONG", "MPI_COMM_NULL_COPY_FN", "MPI_COMM_DUP_FN", "MPI_COMM_NULL_DELETE_FN");

    /** The Java type of each kind that the C binding has; other kinds are types or Fortran's. */
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("return-code/error-class", int.class),
            Map.entry("string-limit", int.class),
            Map.entry("comparison", int.class),
            Map.entry("env-attribute-key", int.class),
            Map.entry("topology", int.class),
            Map.entry("version", int.class),
            Map.entry("error-handler", MPI_Errhandler.class),
            Map.entry("datatype-c", MPI_Datatype.class),
            Map.entry("datatype-c-and-fortran", MPI_Datatype.class),
            Map.entry("reduction-pair-c", MPI_Datatype.class),
            Map.entry("datatype-optional-c", MPI_Datatype.class),
            Map.entry("datatype-marker", MPI_Datatype.class),
            Map.entry("op", MPI_Op.class),
            Map.entry("communicator", MPI_Comm.class),
            Map.entry("group", MPI_Group.class));

    private static final Map<String, Class<?>> NULL_HANDLES = Map.of(
            "MPI_GROUP_NULL", MPI_Group.class,
            "MPI_COMM_NULL", MPI_Comm.class,
            "MPI_DATATYPE_NULL", MPI_Datatype.class,
            "MPI_REQUEST_NULL", MPI_Request.class,
            "MPI_OP_NULL", MPI_Op.class,
            "MPI_ERRHANDLER_NULL", MPI_Errhandler.class);

    @Test
    void shouldHaveEveryConstantOfTheStandardWithItsType() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String[] row : rows()) {
            Class<?> type = row[1].equals("null-handle") ? NULL_HANDLES.get(row[0]) : TYPES.get(row[1]);
            if (type != null) {
                seen++;
                Field field = field(row[0]);
                if (field == null || field.getType() != type) {
                    wrong.add(row[0] + " should be a " + type.getSimpleName() + ", is " + field);
                }
            }
        }
        assertTrue(seen > 70, "only " + seen + " constants looked at");
        assertEquals(List.of(), wrong);
    }

    @Test
    void shouldHaveTheAssortedConstantsAndPredefinedFunctions() throws IOException {
        int seen = 0;
        for (String[] row : rows()) {
            if (row[1].equals("assorted") || row[1].equals("predefined-function")) {
                seen++;
                assertTrue(field(row[0]) != null, row[0] + " is missing");
            }
        }
        assertEquals(10, seen);
    }

    @Test
    void shouldHaveTheConstantsOfLaterStandards() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                ConstantsTest.class.getResourceAsStream("/modern-constants.tsv"), StandardCharsets.UTF_8))) {
            for (String row : table.lines().skip(1).toList()) {
                String[] columns = row.split("\t");
                Field found = field(columns[0]);
                if (found == null || !found.getType().getSimpleName().equals(columns[1])) {
                    wrong.add(columns[0] + " should be " + columns[1] + ", is " + found);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(MPI.MPI_MAX_OBJECT_NAME >= 64);
        assertTrue(
                MPI.MPI_THREAD_SINGLE < MPI.MPI_THREAD_FUNNELED && MPI.MPI_THREAD_FUNNELED < MPI.MPI_THREAD_SERIALIZED);
        assertTrue(MPI.MPI_THREAD_SERIALIZED < MPI.MPI_THREAD_MULTIPLE);
    }

    @Test
    void shouldKeepWildcardsAndUndefinedOutsideTheRegularRanges() {
        assertTrue(MPI.MPI_PROC_NULL < 0 && MPI.MPI_ANY_SOURCE < 0);
        assertTrue(MPI.MPI_ANY_TAG < 0 && MPI.MPI_UNDEFINED < 0);
        distinct(MPI.MPI_PROC_NULL, MPI.MPI_ANY_SOURCE, MPI.MPI_UNDEFINED);
        distinct(MPI.MPI_GRAPH, MPI.MPI_CART, MPI.MPI_UNDEFINED);
        distinct(MPI.MPI_IDENT, MPI.MPI_CONGRUENT, MPI.MPI_SIMILAR, MPI.MPI_UNEQUAL);
        distinct(MPI.MPI_TAG_UB, MPI.MPI_HOST, MPI.MPI_IO, MPI.MPI_WTIME_IS_GLOBAL, MPI.MPI_KEYVAL_INVALID);
        assertTrue(MPI.MPI_BSEND_OVERHEAD >= 0);
        assertTrue(MPI.MPI_MAX_PROCESSOR_NAME > 0 && MPI.MPI_MAX_ERROR_STRING > 0);
        assertEquals(4, MPI.MPI_VERSION);
        assertEquals(1, MPI.MPI_SUBVERSION);
    }

    @Test
    void shouldGiveEveryPredefinedObjectAnIdentityOfItsOwn() throws Exception {
        Map<Object, String> owners = new IdentityHashMap<>();
        for (Field field : MPI.class.getFields()) {
            if (!field.getType().isPrimitive() && !SYNONYMS.contains(field.getName())) {
                String owner = owners.put(field.get(null), field.getName());
                assertNull(owner, owner + " and " + field.getName() + " are one object");
            }
        }
    }

    @Test
    void shouldCopyAttributesAsThePredefinedFunctionsPromise() {
        Object value = new Object();
        Object[] out = new Object[1];
        boolean[] flag = {true};
        assertEquals(0, MPI.MPI_NULL_COPY_FN.copy(MPI.MPI_COMM_WORLD, 9, null, value, out, flag));
        assertEquals(false, flag[0]);
        assertEquals(0, MPI.MPI_DUP_FN.copy(MPI.MPI_COMM_WORLD, 9, null, value, out, flag));
        assertEquals(true, flag[0]);
        assertSame(value, out[0]);
        assertEquals(0, MPI.MPI_NULL_DELETE_FN.delete(MPI.MPI_COMM_WORLD, 9, value, null));
    }

    /** The rows of the fact file, split at tabs, without its header. */
    private static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                ConstantsTest.class.getResourceAsStream("/constants.tsv"), StandardCharsets.UTF_8))) {
            table.readLine();
            for (String line = table.readLine(); line != null; line = table.readLine()) {
                rows.add(line.split("\t", -1));
            }
        }
        return rows;
    }

    private static void distinct(int... values) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                assertNotEquals(values[i], values[j], "values " + i + " and " + j);
            }
        }
    }

    private static Field field(String name) {
        for (Field field : MPI.class.getFields()) {
            if (field.getName().equals(name)) {
                return field;
            }
        }
        return null;
    }
}
