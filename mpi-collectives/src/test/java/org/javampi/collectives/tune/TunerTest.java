package org.javampi.collectives.tune;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TunerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(100);

    @Test
    void shouldWriteAFileThatTheRuntimeReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tuned.rules");
        String[] words = {file.toString(), "--quick", "--about=a test", "scan"};
        World.of(2).deadline(DEADLINE).run(rank -> Tuner.main(words));
        String text = Files.readString(file);
        assertTrue(text.contains("2 ranks on one host, measured by a test"), text);
        assertTrue(text.contains("# scan\n"), text);
        explained(file, 2);
    }

    @Test
    void shouldChangeTheExplainedChoiceWhenTheFileSaysSo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("given.rules");
        RulesText rules = new RulesText(3, List.of("given figures; margin 10 %"));
        Candidate tree = new Candidate("tree(radix=4)", "one_host", 0);
        rules.add(Collective.BARRIER, List.of(0), List.of(new Verdict(tree, tree, 1, 2, true)));
        Candidate commutative = new Candidate("ring", "one_host_commutative", 0);
        Verdict ring = new Verdict(commutative, commutative, 1, 2, true);
        Verdict none = new Verdict(null, null, Double.NaN, 2, true);
        rules.add(Collective.ALLREDUCE, List.of(8, 1024), List.of(ring, none));
        Files.writeString(file, rules.toString());
        String three = explained(file, 3);
        assertTrue(three.contains("barrier=tree(radix=4)@3?one_host (" + file + ")"), three);
        assertTrue(three.contains("allreduce=ring:-90@3?one_host_commutative"), three);
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
                    .run(
                            rank -> {
                                MPI_Init();
                                MPI_Barrier(MPI_COMM_WORLD);
                                long[] sum = new long[1];
                                MPI_Allreduce(
                                        new long[] {1}, sum, 1, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
                                assertEquals(ranks, sum[0]);
                                MPI_Finalize();
                            });
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
