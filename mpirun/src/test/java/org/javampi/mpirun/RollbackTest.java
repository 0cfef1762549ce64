package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.javampi.river.checkpoint.CheckpointDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --ft}: a rank that dies costs the time since the last checkpoint, and nothing else. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollbackTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final String EXAMPLES = Path.of("..", "examples").toString();
    private static final int CG_ITERATIONS = 15;

    private Path folder;
    private String lessons;
    private final Map<String, String> undisturbed = new HashMap<>();

    @BeforeAll
    void compile(@TempDir Path common) {
        folder = common;
        lessons = folder.resolve("lessons").toString();
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                lessons,
                                EXAMPLES + "/Survivor.java",
                                EXAMPLES + "/Cg.java"));
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "checkpoints");
    }

    private static String lastLine(JobRun run) {
        return run.out.lines().reduce((first, second) -> second).orElse("nothing; " + run.err);
    }

    private static long rollbacks(JobRun run) {
        return run.err.lines().filter(line -> line.startsWith("javampirun: --ft: ")).count();
    }

    private JobRun run(String options, Path directory, String... program) throws IOException {
        List<String> words = new ArrayList<>(List.of(options.split(" ")));
        words.addAll(List.of("--checkpoint-dir", directory.toString(), "-cp", lessons));
        words.addAll(List.of(program));
        return JobRun.of(words.toArray(new String[0]));
    }

    /**
     * Kills one process of this VM's that {@code wanted} picks, so many times: each time after a
     * checkpoint more, and a random while later.
     */
    private static Thread killer(
            Path directory, int times, long seed, Predicate<ProcessHandle> wanted) {
        Thread thread =
                new Thread(
                        () -> {
                            Random random = new Random(seed);
                            CheckpointDirectory checkpoints = new CheckpointDirectory(directory);
                            long last = 0;
                            try {
                                for (int kill = 0; kill < times; kill++) {
                                    last = awaitNewer(checkpoints, last);
                                    LockSupport.parkNanos(random.nextInt(100_000_000));
                                    List<ProcessHandle> alive =
                                            ProcessHandle.current()
                                                    .descendants()
                                                    .filter(wanted)
                                                    .toList();
                                    if (!alive.isEmpty()) {
                                        alive.get(random.nextInt(alive.size())).destroyForcibly();
                                    }
                                }
                            } catch (IOException | InterruptedException e) {
                                // The run ends by itself, and shows that too few were killed.
                                return;
                            }
                        },
                        "killer");
        thread.start();
        return thread;
    }

    private static long awaitNewer(CheckpointDirectory checkpoints, long last)
            throws IOException, InterruptedException {
        while (true) {
            List<Long> epochs = checkpoints.epochs();
            if (!epochs.isEmpty() && epochs.get(epochs.size() - 1) > last) {
                return epochs.get(epochs.size() - 1);
            }
            Thread.sleep(1);
        }
    }

    private static boolean isRank(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("VirtualMachineMain"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"shm, 1, 1", "tcp, 1, 2", "shm, 2, 3"})
    void shouldComeToTheSameEndWhenRanksAreKilled(String transport, String perVm, long seed)
            throws Exception {
        JobRun whole = JobRun.of("-np", "4", "-cp", lessons, "Survivor", "8000");
        Path directory = fresh();
        Thread killer = killer(directory, 3, seed, RollbackTest::isRank);
        JobRun run =
                run(
                        "-np 4 --ft --checkpoint-every 200 --transport "
                                + transport
                                + " --vm-ranks "
                                + perVm,
                        directory,
                        "Survivor",
                        "8000");
        killer.interrupt();
        killer.join();
        assertEquals(0, run.status, run.err);
        assertEquals(whole.out, lastLine(run) + "\n", "seed " + seed + ": " + run.err);
        assertTrue(rollbacks(run) >= 1 && rollbacks(run) <= 3, run.err);
    }

    @ParameterizedTest
    @CsvSource({"abort, 5", "throw, 1", "exit, 7"})
    void shouldNotRollBackWhatTheProgramHasDone(String how, int status) throws IOException {
        JobRun run =
                JobRun.of(
                        "-np",
                        "3",
                        "--ft",
                        "--checkpoint-dir",
                        fresh().toString(),
                        "-cp",
                        CLASSES,
                        "org.javampi.mpirun.Victim",
                        how,
                        "1");
        assertEquals(status, run.status, run.err);
        assertFalse(run.err.contains("--ft: "), run.err);
    }

    @Test
    void shouldGiveUpAfterTheNumberOfRollbacksThatWasAllowed() throws IOException {
        // The fault strikes again in each life.
        JobRun run =
                run(
                        "-np 2 --ft 2 --checkpoint-every 100 --set checkpoint.fault=1:3:2",
                        fresh(),
                        "Survivor",
                        "1000");
        assertEquals(137, run.status, run.err);
        assertEquals(2, rollbacks(run), run.err);
        assertTrue(run.err.contains("going on from checkpoint 1 at point 100, 1 more"), run.err);
    }

    @Test
    void shouldNotGoOnFromWhatAnotherJobHasLeft() throws IOException {
        Path directory = fresh();
        JobRun before = run("-np 2 --checkpoint-every 100", directory, "Survivor", "1000");
        assertEquals(0, before.status, before.err);
        JobRun run =
                run(
                        "-np 2 --ft 1 --checkpoint-every 100 --set checkpoint.fault=1:1:11",
                        directory,
                        "Survivor",
                        "500");
        assertTrue(run.err.contains("there is no checkpoint yet: starting anew"), run.err);
    }

    // ---- Conjugate gradients: the same bits

    static IntStream afterEach() {
        return IntStream.rangeClosed(1, CG_ITERATIONS);
    }

    /**
     * A job that is killed when checkpoint {@code iteration} is its newest, and goes on from there:
     * in other VMs, over another transport.
     */
    private void killCgAfterIteration(String size, int iteration) throws IOException {
        String[] media = {"shm", "tcp", "shm,tcp"};
        int[] steps = {1, 2, 3, 5, 6};
        Path directory = fresh();
        String options =
                "-np 3 --checkpoint-every 1 --vm-ranks "
                        + (1 + iteration % 3)
                        + " --transport "
                        + media[iteration % 3];
        if (iteration < CG_ITERATIONS) {
            options +=
                    " --set checkpoint.fault="
                            + iteration / 2 % 3
                            + ":"
                            + steps[iteration % steps.length]
                            + ":"
                            + (iteration + 1);
        }
        JobRun killed = run(options, directory, "Cg", size);
        assertEquals(iteration < CG_ITERATIONS ? 137 : 0, killed.status, killed.err);
        List<Long> epochs = new CheckpointDirectory(directory).epochs();
        assertEquals(iteration, epochs.get(epochs.size() - 1), options + ": " + killed.err);
        JobRun run =
                JobRun.of(
                        "--restart",
                        directory.toString(),
                        "--vm-ranks",
                        Integer.toString(1 + (iteration + 1) % 3),
                        "--transport",
                        media[(iteration + 1) % 3]);
        assertEquals(0, run.status, run.err);
        assertEquals(undisturbedCg(size), run.out, options + ": " + run.err);
        System.out.println("Cg " + options + ", restarted after iteration " + iteration);
        System.out.print(run.out);
    }

    /** What three ranks print when nothing happens to them. */
    private String undisturbedCg(String size) throws IOException {
        if (!undisturbed.containsKey(size)) {
            JobRun whole = JobRun.of("-np", "3", "-cp", lessons, "Cg", size);
            assertEquals(0, whole.status, whole.err);
            assertTrue(whole.out.contains("verified"), whole.out);
            undisturbed.put(size, whole.out);
        }
        return undisturbed.get(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12})
    void shouldFindTheSameZetaWhenKilledBetweenIterations(int iteration) throws IOException {
        killCgAfterIteration("S", iteration);
    }

    @ParameterizedTest
    @MethodSource("afterEach")
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    @Timeout(900)
    void shouldFindTheSameZetaWhenKilledAfterAnyIteration(int iteration) throws IOException {
        killCgAfterIteration("S", iteration);
    }

    @ParameterizedTest
    @MethodSource("afterEach")
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    @Timeout(900)
    void shouldFindTheSameLargeZetaWhenKilledAfterAnyIteration(int iteration) throws IOException {
        killCgAfterIteration("A", iteration);
    }

    @ParameterizedTest
    @CsvSource({"S, 21, 2"})
    void shouldFindTheSameZetaWhenRanksAreKilledAtAnyTime(String size, long seed, int kills)
            throws Exception {
        cgUnderFire(size, seed, kills);
    }

    @ParameterizedTest
    @CsvSource({"A, 31, 4", "A, 32, 4", "A, 33, 4", "A, 34, 4", "A, 35, 4"})
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    @Timeout(900)
    void shouldFindTheSameLargeZetaWhenRanksAreKilledAtAnyTime(String size, long seed, int kills)
            throws Exception {
        cgUnderFire(size, seed, kills);
    }

    private void cgUnderFire(String size, long seed, int kills) throws Exception {
        JobRun whole = JobRun.of("-np", "4", "-cp", lessons, "Cg", size);
        Path directory = fresh();
        Thread killer = killer(directory, kills, seed, RollbackTest::isRank);
        JobRun run = run("-np 4 --ft --checkpoint-every 1", directory, "Cg", size);
        killer.interrupt();
        killer.join();
        System.out.println(size + " seed " + seed + ": " + rollbacks(run) + " rollbacks");
        if (run.status == 0) {
            assertEquals(whole.out, lastLine(run) + "\n", "seed " + seed + ": " + run.err);
        } else {
            // Killed when it had said all and was about to end.
            assertEquals(137, run.status, run.err);
            assertEquals(whole.out, lastLine(run) + "\n", "seed " + seed + ": " + run.err);
        }
        assertTrue(rollbacks(run) <= kills, run.err);
    }
}
