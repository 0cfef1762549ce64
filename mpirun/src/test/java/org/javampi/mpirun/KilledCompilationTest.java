package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launcher leaves that is killed while it compiles is found by the next. */
class KilledCompilationTest {
    @TempDir
    Path temporary;

    @TempDir
    Path sources;

    private Process launch(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Javampirun.class.getName());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(sources.resolve("output").toFile())
                .start();
    }

    /** What jobs have left in the launchers' directory for temporary files. */
    private List<String> left() {
        return Arrays.stream(temporary.toFile().list())
                .filter(name -> name.startsWith("javampi-"))
                .sorted()
                .toList();
    }

    @Test
    void shouldBeFoundByTheNextLauncher() throws Exception {
        Path source = Files.writeString(
                sources.resolve("Prog.java"), "public class Prog { public static void main(String[] args) {} }");
        Process killed = launch("-np", "1", source.toString());
        while (left().stream().noneMatch(name -> name.endsWith("-classes"))) {
            assertTrue(killed.isAlive(), () -> "ended too early; left: " + left());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        killed.destroyForcibly().waitFor();

        String classes = new File("target", "test-classes").getPath();
        Process next = launch("-np", "1", "-cp", classes, Sum.class.getName(), "1");
        assertEquals(0, next.waitFor(), () -> "the next launcher; left: " + left());
        assertEquals(List.of(), left());
    }
}
