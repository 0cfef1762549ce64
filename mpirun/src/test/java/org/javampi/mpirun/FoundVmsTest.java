package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.javampi.river.resource.RiverOptions;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program on the plain class path and VMs that people have started. */
class FoundVmsTest {
    @Test
    void shouldUseVmsThatAreThereAndThoseThatAppear(@TempDir Path folder) throws Exception {
        Path marks = Files.createDirectory(folder.resolve("marks"));
        try (WaitingVms vms = new WaitingVms(folder)) {
            vms.start();
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FoundVms.class.getName(),
                            marks.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put(RiverOptions.SECRET_FILE, vms.options().get(1));
            builder.environment().put(RiverOptions.DISCOVERY_PORT, vms.options().get(3));
            Process program = builder.start();
            try (BufferedReader lines = program.inputReader()) {
                assertEquals("found 1", lines.readLine());
                vms.start();
                assertEquals("[0, 1, 2, 3] on 2", lines.readLine());
                // Tasks run in children of both, which have given back what was leased.
                String parents = lines.readLine();
                List<Long> pids = vms.processes.stream()
                        .map(Process::pid)
                        .filter(pid -> parents.contains(pid.toString()))
                        .toList();
                assertTrue(pids.size() >= 1, parents + " are no VMs of " + vms.processes);
                assertTrue(program.waitFor(Patience.seconds(200), TimeUnit.SECONDS));
                assertEquals(0, program.exitValue());
            } finally {
                program.destroyForcibly();
            }
        }
    }
}
