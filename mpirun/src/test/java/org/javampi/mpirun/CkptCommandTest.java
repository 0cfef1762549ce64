package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints of real jobs, looked at by people. */
class CkptCommandTest {
    @TempDir
    static Path all;

    private static Path rod;
    private static Path messages;

    @BeforeAll
    static void takeCheckpoints() throws IOException {
        rod = all.resolve("rod");
        new KeptJob(rod)
                .run(
                        "-np 3 --checkpoint-every 100 --checkpoint-keep 3",
                        Path.of("..", "examples", "Survivor.java").toString(),
                        "400")
                .good();
        messages = all.resolve("messages");
        new KeptJob(messages)
                .run("-np 3 -cp " + Path.of("target", "test-classes"), "org.javampi.mpirun.Waiting")
                .good();
    }

    private static List<String> good(Path directory, String command, String... words) throws IOException {
        JobRun run = ckpt(directory, command, words).good();
        assertEquals("", run.err);
        return run.out.lines().toList();
    }

    private static JobRun ckpt(Path directory, String command, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("ckpt", command, directory.toString()));
        line.addAll(List.of(words));
        return JobRun.of(line);
    }

    private static void assertHas(List<String> lines, String... wanted) {
        for (String line : wanted) {
            assertTrue(lines.contains(line), line + " is not in\n" + String.join("\n", lines));
        }
    }

    @Test
    void shouldListTheCheckpointsThatAreKept() throws IOException {
        List<String> lines = good(rod, "ls");
        assertEquals(4, lines.size());
        assertEquals("EPOCH AGE POINT RANKS BYTES STATE", lines.get(0).strip().replaceAll(" +", " "));
        for (int i = 1; i <= 3; i++) {
            int epoch = 5 - i;
            assertTrue(
                    lines.get(i).strip().matches(epoch + " +\\d+ s +" + epoch + "00 +3 +[0-9,]+ +good"), lines.get(i));
        }
    }

    @Test
    void shouldShowWhatTheProgramHasRegistered() throws IOException {
        List<String> lines = good(rod, "show", "--rank", "1");
        assertTrue(
                lines.get(0).matches("checkpoint 4 of job \\S+ at point 400, incarnation 0: 3 ranks, .*"),
                lines.get(0));
        assertTrue(lines.get(1).endsWith("Survivor.java 400"), lines.get(1));
        assertHas(
                lines,
                "  communicators",
                "    MPI_COMM_WORLD: rank 1 of 3, world ranks [0, 1, 2]",
                "    MPI_COMM_SELF: rank 0 of 1, world ranks [1]",
                "  messages in flight: none",
                "  receives posted: none",
                "  sends waiting: none",
                "    rod: Survivor$Rod",
                "      step = 400");
        String heat = lines.get(lines.size() - 1);
        assertTrue(heat.matches("      heat = double\\[1002\\] \\{.*, \\.\\.\\.\\} #[0-9a-f]{8}"), heat);
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("rank 0")));
    }

    @Test
    void shouldShowTheMessagesUnderWay() throws IOException {
        List<String> lines = good(messages, "show", "--epoch", "1");
        String split = "    split of MPI_COMM_WORLD: ";
        assertHas(
                lines,
                "    MPI_COMM_WORLD: from rank 1 to rank 2, tag 7, 8 bytes, eager",
                split
                        + "from rank 1 to rank 0 (world rank 2), tag 9, 800000 bytes, announced (the"
                        + " data is at its sender)",
                split + "from any rank, any tag, room for 8 bytes",
                split + "to rank 0 (world rank 2), tag 9, 800000 bytes",
                split + "rank 2 of 3, world ranks [2, 1, 0]",
                "      self = the same as state",
                "      table: java.util.TreeMap[1]",
                "        [a key]: java.util.List[2]",
                "          [1] = 7",
                "      turned: split of MPI_COMM_WORLD",
                "    counts = the same as state.small");
    }

    @Test
    void shouldShowWhatHasChanged() throws IOException {
        assertEquals(
                List.of(
                        "checkpoint 1 at point 1 -> checkpoint 2 at point 2",
                        "rank 0",
                        "  state.step: 0 -> 1",
                        "rank 1",
                        "  state.step: 0 -> 1",
                        "rank 2",
                        "  state.step: 0 -> 1",
                        "  state.field: 2 of 100000 elements differ, first [17]: 0.0 -> 1.5",
                        "  message gone: MPI_COMM_WORLD: from rank 1 to rank 2, tag 7, 8 bytes," + " eager",
                        "3 of 3 ranks differ"),
                good(messages, "diff", "1", "2"));
        List<String> back = good(messages, "diff", "2", "1", "--rank", "2");
        assertHas(
                back,
                "  message new: MPI_COMM_WORLD: from rank 1 to rank 2, tag 7, 8 bytes, eager",
                "1 of 1 ranks differ");
        assertHas(good(messages, "diff", "2", "2"), "0 of 3 ranks differ");
        assertEquals(good(messages, "diff", "1", "2"), good(messages, "diff"));
        assertEquals(good(messages, "diff", "1", "2"), good(messages, "diff", "1"));
    }

    @Test
    void shouldFollowAValueOverAllCheckpoints() throws IOException {
        List<String> lines = new ArrayList<>(List.of("epoch,point,rank,value"));
        for (int epoch = 2; epoch <= 4; epoch++) {
            for (int rank = 0; rank < 3; rank++) {
                lines.add(epoch + "," + epoch + "00," + rank + "," + epoch + "00");
            }
        }
        assertEquals(lines, good(rod, "watch", "rod.step"));
        assertEquals(
                List.of(
                        "epoch,point,rank,2:state.field[99999],state.table[a key][1],state.small",
                        "1,1,0,,7,\"int[2] {0, 0} #af5570f5\""),
                good(messages, "watch", "2:state.field[99999]", "state.table[a key][1]", "state.small")
                        .subList(0, 2));
        assertEquals(
                List.of("epoch,point,rank,value", "1,1,2,0.0", "2,2,2,2.5"),
                good(messages, "watch", "2:state.field[99999]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show %s --epoch 9 | 1 | there is no checkpoint 9 in ",
                "show %s --epoch 9 | 1 | ; there are 2, 3, 4",
                "show %s --rank 3 | 1 | no rank 3 in checkpoint 4; its ranks are 0 to 2",
                "show %s --epoch x | 2 | 'x' is not a long",
                "diff %s 2 5 | 1 | there is no checkpoint 5 in ",
                "diff %s x | 2 | 'x' is not a long",
                "watch %s | 2 | Missing required parameter: 'EXPR'",
                "watch %s rdo.step | 1 | rdo.step: nothing is registered under this name; there is rod",
                "watch %s rod.stp | 1 | rod, a Survivor$Rod, has no .stp; there are .step, .heat",
                "watch %s rod.step.x | 1 | rod.step.x: rod.step is a value and has no .x",
                "watch %s rod.heat[2000] | 1 | its elements are [0] to [1001]",
                "watch %s 7:rod.step | 1 | 7:rod.step: there is no rank 7",
                "ls no-such-directory | 1 | no-such-directory is no directory",
                "ls . | 1 | there is no checkpoint in .; it should be what was given to",
                "ls | 2 | Missing required parameter: 'DIR'",
                "list %s | 2 | Unmatched argument"
            })
    void shouldSayWhatIsThere(String words, int status, String text) throws IOException {
        JobRun run =
                JobRun.of(("ckpt " + words.trim()).replace("%s", rod.toString()).split(" "));
        assertEquals(status, run.status, run.err);
        assertTrue(run.err.startsWith("javampirun ckpt: "), run.err);
        assertTrue(run.err.contains(text), run.err);
        assertEquals("", run.out);
    }

    @Test
    void shouldSayHowACheckpointIsDamaged() throws IOException {
        Path copy = Files.createDirectory(all.resolve("damaged"));
        try (Stream<Path> files = Files.walk(rod)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(rod.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Path part = copy.resolve("epoch-00000004").resolve("rank-1.part");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);
        Files.delete(copy.resolve("epoch-00000003").resolve("rank-2.part"));
        List<String> lines = good(copy, "ls");
        assertTrue(
                lines.get(1).contains("rank-1.part is damaged at byte ")
                        && lines.get(1).endsWith(": the check sum of a block does not agree"),
                lines.get(1));
        assertTrue(lines.get(2).endsWith("rank-2.part is missing"), lines.get(2));
        assertTrue(lines.get(3).endsWith("good"), lines.get(3));
        JobRun newest = ckpt(copy, "show");
        assertEquals(0, newest.status);
        assertTrue(newest.out.startsWith("checkpoint 2 of job"), newest.out);
        assertTrue(newest.err.contains("checkpoint 4 cannot be used: "), newest.err);
        JobRun asked = ckpt(copy, "show", "--epoch", "3");
        assertEquals(1, asked.status);
        assertTrue(asked.err.startsWith("javampirun ckpt: checkpoint 3 is damaged: "), asked.err);
        JobRun watched = ckpt(copy, "watch", "0:rod.step");
        assertEquals("epoch,point,rank,value\n2,200,0,200\n", watched.out);
        assertTrue(watched.err.contains("left out: checkpoint 3 is damaged"), watched.err);
    }

    @Test
    void shouldExplainItself() throws IOException {
        for (String command : List.of("ls", "show", "diff", "watch")) {
            JobRun run = JobRun.of("ckpt", command, "--help");
            assertEquals(0, run.status, run.err);
            assertTrue(run.out.startsWith("usage: javampirun ckpt " + command), run.out);
        }
        JobRun run = JobRun.of("ckpt", "--help");
        assertTrue(run.out.contains("watch"), run.out);
    }
}
