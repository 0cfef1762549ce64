package org.javampi.conformance.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.javampi.MPI;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/** The table of all functions with the tests that call them: {@code target/conformance/functions.tsv}. */
class FunctionTableTest {
    private static final Path TABLE = Path.of("target", "conformance", "functions.tsv");

    @Test
    void shouldHaveATestThatCallsEachFunction() throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Method form : MPI.class.getMethods()) {
            if (form.getName().startsWith("MPI_")) {
                tests.put(form.getName(), new TreeSet<>());
            }
        }
        List<Class<?>> classes = ReflectionSupport.findAllClassesInPackage(
                "org.javampi.conformance", c -> true, name -> name.endsWith("Test"));
        for (Class<?> test : classes) {
            for (String function : CalledFunctions.of(test)) {
                tests.get(function).add(test.getName().replace("org.javampi.conformance.", ""));
            }
        }
        write(tests);
        Set<String> untouched = new TreeSet<>();
        tests.forEach((function, callers) -> {
            if (callers.isEmpty()) {
                untouched.add(function);
            }
        });
        assertEquals(Set.of(), untouched, "no test of the suite calls them");
        assertTrue(tests.size() > 390, "functions: " + tests.size());
    }

    private static void write(Map<String, Set<String>> tests) throws IOException {
        StringBuilder text = new StringBuilder("function\ttests that call it\n");
        tests.forEach((function, callers) -> text.append(function)
                .append('\t')
                .append(String.join(" ", callers))
                .append('\n'));
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, text);
    }
}
