package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.javampi.job.OsSignals;
import org.javampi.testing.AboutLinux;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals to the launcher of a job of two ranks, as a terminal or a batch system sends them. */
class SignalsTest {
    private static final int RANKS = 2;

    @TempDir
    Path folder;

    private final UUID job = UUID.randomUUID();
    private final List<ProcessHandle> ranks = new ArrayList<>();
    private Process launcher;
    private BufferedReader out;
    private Path err;

    @BeforeEach
    void nameErrors() {
        err = folder.resolve("err");
    }

    /** Starts a job, and waits until its ranks are ready. */
    private void start(String more, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(heedingSignals());
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the start script does: the JVM's own dump at SIGQUIT goes to a file.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-DisplayVMOutput",
                "-XX:+LogVMOutput",
                "-XX:LogFile=" + folder.resolve("vm"),
                "-Djavampi.vm.output=" + folder.resolve("vm"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.javampi.mpirun.Javampirun",
                "--job",
                job.toString(),
                "-np",
                Integer.toString(RANKS),
                "--deadlock",
                "keep"));
        words.addAll(more.isEmpty() ? List.of() : List.of(more.split(" ")));
        words.addAll(List.of("-cp", Path.of("target", "test-classes").toString(), "org.javampi.mpirun.Signalled"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(err.toFile());
        // As the start script does.
        OsSignals.leaveUsr2(builder.environment());
        launcher = builder.start();
        out = new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
        while (ranks.size() < RANKS) {
            String line = out.readLine();
            assertTrue(line != null && line.startsWith("ready "), line + "\n" + Files.readString(err));
            long pid = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
            ranks.add(ProcessHandle.of(pid).orElseThrow());
        }
    }

    /** What goes before a command: tests in the background of a shell, or under nohup, inherit that INT and HUP are ignored. */
    private static List<String> heedingSignals() {
        List<String> words = List.of("env", "--default-signal=HUP,INT,QUIT");
        List<String> trial = new ArrayList<>(words);
        trial.add("true");
        try {
            return new ProcessBuilder(trial).start().waitFor() == 0 ? words : List.of();
        } catch (IOException none) {
            return List.of();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void endAll() throws IOException {
        if (launcher != null) {
            launcher.destroyForcibly();
            ranks.forEach(ProcessHandle::destroyForcibly);
            out.close();
        }
    }

    private static void send(String signal, long pid) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor());
    }

    private void assertEnded(int status) throws Exception {
        assertTrue(launcher.waitFor(Patience.seconds(300), TimeUnit.SECONDS), "the launcher goes on");
        String text = Files.readString(err);
        assertEquals(status, launcher.exitValue(), text);
        for (ProcessHandle rank : ranks) {
            rank.onExit().get(Patience.seconds(120), TimeUnit.SECONDS);
        }
        JobRun.awaitNoFiles(job.toString());
    }

    private Set<String> rest() {
        return Set.copyOf(out.lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void shouldLetTheRanksEndInOrder(String signal, int status) throws Exception {
        start("--set end.grace=300");
        send(signal, launcher.pid());
        assertEnded(status);
        assertEquals(Set.of("hook 0", "hook 1"), rest());
        String text = Files.readString(err);
        assertTrue(text.startsWith("javampirun: SIG" + signal + ": the ranks have 300 s to end"), text);
        assertEquals(1, text.lines().count(), text);
    }

    @Test
    @AboutLinux("HUP")
    void shouldLetTheRanksEndInOrderWhenTheTerminalGoes() throws Exception {
        shouldLetTheRanksEndInOrder("HUP", 129);
    }

    @Test
    void shouldEndAtOnceAtTheSecondSignal() throws Exception {
        start("--set end.grace=300", "hang");
        send("INT", launcher.pid());
        for (int hooks = 0; hooks < RANKS; hooks++) {
            assertTrue(out.readLine().startsWith("hook "));
        }
        send("INT", launcher.pid());
        assertEnded(130);
    }

    @Test
    void shouldKillRanksThatDoNotEndInTimeOrAreStopped() throws Exception {
        start("--set end.grace=1", "hang");
        send("STOP", ranks.get(1).pid());
        send("TERM", launcher.pid());
        assertEnded(143);
    }

    @Test
    @AboutLinux("USR1, USR2")
    void shouldPassSignalsOfTheProgramOn() throws Exception {
        start("");
        for (String signal : List.of("USR1", "USR2")) {
            send(signal, launcher.pid());
            assertEquals(Set.of(signal + " 0", signal + " 1"), Set.of(out.readLine(), out.readLine()));
        }
        send("TERM", launcher.pid());
        assertEnded(143);
    }

    @Test
    @AboutLinux("QUIT")
    void shouldTellWhatRanksDoAtQuit() throws Exception {
        start("");
        send("QUIT", launcher.pid());
        while (!Files.readString(err).contains("rank 1 ")) {
            assertTrue(launcher.isAlive(), Files.readString(err));
            TimeUnit.MILLISECONDS.sleep(10);
        }
        String text = Files.readString(err);
        assertTrue(text.startsWith("javampirun: SIGQUIT: what the ranks do:"), text);
        assertTrue(text.contains("Signalled.java:"), text);
        assertFalse(text.contains("Full thread dump") || text.contains("org.javampi.core"), text);
        send("INT", launcher.pid());
        assertEnded(130);
    }

    @Test
    @AboutLinux("TSTP, CONT")
    void shouldSuspendAndResumeTheJob() throws Exception {
        start("");
        send("TSTP", launcher.pid());
        awaitState(launcher.pid(), "T");
        for (ProcessHandle rank : ranks) {
            awaitState(rank.pid(), "T");
        }
        send("CONT", launcher.pid());
        for (ProcessHandle rank : ranks) {
            awaitState(rank.pid(), "S");
        }
        send("INT", launcher.pid());
        assertEnded(130);
        assertEquals(Set.of("hook 0", "hook 1"), rest());
    }

    /** Waits until the kernel says so: T for a process that is stopped. */
    private static void awaitState(long pid, String state) throws IOException, InterruptedException {
        for (String now = ""; !now.equals(state); TimeUnit.MILLISECONDS.sleep(10)) {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            now = stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
        }
    }
}
