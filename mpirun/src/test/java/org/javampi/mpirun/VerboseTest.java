package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -v} says of a job: each step, in order, with the time since the launcher's start. */
class VerboseTest {
    @Test
    void shouldSayEachStepWithItsTime(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("Quiet.java");
        Files.writeString(
                source,
                "import static org.javampi.MPI.*; public class Quiet { public static void main(String[] a) {"
                        + " MPI_Init(a); MPI_Finalize(); } }");
        JobRun run = JobRun.of("-v", "-launcher", "fork", "-H", "a,b", source.toString());
        assertEquals("", run.good().out);
        List<String> steps = run.err.lines().toList();
        int at = 0;
        for (String expected : List.of(
                "job [-0-9a-f]{36}: ranks 2, JVMs 2, by Java .*",
                "a: ranks 0",
                "class path of javampi: .*",
                "class path of .*Quiet.java: .*",
                ".*Quiet.java is compiled: class Quiet in .*-classes",
                "starting the agent of a: .*",
                "host [ab] has reported: agent pid \\d+, its ranks listen at .*",
                "JVM \\d is started: rank \\d on [ab] \\(pid \\d+\\)",
                "all ranks have called MPI_Init",
                "JVM \\d has ended with status 0",
                "the job has ended with status 0")) {
            String line = "javampirun: \\d+\\.\\d\\d s: " + expected;
            while (at < steps.size() && !steps.get(at).matches(line)) {
                at++;
            }
            assertTrue(at < steps.size(), expected + " is missing, or not in order:\n" + run.err);
        }
    }

    @Test
    void shouldLeaveTheJvmsOwnOptionToTheJvm() throws IOException {
        JobRun run = JobRun.of("--dry-run", "-verbose:gc", "Prog");
        assertTrue(run.good().out.contains("-verbose:gc"), run.out);
    }
}
