package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever can die is killed here, while all others wait for it: the job ends, says why, and leaves
 * nothing.
 */
class FailureTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    /** Larger than Linux ever names one. */
    private static final int NO_PROCESS = 999_999_999;

    private static JobRun run(String ranks, String perVm, String transport, String... program) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "-np",
                ranks,
                "--vm-ranks",
                perVm,
                "--transport",
                transport,
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Victim"));
        words.addAll(List.of(program));
        return JobRun.of(words.toArray(new String[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "throw, 1, shm, 1, has thrown an exception:",
        "throw, 2, tcp, 1, has thrown an exception:",
        "exit, 1, shm, 7, ended with status 7 without MPI_Finalize",
        "exit, 2, shm, 7, ended with status 7 without MPI_Finalize",
        "halt, 1, tcp, 9, ended with status 9 without MPI_Finalize",
        "abort, 1, shm, 5, has ended the job with status 5",
        "abort, 2, tcp, 5, has ended the job with status 5",
        "return, 1, shm, 1, has returned from main without MPI_Finalize",
        "wrong, 1, shm, 6, destination 1000 is no rank of MPI_COMM_WORLD"
    })
    void shouldEndTheJobAndNameTheRank(String how, String perVm, String transport, int status, String text)
            throws IOException {
        JobRun run = run("4", perVm, transport, how, "2");
        assertEquals(status, run.status, run.err);
        String first = run.err.lines().findFirst().orElse("");
        assertTrue(first.startsWith("javampirun: rank 2 on "), run.err);
        assertTrue(run.err.contains(text), run.err);
    }

    @Test
    void shouldShowTheStackOfAnUncaughtException() throws IOException {
        JobRun run = run("2", "1", "shm", "throw", "1");
        assertTrue(run.err.contains("IllegalStateException: as asked"), run.err);
        assertTrue(run.err.contains("at org.javampi.mpirun.Victim.end(Victim.java"), run.err);
        assertFalse(run.err.contains("org.javampi.river"), run.err);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void shouldShowWhereTheProgramHasCalledExit(String perVm) throws IOException {
        JobRun run = run("2", perVm, "shm", "exit", "1");
        String[] lines = run.err.split("\\R");
        assertTrue(lines[0].endsWith(" ended with status 7 without MPI_Finalize"), run.err);
        assertTrue(lines[1].contains("java.lang.System.exit("), run.err);
        assertTrue(lines[2].contains("org.javampi.mpirun.Victim.end("), run.err);
        assertTrue(lines[3].contains("org.javampi.mpirun.Victim.main("), run.err);
        assertEquals(4, lines.length, run.err);
    }

    @Test
    void shouldEndTheJobWhenARankIsKilled() throws IOException {
        JobRun run = JobRun.watched(
                text -> text.lines()
                        .filter(line -> line.startsWith("victim "))
                        .map(line -> Long.parseLong(line.substring(7)))
                        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly)),
                "-np",
                "3",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Victim",
                "kill",
                "1");
        assertEquals(Killed.STATUS, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: rank 1 on "), run.err);
        assertTrue(run.err.contains(Killed.WORDS), run.err);
    }

    @Test
    void shouldLeaveNoRankWhenTheLauncherIsKilled() throws Exception {
        UUID job = UUID.randomUUID();
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.javampi.mpirun.Javampirun",
                        "--job",
                        job.toString(),
                        "-np",
                        "3",
                        "-cp",
                        CLASSES,
                        "org.javampi.mpirun.Victim",
                        "kill",
                        "1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> ranks = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(launcher.getInputStream()))) {
            while (ranks.size() < 3) {
                String line = out.readLine();
                long pid = Long.parseLong(line.substring(line.indexOf(' ') + 1));
                ProcessHandle.of(pid).ifPresent(ranks::add);
            }
            launcher.destroyForcibly().waitFor();
        }
        for (ProcessHandle rank : ranks) {
            rank.onExit().get(Patience.seconds(120), TimeUnit.SECONDS);
            assertFalse(rank.isAlive());
        }
        assertEquals(Set.of(), JobRun.files(job.toString()));
    }

    /** As after everything of a job was killed at once. */
    @Test
    void shouldRemoveWithoutAWordWhatALauncherThatIsGoneHasLeft() throws IOException {
        String job = UUID.randomUUID().toString();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Files.createDirectories(temporary.resolve("javampi-" + job + "-classes").resolve("inside"));
        Files.createFile(temporary.resolve("javampi-" + job + "-control"));
        Files.createFile(temporary.resolve("javampi-" + job + "-launcher-" + NO_PROCESS));
        JobRun run = run("1", "1", "shm", "args");
        assertEquals("[args]\n", run.out);
        assertEquals("", run.err);
        assertEquals(Set.of(), JobRun.files(job));
    }

    @Test
    void shouldAnswerTheStatusOfARankThatFailsAfterFinalize() throws IOException {
        JobRun run = run("3", "1", "shm", "late", "1");
        assertEquals(3, run.status, run.err);
        assertEquals(1, run.err.lines().count(), run.err);
        assertTrue(run.err.matches("(?s)javampirun: rank 1 on .* ended with status 3 after MPI_Finalize\\R"), run.err);
    }

    @Test
    void shouldKeepALastLineWithoutNewlineAndStaticsApart() throws IOException {
        JobRun run = run("4", "2", "shm", "finish");
        assertEquals(0, run.status, run.err);
        assertEquals("no newline at the end, counter 1", run.out);
    }

    @Test
    void shouldHandTheProgramsArgumentsOnUntouched() throws IOException {
        JobRun run = run("1", "1", "shm", "args", "-np", "", "a b", "--help");
        assertEquals("[args, -np, , a b, --help]\n", run.out);
    }

    @Test
    void shouldEndAHangingJobAfterItsTimeWithAReport() throws IOException {
        AtomicLong now = new AtomicLong();
        JobRun run = JobRun.timed(
                now::get,
                new WaitingRanks(2, victim -> now.set(TimeUnit.SECONDS.toNanos(3_600))),
                "-np",
                "2",
                "--timeout",
                "3600",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Victim",
                "kill",
                "1");
        assertEquals(124, run.status, run.err);
        assertTrue(run.err.contains("has not ended within --timeout 3600 s"), run.err);
        assertTrue(run.err.contains("Victim.java:"), run.err);
        assertFalse(run.err.contains("does not answer"), run.err);
    }
}
