package org.javampi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The facade against the tables of signatures, of MPI-1.2 and of the later standards: every form of every function, in
 * MPI and in PMPI, and nothing else. What is still to come is listed in missing-functions.txt and nowhere else.
 */
class SignaturesTest {
    private static final Pattern SIGNATURE = Pattern.compile("(\\S+) (MPI_\\w+)\\((.*)\\)");
    private static final Set<String> EXTENSIONS = Set.of(
            "int MPI_Init()",
            "int MPI_Finalized(boolean[])",
            "boolean MPI_Finalized()",
            "Location at(Object,int)",
            "Location at(ByteBuffer,int)");

    @Test
    void shouldOfferEveryFormOfTheTableInBothClasses() throws IOException {
        Set<String> expected = expected();
        assertTrue(expected.size() > 129, "the table is short: " + expected.size());
        Set<String> mpi = new TreeSet<>(expected);
        mpi.addAll(EXTENSIONS);
        assertEquals(mpi, forms(MPI.class, ""));
        Set<String> pmpi = new TreeSet<>(expected);
        EXTENSIONS.stream().filter(form -> form.contains("MPI_")).forEach(pmpi::add);
        assertEquals(pmpi, forms(PMPI.class, "P"));
    }

    @Test
    void shouldKeepErrorClassesDistinctAndInRange() throws IllegalAccessException {
        Map<Integer, String> seen = new HashMap<>();
        for (Field field : MPI.class.getFields()) {
            if (field.getName().startsWith("MPI_ERR_") && field.getType() == int.class) {
                int value = field.getInt(null);
                assertTrue(value > MPI.MPI_SUCCESS && value <= MPI.MPI_ERR_LASTCODE);
                assertEquals(null, seen.put(value, field.getName()), field.getName());
            }
        }
        assertEquals(26, seen.size());
        assertEquals(0, MPI.MPI_SUCCESS);
    }

    @Test
    void shouldKeepSpecialRanksApart() {
        assertNotEquals(MPI.MPI_PROC_NULL, MPI.MPI_ANY_SOURCE);
        assertNotEquals(MPI.MPI_PROC_NULL, MPI.MPI_UNDEFINED);
        assertTrue(MPI.MPI_UNDEFINED < 0 && MPI.MPI_PROC_NULL < 0 && MPI.MPI_ANY_SOURCE < 0);
        assertNotEquals(MPI.MPI_GRAPH, MPI.MPI_CART);
    }

    private static Set<String> forms(Class<?> facade, String prefix) {
        return Arrays.stream(facade.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(method -> describe(method, prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String describe(Method method, String prefix) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(","));
        String name = method.getName();
        return method.getReturnType().getSimpleName()
                + " "
                + (name.startsWith(prefix) ? name.substring(prefix.length()) : name)
                + "("
                + parameters
                + ")";
    }

    private static Set<String> expected() throws IOException {
        Set<String> missing = new TreeSet<>(lines("/missing-functions.txt"));
        Set<String> forms = new TreeSet<>();
        for (String table : List.of("/java-signatures.tsv", "/modern-signatures.tsv")) {
            List<String> rows = lines(table);
            for (String row : rows.subList(1, rows.size())) {
                String[] columns = row.split("\t", -1);
                if (!missing.remove(columns[0])) {
                    List<String> all = new ArrayList<>(List.of(columns[2]));
                    all.addAll(List.of(columns[3].split(" \\| ")));
                    all.stream().filter(form -> !form.isBlank()).forEach(form -> forms.add(bare(form)));
                }
            }
        }
        assertEquals(Set.of(), missing, "missing-functions.txt names functions that are in no table");
        return forms;
    }

    private static List<String> lines(String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(SignaturesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** A form of the table without the names of its parameters. */
    private static String bare(String form) {
        Matcher matcher = SIGNATURE.matcher(form.trim());
        assertTrue(matcher.matches(), form);
        String types = Arrays.stream(matcher.group(3).split(", "))
                .filter(parameter -> !parameter.isBlank())
                .map(parameter -> parameter.split(" ")[0].replace("...", "[]"))
                .collect(Collectors.joining(","));
        return matcher.group(1) + " " + matcher.group(2) + "(" + types + ")";
    }
}
