package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs on hosts that share neither memory nor addresses, started by ssh: network namespaces of this
 * machine, where it can make them.
 */
class NetworkTest {
    private static final int CANNOT = 3;
    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final String SCRIPT =
            Path.of("src", "test", "resources", "network.sh").toAbsolutePath().toString();

    @TempDir
    private static Path folder;

    private static String subnet;
    private static List<String> hosts = List.of();

    /** What a command has said, and its status. */
    private record Said(int status, String text) {}

    private static Said network(String... words) {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT, words[0]));
        command.add(folder.resolve("network").toString());
        command.addAll(List.of(words).subList(1, words.length));
        try {
            // A file, because what stays behind on the hosts would keep a pipe open.
            Path out = Files.createTempFile(folder, "said", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertTrue(process.waitFor(Patience.seconds(170), TimeUnit.SECONDS), command.toString());
            return new Said(process.exitValue(), Files.readString(out).strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @BeforeAll
    static void makeHosts() throws IOException {
        long own = ProcessHandle.current().pid();
        subnet = "10." + (100 + own % 100) + "." + own / 100 % 250;
        Said up = network("up", "2", subnet);
        assumeTrue(up.status != CANNOT, "no network of hosts: " + up.text);
        assertEquals(0, up.status, up.text);
        hosts = Files.readAllLines(folder.resolve("network").resolve("names"));
    }

    @AfterAll
    static void removeHosts() {
        network("down");
    }

    /** Nothing of a job is left on a host. */
    @AfterEach
    void lookForFiles() {
        for (String host : hosts) {
            network("mend", host);
            assertEquals("", network("run", host, "ls", "/dev/shm").text);
        }
    }

    private static String shell() {
        return "ssh -F " + folder.resolve("network").resolve("ssh_config");
    }

    private static JobRun run(Consumer<String> watcher, String options, String program) throws IOException {
        List<String> words = new ArrayList<>(List.of("--rsh-agent", shell()));
        words.addAll(List.of(options.split(" ")));
        words.addAll(List.of("-cp", CLASSES));
        words.addAll(List.of(program.split(" ")));
        return JobRun.watched(watcher, words.toArray(new String[0]));
    }

    private static String both(int ranksEach) {
        return hosts.get(0) + ":" + ranksEach + "," + hosts.get(1) + ":" + ranksEach;
    }

    @Test
    void shouldRunOnHostsThatShareNothing() throws IOException {
        JobRun run = run(text -> {}, "-H " + both(2), "org.javampi.mpirun.Where");
        assertEquals(0, run.status, run.err);
        assertEquals(
                List.of(
                        "0 of 4 on " + hosts.get(0) + ": 4",
                        "1 of 4 on " + hosts.get(0) + ": 4",
                        "2 of 4 on " + hosts.get(1) + ": 4",
                        "3 of 4 on " + hosts.get(1) + ": 4"),
                run.out.lines().sorted().toList());
    }

    @Test
    void shouldUseTheNetworkThatIsNamed() throws IOException {
        JobRun run = run(
                text -> {},
                "--interface " + subnet + ".0/24 --transport tcp -H " + both(2),
                "org.javampi.mpirun.Where");
        assertEquals(0, run.status, run.err);
        assertEquals(4, run.out.lines().count(), run.out);
    }

    @Test
    void shouldStartItsOwnHostsRanksItself() {
        Said said = network(
                "run",
                hosts.get(0),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.javampi.mpirun.Javampirun",
                "--rsh-agent",
                // A way that leads to the other host only.
                PretendedHosts.script(folder, "test $1 = " + hosts.get(1) + " && exec " + shell() + " $@"),
                "-host",
                hosts.get(0) + "," + hosts.get(1),
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Where");
        assertEquals(0, said.status, said.text);
        assertTrue(said.text.contains("0 of 2 on " + hosts.get(0) + ": 2"), said.text);
        assertTrue(said.text.contains("1 of 2 on " + hosts.get(1) + ": 2"), said.text);
    }

    @Test
    void shouldNameARankThatIsKilledElsewhere() throws Exception {
        WaitingRanks ranks = new WaitingRanks(4, victim -> WaitingRanks.signal("KILL", victim.pid()));
        JobRun run = run(ranks, "-H " + both(2), "org.javampi.mpirun.Victim kill 3");
        assertEquals(137, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: rank 3 on " + hosts.get(1) + " (pid "), run.err);
        ranks.awaitEnds();
    }

    @Test
    void shouldNameTheRanksOfAnAgentThatIsKilled() throws Exception {
        WaitingRanks ranks = new WaitingRanks(4, victim -> WaitingRanks.signal("KILL", WaitingRanks.agentOf(victim)));
        JobRun run = run(ranks, "-H " + both(2), "org.javampi.mpirun.Victim kill 3");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: rank 2 on " + hosts.get(1) + " (pid "), run.err);
        assertTrue(run.err.contains("is lost with its host (ranks 2 3, agent pid "), run.err);
        ranks.awaitEnds();
    }

    @Test
    void shouldGiveUpAHostThatCannotBeReached() throws Exception {
        AtomicLong cut = new AtomicLong();
        WaitingRanks ranks = new WaitingRanks(2, victim -> {
            cut.set(System.nanoTime());
            network("cut", hosts.get(1));
        });
        JobRun run = run(ranks, "-H " + both(1), "org.javampi.mpirun.Victim kill 1");
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - cut.get());
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: rank 1 on " + hosts.get(1) + " (pid "), run.err);
        assertTrue(run.err.contains("its network has not answered for 5.0 s (reach.timeout)"), run.err);
        assertTrue(tookMs < Patience.seconds(10) * 1_000L, tookMs + " ms: " + run.err);
        // Nobody can tell them that the job is over: they find out.
        ranks.awaitEnds();
    }

    @Test
    void shouldLeaveNothingOnAnyHostWhenTheLauncherIsKilled() throws Exception {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.javampi.mpirun.Javampirun",
                        "--rsh-agent",
                        shell(),
                        "-H",
                        both(2),
                        "-cp",
                        CLASSES,
                        "org.javampi.mpirun.Victim",
                        "kill",
                        "3")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> agents = new ArrayList<>();
        WaitingRanks ranks = new WaitingRanks(4, victim -> {
            agents.add(victim.parent().orElseThrow());
            launcher.destroyForcibly();
        });
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8))) {
            for (int rank = 0; rank < 4; rank++) {
                ranks.accept(out.readLine());
            }
        }
        ranks.awaitEnds();
        agents.get(0).onExit().get(Patience.seconds(120), TimeUnit.SECONDS);
    }
}
