package org.javampi.conformance.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Recordings;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks that run alone are told what they were told together. {@code -Dconformance.seed=S} plays another program. */
@Timeout(240)
class ReplayTest {
    private static final int ROUNDS = Integer.getInteger("conformance.rounds", 24);

    private static final int CHECKPOINTS = 3;

    private final long seed = Long.getLong("conformance.seed", System.nanoTime());

    @TempDir
    Path folder;

    private Map<Integer, List<String>> record(World world, int points) {
        System.out.println("-Dconformance.seed=" + seed);
        Map<Integer, List<String>> heard = new ConcurrentHashMap<>();
        world.deadline(Patience.duration(120)).record(folder);
        world.run(rank -> heard.put(rank, RandomTalk.play(seed, ROUNDS, points)));
        return heard;
    }

    /** What a rank hears when it is alone; null where its log has ended before it. */
    private List<String> again(int rank, long epoch, long otherSeed, int points) {
        Map<Integer, List<String>> heard = new ConcurrentHashMap<>();
        World.replay(folder, rank, epoch)
                .deadline(Patience.duration(60))
                .run(self -> heard.put(self, RandomTalk.play(otherSeed, ROUNDS, points)));
        return heard.get(rank);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void shouldTellEachRankTheSameAgain(int ranks) {
        Map<Integer, List<String>> heard = record(World.of(ranks).transport(ranks == 3 ? "tcp" : "shm"), 0);
        for (int rank = 0; rank < ranks; rank++) {
            assertEquals(heard.get(rank), again(rank, 0, seed, 0), "rank " + rank);
        }
    }

    @Test
    void shouldTellAProgramThatMarksPointsTheSameFromEachCheckpointOn() throws IOException {
        Map<Integer, List<String>> heard = record(World.of(3).checkpoints(folder), 7);
        List<Long> epochs = new CheckpointDirectory(folder).epochs();
        assertEquals(2, epochs.size());
        for (long epoch : epochs) {
            for (int rank = 0; rank < 3; rank++) {
                assertEquals(heard.get(rank), again(rank, epoch, seed, 7), "rank " + rank + " after " + epoch);
            }
        }
        assertNull(new Recordings(folder).of(0, 0), "logs before the checkpoints that are kept are removed");
    }

    @Test
    void shouldGoOnInTheMiddleOfACallOfAProgramThatDoesNotHelp() throws Exception {
        Path lines = Files.createDirectory(folder.resolve("lines"));
        String classes = Path.of(RandomTalk.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        String[] arguments = {Long.toString(seed), Integer.toString(2 * ROUNDS), lines.toString()};
        System.out.println("-Dconformance.seed=" + seed);
        World world = World.of(3).checkpoints(folder).record(folder).deadline(Patience.duration(120));
        AtomicInteger left = new AtomicInteger(CHECKPOINTS);
        CheckpointAnswer[] again = new CheckpointAnswer[1];
        again[0] = (taken, text) -> {
            if (left.decrementAndGet() > 0) {
                world.requestCheckpoint(again[0]);
            }
        };
        world.requestCheckpoint(again[0]);
        world.runProgram(RandomTalk.class.getName(), classes, arguments);
        List<Long> epochs = new CheckpointDirectory(folder).epochs();
        assertFalse(epochs.isEmpty(), "no checkpoint was taken");
        for (int rank = 0; rank < 3; rank++) {
            Path file = lines.resolve("rank-" + rank);
            List<String> heard = Files.readAllLines(file);
            Files.delete(file);
            World.replay(folder, rank, epochs.get(0))
                    .deadline(Patience.duration(60))
                    .runProgram(RandomTalk.class.getName(), classes, arguments);
            assertEquals(heard, Files.readAllLines(file), "rank " + rank + " after " + epochs);
        }
    }

    @Test
    void shouldNameTheCallAtWhichAProgramIsAnotherOne() {
        record(World.of(2), 0);
        WorldFailure failure = assertThrows(WorldFailure.class, () -> again(1, 0, seed + 1, 0));
        String text = failure.getMessage().lines().findFirst().orElse("");
        assertTrue(text.matches("replay: rank 1, call [0-9]+ after the start of the job: .*(recorded).*"), text);
    }

    @Test
    void shouldEndWhereItsLogEnds() throws IOException {
        Map<Integer, List<String>> heard = record(World.of(2), 0);
        Path begin = new Recordings(folder).of(1, 0).begin(1);
        try (FileChannel file = FileChannel.open(begin, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        World world = World.replay(folder, 1, 0).deadline(Patience.duration(60));
        Map<Integer, List<String>> again = new ConcurrentHashMap<>();
        world.run(rank -> again.put(rank, RandomTalk.play(seed, ROUNDS, 0)));
        assertNull(again.get(1));
        assertTrue(
                world.replayEnd()
                        .matches("replay: rank 1 has done its [0-9]+ recorded calls after the start of the job; its log"
                                + " ends here"),
                world.replayEnd());
        assertTrue(heard.get(1).size() > 1);
    }

    @Test
    void shouldRefuseToRecordCallsOfAnotherThread() {
        WorldFailure failure = assertThrows(
                WorldFailure.class, () -> World.of(1).record(folder).run(rank -> {
                    org.javampi.MPI.MPI_Init();
                    Thread other =
                            new Thread(() -> org.javampi.MPI.MPI_Barrier(org.javampi.MPI.MPI_COMM_WORLD), "other");
                    other.start();
                    other.join();
                    org.javampi.MPI.MPI_Finalize();
                }));
        assertEquals(
                "rank 0 of MPI_COMM_WORLD: --record: thread other calls MPI_Barrier, and only calls of the thread that has"
                        + " called MPI_Init can be told again in their order; leave --record out, or change the program",
                failure.getMessage());
    }
}
