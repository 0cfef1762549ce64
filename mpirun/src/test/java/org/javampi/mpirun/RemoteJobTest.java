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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs on several hosts that this one pretends to be. */
class RemoteJobTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    @TempDir
    private Path folder;

    private JobRun run(Consumer<String> watcher, String options, String program) throws IOException {
        return run(System::nanoTime, watcher, options, program);
    }

    private JobRun run(LongSupplier clock, Consumer<String> watcher, String options, String program)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("--rsh-agent", PretendedHosts.shell(folder)));
        words.addAll(List.of(options.split(" ")));
        words.addAll(List.of("-cp", CLASSES));
        words.addAll(List.of(program.split(" ")));
        return JobRun.timed(clock, watcher, words.toArray(new String[0]));
    }

    private JobRun run(String options, String program) throws IOException {
        return run(line -> {}, options, program);
    }

    private static List<String> sorted(String text) {
        return text.lines().sorted().toList();
    }

    @Test
    void shouldRunRanksOnTheirHosts() throws IOException {
        JobRun run = run("-H left:2,right:1 -np 4", "org.javampi.mpirun.Where");
        assertEquals(0, run.status, run.err);
        assertEquals(
                List.of("0 of 4 on left: 4", "1 of 4 on left: 4", "2 of 4 on right: 4", "3 of 4 on left: 4"),
                sorted(run.out));
        assertEquals("", run.err);
    }

    @Test
    void shouldRunRanksHereAndElsewhereAndSeveralInAVirtualMachine() throws IOException {
        JobRun run =
                run("-host localhost,right --npernode 2 --map-by node --vm-ranks 2 -l", "org.javampi.mpirun.Where");
        assertEquals(0, run.status, run.err);
        assertEquals(4, run.out.lines().count(), run.out);
        assertTrue(run.out.contains("[1] 1 of 4 on right: 4"), run.out);
        assertTrue(run.out.contains("[3] 3 of 4 on right: 4"), run.out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-H left,right", "-H left:2 --vm-ranks 2"})
    void shouldGiveStandardInputToRank0WhereverItIs(String options) throws IOException {
        JobRun run = run(options, "org.javampi.mpirun.Where input");
        assertEquals(0, run.status, run.err);
        assertFalse(run.out.contains("has standard input"), run.out);
        assertTrue(run.out.contains("input " + JobRun.INPUT.replace('\n', '|')), run.out);
    }

    @Test
    void shouldTakeCompiledClassesAlong() throws IOException {
        Path source = folder.resolve("Origin.java");
        Files.writeString(
                source,
                "public class Origin { public static void main(String[] a) throws Exception {"
                        + " System.out.println(Origin.class.getProtectionDomain()"
                        + ".getCodeSource().getLocation() + Other.TEXT + System.getenv(\"V\")); } }"
                        + " class Other { static final String TEXT = \"and more \".trim(); }",
                StandardCharsets.UTF_8);
        JobRun run = JobRun.of(
                "--rsh-agent", PretendedHosts.shell(folder), "-H", "left,right", "-x", "V=7", source.toString());
        assertEquals(0, run.status, run.err);
        assertEquals(
                2,
                run.out
                        .lines()
                        .filter(line -> line.matches(".*/javampi-.*-classes-[01]/and more7"))
                        .count(),
                run.out);
    }

    @ParameterizedTest
    @CsvSource({
        "throw, 1, 1, has thrown an exception:",
        "throw, 2, 1, has thrown an exception:",
        "exit, 1, 7, ended with status 7 without MPI_Finalize",
        "halt, 1, 9, ended with status 9 without MPI_Finalize",
        "abort, 1, 5, has ended the job with status 5",
        "return, 1, 1, has returned from main without MPI_Finalize"
    })
    void shouldEndTheJobAndNameTheRankAndItsHost(String how, String perVm, int status, String text) throws IOException {
        JobRun run = run("-H left:2,right:2 --vm-ranks " + perVm, "org.javampi.mpirun.Victim " + how + " 2");
        assertEquals(status, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: rank 2 on right (pid "), run.err);
        assertTrue(run.err.contains(text), run.err);
    }

    @Test
    void shouldTellWhatRanksElsewhereDo() throws IOException {
        AtomicLong now = new AtomicLong();
        JobRun run = run(
                now::get,
                new WaitingRanks(2, victim -> now.set(TimeUnit.SECONDS.toNanos(3_600))),
                "-H left,right --timeout 3600",
                "org.javampi.mpirun.Victim kill 1");
        assertEquals(124, run.status, run.err);
        assertTrue(
                run.err.lines().anyMatch(line -> line.startsWith("rank 1 ") && line.contains("Victim.java:")), run.err);
    }

    @Test
    void shouldNameARankThatIsKilledElsewhere() throws Exception {
        WaitingRanks ranks = new WaitingRanks(3, victim -> WaitingRanks.signal("KILL", victim.pid()));
        JobRun run = run(ranks, "-H left:2,right", "org.javampi.mpirun.Victim kill 2");
        assertEquals(137, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: rank 2 on right (pid "), run.err);
        assertTrue(run.err.contains("signal 9 (kill -9)"), run.err);
        ranks.awaitEnds();
    }

    @Test
    void shouldNameTheRanksOfAnAgentThatIsKilled() throws Exception {
        WaitingRanks ranks = new WaitingRanks(3, victim -> WaitingRanks.signal("KILL", WaitingRanks.agentOf(victim)));
        JobRun run = run(ranks, "-H left,right:2", "org.javampi.mpirun.Victim kill 2");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: rank 1 on right (pid "), run.err);
        assertTrue(run.err.contains("is lost with its host (ranks 1 2, agent pid "), run.err);
        assertTrue(run.err.contains("its agent has ended"), run.err);
        ranks.awaitEnds();
    }

    @Test
    void shouldGiveUpAHostThatIsSilent() throws Exception {
        WaitingRanks ranks = new WaitingRanks(2, victim -> WaitingRanks.signal("STOP", WaitingRanks.agentOf(victim)));
        JobRun run = run(ranks, "-H left,right --set heartbeat.timeout=6", "org.javampi.mpirun.Victim kill 1");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: rank 1 on right (pid "), run.err);
        assertTrue(run.err.contains("nothing was heard of it for 6.0 s"), run.err);
        ranks.awaitEnds();
    }

    @Test
    void shouldLeaveNothingOnAnyHostWhenTheLauncherIsKilled() throws Exception {
        Path source = folder.resolve("Endless.java");
        Files.writeString(
                source,
                "import static org.javampi.MPI.*;"
                        + "public class Endless { public static void main(String[] a) throws Exception {"
                        + " MPI_Init(a);"
                        + " System.out.println(Endless.class.getProtectionDomain()"
                        + ".getCodeSource().getLocation());"
                        + " Thread.sleep(Long.MAX_VALUE); } }",
                StandardCharsets.UTF_8);
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.javampi.mpirun.Javampirun",
                        "--rsh-agent",
                        PretendedHosts.shell(folder),
                        "-H",
                        "localhost,left,right",
                        source.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> all = new ArrayList<>();
        String job = "";
        try (BufferedReader out = new BufferedReader(new InputStreamReader(launcher.getInputStream()))) {
            for (int rank = 0; rank < 3; rank++) {
                job = out.readLine().replaceFirst(".*/javampi-(.{36})-.*", "$1");
            }
            launcher.descendants().forEach(all::add);
            launcher.destroyForcibly().waitFor();
        }
        // Three ranks, two agents.
        assertTrue(all.size() >= 5, all.toString());
        for (ProcessHandle process : all) {
            process.onExit().get(Patience.seconds(120), TimeUnit.SECONDS);
        }
        // The classes that the launcher has compiled are its own host's ranks' to remove.
        assertEquals(36, job.length());
        JobRun.awaitNoFiles(job);
    }

    @Test
    void shouldSayWhyNoAgentWasStarted() throws IOException {
        String shell = PretendedHosts.script(folder, "echo no way to $1; exit 255");
        JobRun run = JobRun.of("--rsh-agent", shell, "-H", "left", "-cp", CLASSES, "X");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: host left: no agent was started: '" + shell), run.err);
        assertTrue(run.err.contains("has ended with status 255: no way to left"), run.err);
    }

    /** A directory that is gone when the agent starts is one that the other host does not have. */
    private String shellWithout(Path directory) {
        return PretendedHosts.script(folder, "rmdir " + directory + "; cd /; shift; exec sh -c \"$*\"");
    }

    @Test
    void shouldSayWhereRanksStartThatHaveNoSuchDirectory() throws Exception {
        Path here = Files.createDirectory(folder.resolve("here")).toRealPath();
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.javampi.mpirun.Javampirun",
                        "--rsh-agent",
                        shellWithout(here),
                        "-H",
                        "right:2",
                        "-cp",
                        Path.of(CLASSES).toAbsolutePath().toString(),
                        "org.javampi.mpirun.Where")
                .directory(here.toFile())
                .redirectErrorStream(true)
                .start();
        launcher.getOutputStream().close();
        String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, launcher.waitFor(), said);
        String line = "javampi: this host has no directory " + here
                + ": ranks start in / (-wdir makes a missing directory an error)";
        assertEquals(1, said.lines().filter(line::equals).count(), said);
    }

    @Test
    void shouldFailWhenAHostLacksTheDirectoryThatWasAskedFor() throws IOException {
        Path here = Files.createDirectory(folder.resolve("here"));
        JobRun run = JobRun.of(
                "--rsh-agent",
                shellWithout(here),
                "-H",
                "right",
                "-wdir",
                here.toString(),
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Where");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.contains(here.toString()) && run.err.contains("No such file or directory"), run.err);
        assertTrue(run.err.contains("right"), run.err);
    }

    @Test
    void shouldTryAgainWhenHostsComeLate() throws IOException {
        Path late = folder.resolve("late");
        String shell = PretendedHosts.script(
                folder, "test -e " + late + " || { touch " + late + "; exit 255; }; shift; exec sh -c \"$*\"");
        JobRun run = JobRun.of(
                "--rsh-agent",
                shell,
                "-H",
                "left:2",
                "--set",
                "launch.retry=60",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Where");
        assertEquals(0, run.status, run.err);
        assertEquals(2, run.out.lines().count(), run.out);
    }

    @Test
    void shouldNotWaitForEverForAnAgent() throws IOException {
        String shell = PretendedHosts.script(folder, "exec sleep 600");
        JobRun run = JobRun.of(
                "--rsh-agent",
                shell,
                "-H",
                "localhost,left",
                "--set",
                "launch.timeout=1",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Where");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun: host left: its agent has not reported within 1 s"), run.err);
    }

    @Test
    void shouldRefuseAnInterfaceThatIsNotThere() throws IOException {
        JobRun run = run("-H left --interface 203.0.113.0/24", "org.javampi.mpirun.Where");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.contains("no interface of this host is 203.0.113.0/24"), run.err);
        assertTrue(run.err.contains("127.0.0.1"), run.err);
    }

    @Test
    void shouldLetAgentsStartAgents() throws IOException {
        Path log = folder.resolve("log");
        JobRun run = treeOf(PretendedHosts.script(folder, "echo $1 $PPID >>" + log + "; shift; exec sh -c \"$*\""));
        assertEquals(0, run.status, run.err);
        assertEquals(4, run.out.lines().count(), run.out);
        List<String> starts = Files.readAllLines(log);
        assertEquals(4, starts.size(), starts.toString());
        String own = " " + ProcessHandle.current().pid();
        assertEquals(
                List.of("h0" + own),
                starts.stream().filter(line -> line.endsWith(own)).toList());
    }

    @Test
    void shouldStartWhatAnAgentCannot() throws IOException {
        String here = Long.toString(ProcessHandle.current().pid());
        JobRun run = treeOf(PretendedHosts.script(
                folder, "test $PPID = " + here + " || { echo no way; exit 9; }; shift; exec sh -c \"$*\""));
        assertEquals(0, run.status, run.err);
        assertEquals(4, run.out.lines().count(), run.out);
    }

    private static JobRun treeOf(String shell) throws IOException {
        return JobRun.of(
                "--rsh-agent",
                shell,
                "-H",
                "h0,h1,h2,h3",
                "--set",
                "launch.fanout=1",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Where");
    }

    @Test
    void shouldShipTheClassPath() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path jars = Files.createDirectories(folder.resolve("jars"));
        Path source = folder.resolve("Shipped.java");
        Files.writeString(
                source,
                "public class Shipped { public static void main(String[] a) {"
                        + " org.javampi.MPI.MPI_Init(a);"
                        + " System.out.println(Shipped.class.getProtectionDomain().getCodeSource().getLocation()"
                        + " + \" \" + Shipped.class.getResource(\"/in.txt\")); org.javampi.MPI.MPI_Finalize(); } }",
                StandardCharsets.UTF_8);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertEquals(0, compiled);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jars.resolve("data.jar")))) {
            jar.putNextEntry(new ZipEntry("in.txt"));
        }
        JobRun run = JobRun.of(
                "--rsh-agent",
                PretendedHosts.shell(folder),
                "--ship",
                "-H",
                "left,right",
                "-cp",
                classes + ":" + jars + "/*",
                "Shipped");
        assertEquals(0, run.status, run.err);
        assertEquals(
                2,
                run.out
                        .lines()
                        .filter(line -> line.matches(
                                ".*/javampi-.*-classes-[01]/entry-0/ jar:.*-classes-[01]/entry-1/data.jar!/in.txt"))
                        .count(),
                run.out);
    }

    @Test
    void shouldTellWhatTheStarterHasSaidOfAHostThatNeverComes() throws IOException {
        String shell = PretendedHosts.script(folder, "echo Could not resolve hostname $1 >&2; exit 255");
        JobRun run = JobRun.of(
                "--rsh-agent",
                shell,
                "-H",
                "left",
                "--set",
                "launch.retry=600",
                "--set",
                "launch.timeout=2",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Where");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.contains("has not reported within 2 s (launch.timeout); the last attempt"), run.err);
        assertTrue(run.err.contains("Could not resolve hostname left"), run.err);
    }
}
