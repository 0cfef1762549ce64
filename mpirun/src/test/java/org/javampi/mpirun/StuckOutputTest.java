package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Jobs whose output is read late, by nobody, or cannot be written, and whose input is not theirs alone. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "pipes of a shell")
class StuckOutputTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    /** Longer than the hosts of these tests may be silent. */
    private static final long PAUSE_S = 3;

    @TempDir
    Path folder;

    private static void await(CountDownLatch latch, long seconds) {
        try {
            latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a launcher as a process inside of {@code script}, where it is {@code "$@"}. */
    private String shell(String script, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                script,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.javampi.mpirun.Javampirun",
                "-np",
                "1",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Ends"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectErrorStream(true);
        builder.environment().put("STATUS", folder.resolve("status").toString());
        Process process = builder.start();
        assertTrue(process.waitFor(Patience.seconds(200), TimeUnit.SECONDS), "it goes on");
        return Files.readString(folder.resolve("out"));
    }

    private String status() throws IOException {
        return Files.readString(folder.resolve("status")).strip();
    }

    @Test
    void shouldKeepHostsWhoseOutputIsReadLate() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        JobRun run = JobRun.watched(
                text -> await(never, PAUSE_S),
                "-launcher",
                "fork",
                "-H",
                "a,b",
                "--set",
                "heartbeat.timeout=1",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Where");
        assertEquals(2, run.good().out.lines().count(), run.out);
        assertEquals("", run.err);
    }

    @Test
    void shouldEndAFailedJobAlthoughNobodyReadsItsOutput() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        try {
            JobRun run = JobRun.watched(
                    text -> await(read, Patience.seconds(300)),
                    "-np",
                    "2",
                    "--vm-ranks",
                    "2",
                    "-cp",
                    CLASSES,
                    "org.javampi.mpirun.Ends",
                    "say and exit");
            assertEquals(7, run.status, run.err);
            assertTrue(run.err.contains("ended with status 7 without MPI_Finalize"), run.err);
            assertTrue(run.err.contains("output was not read for 10 s and is lost"), run.err);
        } finally {
            read.countDown();
        }
    }

    @Test
    void shouldEndAsBySigpipeWhenItsReaderHasGone() throws Exception {
        String out = shell("{ \"$@\"; echo $? >$STATUS; } | head -n 1", "lines");
        assertEquals("line\n", out);
        assertEquals("141", status());
    }

    @Test
    void shouldFailWhenItsOutputCannotBeWritten() throws Exception {
        String out = shell("\"$@\" >/dev/full; echo $? >$STATUS", "say");
        assertTrue(out.startsWith("javampirun: cannot write standard output: No space left on device"), out);
        assertEquals("1", status());
    }

    @Test
    void shouldLeaveItsInputToOthersWhenNoRankReads() throws Exception {
        assertEquals("said\na\nb\n", shell("printf 'a\\nb\\n' | { \"$@\"; cat; }", "say"));
    }

    @Test
    void shouldEndWhatAFailedRankHasStarted() throws Exception {
        JobRun run = JobRun.of("-np", "1", "-cp", CLASSES, "org.javampi.mpirun.Ends", "orphan");
        assertEquals(1, run.status, run.err);
        long child = Long.parseLong(run.out.strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit()
                .orTimeout(Patience.seconds(120), TimeUnit.SECONDS)
                .join());
    }
}
