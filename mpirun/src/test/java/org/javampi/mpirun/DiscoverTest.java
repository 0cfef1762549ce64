package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on VMs that wait for work. */
class DiscoverTest {
    private static final Pattern NAME = Pattern.compile("VM ([0-9a-f]{8})\\S{28} waits");

    @TempDir
    private Path folder;

    private WaitingVms vms;
    private final List<String> names = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        vms = new WaitingVms(folder);
    }

    @AfterEach
    void end() {
        vms.close();
    }

    private String start(int slots) throws IOException {
        String line = vms.start("--slots", Integer.toString(slots));
        Matcher matcher = NAME.matcher(line);
        assertTrue(matcher.find(), line);
        names.add(matcher.group(1));
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private JobRun run(Consumer<String> watcher, String options, String program) throws IOException {
        // Whether there are processors enough depends on the machine that runs the tests.
        return runCrowded(watcher, "--oversubscribe " + options, program);
    }

    private JobRun runCrowded(Consumer<String> watcher, String options, String program) throws IOException {
        List<String> words = new ArrayList<>(List.of("--discover"));
        words.addAll(vms.options());
        words.addAll(List.of(options.split(" ")));
        words.addAll(List.of("-cp", Path.of("target", "test-classes").toString()));
        words.addAll(List.of(program.split(" ")));
        return JobRun.watched(watcher, words.toArray(new String[0]));
    }

    private JobRun run(String options, String program) throws IOException {
        return run(line -> {}, options, program);
    }

    @Test
    void shouldDealRanksOverFreeVmsByTheirSlotsAndGiveThemBack() throws IOException {
        start(2);
        String seed = start(1);
        for (String options : List.of("--display-map", "--seed " + seed)) {
            // Without -np there is a rank for each slot.
            JobRun run = run(options + " -l", "org.javampi.mpirun.Where input");
            assertEquals(0, run.status, run.err);
            // The program reads on all ranks.
            assertTrue(
                    run.err.lines().allMatch(line -> line.contains("reads standard input, which is empty for it")),
                    run.err);
            assertTrue(run.out.contains("input " + JobRun.INPUT.replace('\n', '|')), run.out);
            for (int rank = 0; rank < 3; rank++) {
                assertTrue(
                        run.out.matches(String.format("(?s).*\\[%1$d\\] %1$d of 3 on [^/\\s]+: 3\\R.*", rank)),
                        run.out);
            }
            if (options.startsWith("--display")) {
                assertTrue(run.out.matches("(?s).*/" + names.get(0) + ": ranks( \\d){2}\\R.*"), run.out);
                assertTrue(run.out.matches("(?s).*/" + names.get(1) + ": ranks \\d\\R.*"), run.out);
            }
        }
    }

    @Test
    void shouldLeaseNoMoreVmsThanAreNeeded() throws IOException {
        start(2);
        start(2);
        JobRun run = run("--dry-run -np 2", "org.javampi.mpirun.Where");
        assertEquals(0, run.status, run.err);
        assertEquals(
                1, run.out.lines().filter(line -> line.startsWith("agent ")).count(), run.out);
        assertTrue(run.out.contains("agent     deployed on VM "), run.out);
    }

    @Test
    void shouldNameTheVmThatDiesAndItsRanks() throws Exception {
        start(2);
        start(2);
        WaitingRanks ranks = new WaitingRanks(4, victim -> WaitingRanks.signal("KILL", WaitingRanks.agentOf(victim)));
        JobRun run = run(ranks, "-np 4", "org.javampi.mpirun.Victim kill 2");
        assertEquals(1, run.status, run.err);
        Process dead = vms.processes.get(0).isAlive() ? vms.processes.get(1) : vms.processes.get(0);
        String name = names.get(vms.processes.indexOf(dead));
        assertTrue(dead.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertTrue(
                run.err.matches("javampirun: rank 2 on \\S+/"
                        + name
                        + " \\(pid \\d+\\) is lost with its host \\(ranks 2 3, agent pid "
                        + dead.pid()
                        + "\\): its agent has ended\\R"),
                run.err);
        ranks.awaitEnds();
    }

    @Test
    void shouldEndAndFreeTheVmsWhenARankDies() throws Exception {
        start(2);
        WaitingRanks ranks = new WaitingRanks(2, victim -> WaitingRanks.signal("KILL", victim.pid()));
        JobRun run = run(ranks, "-np 2", "org.javampi.mpirun.Victim kill 1");
        assertEquals(137, run.status, run.err);
        assertTrue(run.err.contains("signal 9 (kill -9)"), run.err);
        ranks.awaitEnds();
        assertEquals(0, run("-np 2", "org.javampi.mpirun.Where").status);
    }

    @Test
    void shouldGoOnWithAVmThatIsFreeWhenOneIsLost() throws Exception {
        String survivor = Path.of("..", "examples", "Survivor.java").toString();
        JobRun undisturbed = JobRun.of("-np", "4", survivor, "1000");
        for (int i = 0; i < 3; i++) {
            start(2);
        }
        Path rod = folder.resolve("rod");
        JobRun run;
        try (HostLoss loss = HostLoss.afterCheckpoint(rod, 2)) {
            run = run("-np 4 --checkpoint-every 20 --ft --checkpoint-dir " + rod, survivor + " 1000");
            loss.assertHappened();
        }
        assertEquals(undisturbed.out, run.good().out);
        assertTrue(run.err.matches("(?s).*--ft: going on from .* allowed, without \\S+/.*"), run.err);
    }

    /** The VMs of a host share its processors: those of each alone would be enough. */
    @Test
    void shouldSayWhenRanksOutnumberTheProcessorsOfAHost() throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        start(cores);
        start(1);
        JobRun many = runCrowded(line -> {}, "--dry-run -np " + (cores + 1), "org.javampi.mpirun.Where");
        assertTrue(
                many.good()
                        .err
                        .matches("javampirun: --discover: " + (cores + 1) + " ranks share " + cores
                                + " processors? of \\S+ and run in turns; .*\\R"),
                many.err);
        assertEquals(
                "",
                run("--dry-run -np " + (cores + 1), "org.javampi.mpirun.Where").good().err);
        assertEquals(
                "",
                runCrowded(line -> {}, "--dry-run -np " + cores, "org.javampi.mpirun.Where")
                        .good()
                        .err);
    }

    @Test
    void shouldSayHowToGetVmsWhenThereIsNone() throws IOException {
        JobRun run = run("-np 2", "org.javampi.mpirun.Where");
        assertEquals(1, run.status);
        assertEquals(
                "javampirun: --discover: no free VM found on the network of 127.0.0.1 with this"
                        + " secret; 'river vm' starts one, 'river ls' lists all\n",
                run.err);
    }

    @Test
    void shouldRefuseWhatContradictsItself() throws IOException {
        JobRun both = run("-H a,b", "org.javampi.mpirun.Where");
        assertEquals(2, both.status);
        assertTrue(both.err.contains("--discover finds the hosts itself: leave "), both.err);
        JobRun alone = JobRun.of("--seed", "h:1", "Where");
        assertEquals(2, alone.status);
        assertTrue(alone.err.contains("belong to --discover"), alone.err);
        assertFalse(alone.err.contains("free VM"), alone.err);
    }
}
