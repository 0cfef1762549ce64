package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.javampi.testing.Deadline;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --ft}: a rank that dies costs the time since the last checkpoint, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollbackTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final String EXAMPLES = Path.of("..", "examples").toString();
    private static final int CG_ITERATIONS = 15;

    private Path folder;
    private String lessons;
    private final Undisturbed undisturbed = new Undisturbed();

    @BeforeAll
    void compile(@TempDir Path common) {
        folder = common;
        lessons = folder.resolve("lessons").toString();
        CompiledProgram.into(lessons, EXAMPLES + "/Survivor.java", EXAMPLES + "/Cg.java");
    }

    private KeptJob fresh() throws IOException {
        return new KeptJob(Files.createTempDirectory(folder, "checkpoints"));
    }

    private static String lastLine(JobRun run) {
        return run.out.lines().reduce((first, second) -> second).orElse("nothing; " + run.err);
    }

    private JobRun run(KeptJob job, String options, String... program) throws IOException {
        return job.run(options + " -cp " + lessons, program);
    }

    @ParameterizedTest
    @CsvSource({"shm, 1, 1", "tcp, 1, 2", "shm, 2, 3"})
    void shouldComeToTheSameEndWhenRanksAreKilled(String transport, String perVm, long seed) throws Exception {
        String whole = undisturbed.of("-np", "4", "-cp", lessons, "Survivor", "8000");
        String options = "-np 4 --ft --checkpoint-every 200 --transport " + transport + " --vm-ranks " + perVm;
        JobRun run = underFire(seed, 3, options, "Survivor", "8000").good();
        assertEquals(whole, lastLine(run) + "\n", "seed " + seed + ": " + run.err);
        long rollbacks = KeptJob.rollbacks(run);
        assertTrue(rollbacks >= 1 && rollbacks <= 3, run.err);
    }

    private JobRun underFire(long seed, int kills, String options, String... program) throws Exception {
        KeptJob job = fresh();
        try (RankKiller killer = new RankKiller(job.directory(), kills, seed)) {
            killer.start();
            return run(job, options, program);
        }
    }

    @ParameterizedTest
    @CsvSource({"abort, 5", "throw, 1", "exit, 7"})
    void shouldNotRollBackWhatTheProgramHasDone(String how, int status) throws IOException {
        JobRun run = fresh().run("-np 3 --ft -cp " + CLASSES, "org.javampi.mpirun.Victim", how, "1");
        assertEquals(status, run.status, run.err);
        assertFalse(run.err.contains("--ft: "), run.err);
    }

    @Test
    void shouldGiveUpAfterTheNumberOfRollbacksThatWasAllowed() throws IOException {
        // The fault strikes again in each life.
        JobRun run =
                run(fresh(), "-np 2 --ft 2 --checkpoint-every 100 --set checkpoint.fault=1:3:2", "Survivor", "1000");
        assertEquals(137, run.status, run.err);
        assertEquals(2, KeptJob.rollbacks(run), run.err);
        assertTrue(run.err.contains("going on from checkpoint 1 at point 100, 1 more"), run.err);
    }

    @Test
    void shouldNotGoOnFromWhatAnotherJobHasLeft() throws IOException {
        KeptJob job = fresh();
        run(job, "-np 2 --checkpoint-every 100", "Survivor", "1000").good();
        JobRun run = run(job, "-np 2 --ft 1 --checkpoint-every 100 --set checkpoint.fault=1:1:11", "Survivor", "500");
        assertTrue(run.err.contains("there is no checkpoint yet: starting anew"), run.err);
    }

    // ---- Conjugate gradients: the same bits

    static Stream<Integer> afterEach() {
        return Slice.of(IntStream.rangeClosed(1, CG_ITERATIONS).boxed());
    }

    /**
     * A job that is killed when checkpoint {@code iteration} is its newest, and goes on from there:
     * in other VMs, over another transport.
     */
    private void killCgAfterIteration(String size, int iteration) throws IOException {
        String[] media = {"shm", "tcp", "shm,tcp"};
        int[] steps = {1, 2, 3, 5, 6};
        KeptJob job = fresh();
        String options =
                "-np 3 --checkpoint-every 1 --vm-ranks " + (1 + iteration % 3) + " --transport " + media[iteration % 3];
        if (iteration < CG_ITERATIONS) {
            options += " --set checkpoint.fault="
                    + iteration / 2 % 3
                    + ":"
                    + steps[iteration % steps.length]
                    + ":"
                    + (iteration + 1);
        }
        JobRun killed = run(job, options, "Cg", size);
        assertEquals(iteration < CG_ITERATIONS ? 137 : 0, killed.status, killed.err);
        List<Long> epochs = job.checkpoints().epochs();
        assertEquals(iteration, epochs.get(epochs.size() - 1), options + ": " + killed.err);
        JobRun run = job.restart(
                        "--vm-ranks " + (1 + (iteration + 1) % 3) + " --transport " + media[(iteration + 1) % 3])
                .good();
        assertEquals(undisturbedCg(3, size), run.out, options + ": " + run.err);
        System.out.println("Cg " + options + ", restarted after iteration " + iteration);
        System.out.print(run.out);
    }

    private String undisturbedCg(int ranks, String size) throws IOException {
        String out = undisturbed.of("-np", Integer.toString(ranks), "-cp", lessons, "Cg", size);
        assertTrue(out.contains("verified"), out);
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12})
    void shouldFindTheSameZetaWhenKilledBetweenIterations(int iteration) throws IOException {
        killCgAfterIteration("S", iteration);
    }

    @ParameterizedTest
    @MethodSource("afterEach")
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    @Deadline(900)
    void shouldFindTheSameZetaWhenKilledAfterAnyIteration(int iteration) throws IOException {
        killCgAfterIteration("S", iteration);
    }

    @ParameterizedTest
    @MethodSource("afterEach")
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    @Deadline(900)
    void shouldFindTheSameLargeZetaWhenKilledAfterAnyIteration(int iteration) throws IOException {
        killCgAfterIteration("A", iteration);
    }

    @Test
    void shouldFindTheSameZetaWhenRanksAreKilledAtAnyTime() throws Exception {
        cgUnderFire("S", 21, 2);
    }

    static Stream<Long> seedsOfFire() {
        return Slice.of(LongStream.rangeClosed(31, 36).boxed());
    }

    @ParameterizedTest
    @MethodSource("seedsOfFire")
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    @Deadline(900)
    void shouldFindTheSameLargeZetaWhenRanksAreKilledAtAnyTime(long seed) throws Exception {
        cgUnderFire("A", seed, 4);
    }

    private void cgUnderFire(String size, long seed, int kills) throws Exception {
        String whole = undisturbedCg(4, size);
        JobRun run = underFire(seed, kills, "-np 4 --ft --checkpoint-every 1", "Cg", size);
        long rollbacks = KeptJob.rollbacks(run);
        System.out.println(size + " seed " + seed + ": " + rollbacks + " rollbacks");
        // Or killed when it had said all and was about to end.
        assertTrue(run.status == 0 || run.status == Killed.STATUS, run.err);
        assertEquals(whole, lastLine(run) + "\n", "seed " + seed + ": " + run.err);
        assertTrue(rollbacks <= kills, run.err);
    }
}
