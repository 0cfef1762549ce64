package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Sources of a test, compiled by the JDK of this VM. */
final class CompiledProgram {
    private CompiledProgram() {}

    /** Compiles into a directory, which is made. */
    static void into(String classes, String... sources) {
        List<String> words =
                new ArrayList<>(List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes));
        words.addAll(List.of(sources));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(new String[0])));
    }
}
