package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.AboutLinux;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs where something is missing that systems usually have: each runs, or ends with a sentence. */
@AboutLinux("namespaces and mounts")
class PoorSystemTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    @TempDir
    Path directory;

    /** A launcher behind a command that takes something away from it. */
    private static Process launcher(List<String> poor, String... words) throws IOException {
        List<String> trial = new ArrayList<>(poor);
        trial.add("true");
        try {
            assumeTrue(new ProcessBuilder(trial).start().waitFor() == 0, "not allowed here: " + poor);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        List<String> command = new ArrayList<>(poor);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.javampi.mpirun.Javampirun"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int status(Process process) throws InterruptedException {
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS), "the launcher goes on");
        return process.exitValue();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** It must outlive the moment at which a job can be visited by other commands. */
    @Test
    void shouldRunWhereNoTemporaryFileCanBeMade() throws IOException, InterruptedException {
        List<String> poor =
                List.of("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o ro tmpfs /tmp && exec \"$@\"", "sh");
        Process process = launcher(poor, "-v", "-np", "1", "-cp", CLASSES, "org.javampi.mpirun.Ends", "read");
        try (BufferedReader out = reader(process)) {
            StringBuilder said = new StringBuilder();
            String sentence = "other commands, such as javampirun status, will not find this job:"
                    + " cannot keep the job's files in /tmp: ";
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.contains(sentence)) {
                    process.getOutputStream().close();
                }
            }
            assertEquals(0, status(process), said.toString());
            assertTrue(said.toString().contains(sentence), said.toString());
            assertTrue(said.toString().contains("0 read 0\n"), said.toString());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void shouldNameALoopbackThatIsDown() throws IOException, InterruptedException {
        List<String> poor = List.of("unshare", "-rn");
        for (String hosts : List.of("-np 1", "-launcher fork -H a,b")) {
            List<String> words = new ArrayList<>(List.of(hosts.split(" ")));
            words.addAll(List.of("-cp", CLASSES, "org.javampi.mpirun.Ends", "good"));
            Process process = launcher(poor, words.toArray(new String[0]));
            try (BufferedReader out = reader(process)) {
                String said = String.join("\n", out.lines().toList());
                assertEquals(1, status(process), said);
                assertTrue(said.contains("is the loopback interface up? (ip link set lo up)"), said);
                assertFalse(said.contains("\tat "), said);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void shouldNameSharedMemoryThatCannotBeWritten() throws IOException {
        try (Mounted mounted = Mounted.readOnly(directory)) {
            JobRun run = JobRun.of(
                    "-np",
                    "2",
                    "--vm-ranks",
                    "2",
                    "--transport",
                    "shm",
                    "--set",
                    "shm.dir=" + mounted.directory(),
                    "-cp",
                    CLASSES,
                    "org.javampi.mpirun.Ends",
                    "good");
            assertEquals(16, run.status, run.err);
            assertTrue(run.err.contains("cannot open the shared-memory segment " + directory), run.err);
            assertTrue(
                    run.err.contains("(Read-only file system): name another place with --set shm.dir=DIR,"), run.err);
            assertFalse(run.err.contains("org.javampi.core"), run.err);
        }
    }
}
