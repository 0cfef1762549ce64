package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kill -9 at every numbered step of a checkpoint: the job restarts from the last good one, on
 * another number of VMs and over the other transport, and comes to the same end to the bit. {@code
 * -Dcheckpoint.full=true} adds some three hundred more of them, on several hosts and in restarted
 * lives too; {@code -Dcheckpoint.slice=2/6} only the second sixth of those.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final String STEPS = "300";
    private static final List<String> COURIER = List.of("org.javampi.mpirun.Courier", STEPS, "0");
    private static final String TOGETHER = "org.javampi.mpirun.Together";

    @TempDir
    Path folder;

    private final Undisturbed undisturbed = new Undisturbed();

    static Stream<Crash> each() {
        List<Crash> all = new ArrayList<>();
        for (int step : new int[] {2, 3, 5, 6}) {
            all.add(Crash.of(COURIER, false, step, step));
        }
        for (int step : new int[] {4, 7, 9}) {
            all.add(Crash.of(COURIER, true, step, 100 + step));
        }
        all.add(Crash.onHosts(COURIER, "agent", 3, 3));
        return all.stream();
    }

    static Stream<Crash> many() {
        List<Crash> all = new ArrayList<>();
        for (long seed = 1; seed <= 12; seed++) {
            addEachStep(all, COURIER, 1000 * seed);
        }
        return Slice.of(all.stream());
    }

    private static void addEachStep(List<Crash> all, List<String> program, long seed) {
        for (int step = 1; step <= Crash.RANK_STEPS; step++) {
            all.add(Crash.of(program, false, step, seed + step));
        }
        for (int step = 1; step <= Crash.COORDINATOR_STEPS; step++) {
            all.add(Crash.of(program, true, step, seed + 100 + step));
        }
    }

    /** Two crashes of a job, the second in the life after the first. */
    static Stream<Crash> twice() {
        List<Crash> all = new ArrayList<>();
        addEachStep(all, COURIER, 50_000);
        return Slice.of(all.stream());
    }

    static Stream<Crash> onHosts() {
        List<Crash> all = new ArrayList<>();
        for (long seed = 20_000; seed < 24_000; seed += 1000) {
            for (int step = 1; step <= Crash.RANK_STEPS; step++) {
                all.add(Crash.onHosts(COURIER, "agent", step, seed + step));
            }
        }
        for (int step = 1; step <= Crash.RANK_STEPS; step++) {
            all.add(Crash.onHosts(COURIER, "rank", step, 30_000 + step));
        }
        for (int step = 1; step <= Crash.COORDINATOR_STEPS; step++) {
            all.add(Crash.onHosts(COURIER, Crash.COORDINATOR, step, 40_000 + step));
        }
        return Slice.of(all.stream());
    }

    /** Collectives, whose boards in shared memory no checkpoint holds. */
    private static Crash amongCollectives(long seed) {
        Random random = new Random(seed);
        boolean coordinator = random.nextInt(3) == 0;
        int step = 1 + random.nextInt(coordinator ? Crash.COORDINATOR_STEPS : Crash.RANK_STEPS);
        List<String> program = List.of(TOGETHER, STEPS, "0", Long.toString(seed));
        return random.nextInt(6) == 0
                ? Crash.onHosts(program, coordinator ? Crash.COORDINATOR : "rank", step, seed)
                : Crash.of(program, coordinator, step, seed);
    }

    static Stream<Crash> together() {
        return LongStream.of(1).mapToObj(CrashTest::amongCollectives);
    }

    static Stream<Crash> oftenTogether() {
        return Slice.of(LongStream.rangeClosed(101, 140).mapToObj(CrashTest::amongCollectives));
    }

    private String undisturbed(Crash crash) throws IOException {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("-np", Integer.toString(crash.ranks()), "-cp", CLASSES));
        words.addAll(crash.program("20"));
        String out = undisturbed.of(words.toArray(new String[0]));
        assertTrue(out.startsWith(STEPS + " steps: ["), out);
        return out;
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "checkpoints");
    }

    @ParameterizedTest
    @MethodSource({"each", "together"})
    void shouldRestartAfterACrashAtAnyStep(Crash crash) throws Exception {
        crashAndRestart(crash, 1);
    }

    @ParameterizedTest
    @MethodSource({"many", "onHosts", "oftenTogether"})
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    void shouldRestartAfterManyCrashesAtAnyStep(Crash crash) throws Exception {
        crashAndRestart(crash, 1);
    }

    @ParameterizedTest
    @MethodSource("twice")
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    void shouldRestartAfterACrashOfARestart(Crash crash) throws Exception {
        crashAndRestart(crash, 2);
    }

    private void crashAndRestart(Crash crash, int times) throws Exception {
        long start = System.nanoTime();
        Path directory = fresh();
        UUID job = UUID.randomUUID();
        String right = undisturbed(crash);
        List<Long> newest = new ArrayList<>();
        newest.add(newest(directory, crash, crash(crash, crash.words(directory, job)), 0));
        for (int more = 1; more < times; more++) {
            long next = newest.get(more - 1) + 1;
            String said = crash(crash, crash.wordsAgain(directory, job, next));
            newest.add(newest(directory, crash, said, next));
        }
        JobRun run = JobRun.of(crash.restart(directory));
        assertEquals(0, run.status, crash + ": " + run.err);
        assertEquals(right, run.out, crash + ": " + run.err);
        JobRun.awaitNoFiles(job.toString());
        System.out.printf(
                "%s: status %d, restarted from %s, as undisturbed, %.1f s%n",
                crash, crash.status(), newest, (System.nanoTime() - start) * 1e-9);
    }

    /** Number of the newest checkpoint after a crash in checkpoint {@code which}, 0 for its own. */
    private static long newest(Path directory, Crash crash, String said, long which) throws IOException {
        List<String> damage = new ArrayList<>();
        Manifest newest = new CheckpointDirectory(directory).newest(damage::add).orElse(null);
        assertEquals(List.of(), damage, "a crash damages nothing");
        assertTrue(newest != null, crash + " has left no checkpoint: " + said);
        long epoch = which == 0 ? crash.epoch() : which;
        if (crash.isBefore()) {
            assertEquals(epoch - 1, newest.epoch(), crash + ": it must not stand. " + said);
        } else if (crash.isAfter()) {
            assertTrue(epoch <= newest.epoch(), crash + ": it stands. " + said);
        } else {
            assertTrue(epoch - 1 <= newest.epoch(), crash + ": the last one is lost. " + said);
        }
        return newest.epoch();
    }

    /** Runs a job that a fault ends; answers what its launcher says. */
    private String crash(Crash crash, List<String> words) throws Exception {
        if (!crash.isOfLauncher()) {
            JobRun run = JobRun.of(words);
            assertEquals(crash.status(), run.status, crash + ": " + run.err);
            return run.err;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("org.javampi.mpirun.Javampirun");
        command.addAll(words);
        Path log = Files.createTempFile(folder, "launcher", ".log");
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(launcher.waitFor(Patience.seconds(120), TimeUnit.SECONDS), crash + " has not ended");
        String said = Files.readString(log);
        assertEquals(crash.status(), launcher.exitValue(), crash + ": " + said);
        return said;
    }
}
