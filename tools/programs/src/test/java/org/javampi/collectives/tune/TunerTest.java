package org.javampi.collectives.tune;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunerTest {
    private static final Duration DEADLINE = Patience.duration(600);
    private static final Windows CONFIRMED = new Windows(List.of(
            new Window(0.1, 2, 1, Outcome.FASTER),
            new Window(0.1, 2, 1, Outcome.FASTER),
            new Window(0.1, 2, 1, Outcome.FASTER)));

    private static Finding found(Collective collective, int bytes, Candidate winner) {
        return new Finding(new Cell(collective, bytes), new Verdict(winner, winner, 1, 2, true), CONFIRMED);
    }

    @Test
    void shouldWriteAFileThatTheRuntimeReads(@TempDir Path folder) throws Exception {
        Path findings = folder.resolve("0.findings");
        Path file = folder.resolve("tuned.rules");
        String[] find = {findings.toString(), "--quick", "--about=a test", "scan"};
        String[] confirm = {findings.toString(), "--pause=0", "--into=" + file};
        World.of(2).deadline(DEADLINE).run(rank -> Tuner.main(find));
        World.of(2).deadline(DEADLINE).run(rank -> Confirmation.main(confirm));
        String text = Files.readString(file);
        assertTrue(text.contains("2 ranks on one host, measured by a test"), text);
        assertTrue(text.contains("# scan\n"), text);
        explained(file, 2);
    }

    @Test
    void shouldMeasureAgainWhatWasFoundAndKeepWhatIsThere(@TempDir Path folder) throws Exception {
        Path findings = folder.resolve("0.findings");
        Path file = Files.writeString(folder.resolve("tuned.rules"), "# of others\n");
        Candidate linear = new Candidate("linear", "one_host", 0);
        Cell scan = new Cell(Collective.SCAN, 8);
        new Findings(List.of("given"), List.of(), List.of(new Finding(scan, new Verdict(linear, linear, 1, 2, true))))
                .write(findings);
        String[] confirm = {findings.toString(), "--pause=0", "--into=" + file, "--append"};
        String said = said(() -> run(2, () -> Confirmation.main(confirm)));
        Findings after = Findings.read(findings);
        assertEquals(1, after.of(scan).windows().all().size(), after.toString());
        assertEquals(1, after.pulses().size());
        String text = Files.readString(file);
        assertTrue(text.startsWith("# of others\n\n# given\n# Changes had to hold"), text);
        assertTrue(said.contains("no rule for 2 ranks: the built-in choices stand; "), said);
        assertTrue(said.contains("measured again for 2 ranks:\ncollective "), said);
    }

    @Test
    void shouldCountRulesInWords() {
        assertEquals(
                "no rule for 2 ranks: the built-in choices stand; f has the figures", Confirmation.summary(0, 2, "f"));
        assertEquals("1 rule for 2 ranks in f: use it with --coll-file f", Confirmation.summary(1, 2, "f"));
        assertEquals("2 rules for 4 ranks in f: use them with --coll-file f", Confirmation.summary(2, 4, "f"));
    }

    @Test
    void shouldFindOutWhereTheRanksAre() throws Exception {
        List<Place> places = new ArrayList<>();
        run(2, () -> {
            MPI_Init();
            Place place = Place.of(MPI_COMM_WORLD);
            if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
                places.add(place);
            }
            MPI_Finalize();
        });
        assertEquals(2, places.get(0).ranks());
        assertEquals(1, places.get(0).hosts());
        assertTrue(places.get(0).sharedMemory());
    }

    @Test
    void shouldCheckNothingWhenAFileChangesNothing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("other.rules"), "scan=linear@5\n");
        String said = said(() -> run(2, () -> Check.main(new String[] {file.toString()})));
        assertEquals(file + " changes nothing for 2 ranks: there is nothing to check", said.strip());
    }

    @Test
    void shouldTellTheFiguresOfBothWhenRulesAreChecked(@TempDir Path folder) throws Exception {
        // The same algorithm by another rule: hardly slower, but a busy machine may find it so.
        Path file = Files.writeString(folder.resolve("same.rules"), "scan=linear:-8@2\n");
        String[] check = {file.toString(), "--pause=0", "scan"};
        String said = said(() -> runToAnyEnd(2, () -> Check.main(check)));
        List<String> lines = said.lines().toList();
        assertTrue(lines.get(0).startsWith("2 ranks, 5 windows, in which a barrier took "), said);
        assertEquals(
                List.of("collective", "bytes", "built-in", "us", "file's", "us", "ratio", "verdict", "rule"),
                List.of(lines.get(1).trim().split("\\s+")));
        assertTrue(lines.get(2).startsWith("scan                 8 "), said);
        assertTrue(lines.get(2).endsWith(" scan=linear:-8@2 (" + file + ")"), said);
        assertEquals(3, lines.size(), said);
    }

    private static void run(int ranks, Runnable program) throws Exception {
        World.of(ranks).deadline(DEADLINE).run(rank -> program.run());
    }

    private static void runToAnyEnd(int ranks, Runnable program) throws Exception {
        try {
            run(ranks, program);
        } catch (WorldFailure slower) {
            assertEquals(1, slower.status(), slower.toString());
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static String said(Work work) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldChangeTheExplainedChoiceWhenTheFileSaysSo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("given.rules");
        Candidate tree = new Candidate("tree(radix=4)", "one_host", 0);
        Candidate ring = new Candidate("ring", "one_host_commutative", 0);
        Finding none = new Finding(new Cell(Collective.ALLREDUCE, 1024), new Verdict(null, null, Double.NaN, 2, true));
        List<Finding> findings =
                List.of(found(Collective.BARRIER, 0, tree), found(Collective.ALLREDUCE, 8, ring), none);
        List<String> head = List.of("given figures; margin 10 %");
        RulesText rules = new RulesText(3, new Findings(head, List.of(), findings));
        Files.writeString(file, rules.toString());
        String three = explained(file, 3);
        assertTrue(three.contains("barrier=tree(radix=4)@3?one_host (" + file + ")"), three);
        assertTrue(three.contains("allreduce=ring:-90@3?one_host_commutative"), three);
        assertFalse(three.contains("built in"), three);
        String two = explained(file, 2);
        assertTrue(two.contains("barrier=flag?shared_memory (built in)"), two);
    }

    /** What {@code --explain-coll} says of a barrier and an allreduce of 8 bytes. */
    private static String explained(Path rules, int ranks) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            World.of(ranks)
                    .setting("coll.file", rules.toString())
                    .setting("coll.explain", "true")
                    .deadline(DEADLINE)
                    .run(rank -> {
                        MPI_Init();
                        MPI_Barrier(MPI_COMM_WORLD);
                        long[] sum = new long[1];
                        MPI_Allreduce(new long[] {1}, sum, 1, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
                        assertEquals(ranks, sum[0]);
                        MPI_Finalize();
                    });
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
