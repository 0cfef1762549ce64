package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.javampi.river.checkpoint.CheckpointDirectory;
import org.javampi.river.checkpoint.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kill -9 at every numbered step of a checkpoint, and damage to what is on disk: the job restarts
 * from the last good checkpoint, on another number of VMs and over the other transport, and comes
 * to the same end to the bit. {@code -Dcheckpoint.full=true} adds some two hundred more of them.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final String PROGRAM = "org.javampi.mpirun.Courier";
    private static final String STEPS = "300";
    private static final int RANK_STEPS = 7;
    private static final int COORDINATOR_STEPS = 10;

    @TempDir Path folder;
    private final Map<Integer, String> undisturbed = new HashMap<>();

    /**
     * One crash.
     *
     * @param asked whether checkpoints come by request and not at every n-th point
     */
    record Crash(
            String who,
            int step,
            int epoch,
            boolean asked,
            int ranks,
            int perVm,
            String transport) {
        static Crash of(boolean coordinator, int step, long seed) {
            Random random = new Random(seed);
            int ranks = 2 + random.nextInt(3);
            return new Crash(
                    coordinator ? "coordinator" : Integer.toString(random.nextInt(ranks)),
                    step,
                    2 + random.nextInt(2),
                    coordinator && step <= 2 || random.nextBoolean(),
                    ranks,
                    1 + random.nextInt(ranks),
                    random.nextBoolean() ? "shm" : "tcp");
        }

        List<String> words(Path directory, UUID job) {
            List<String> words = new ArrayList<>(options());
            words.addAll(List.of("--job", job.toString()));
            words.addAll(List.of("--checkpoint-dir", directory.toString()));
            words.addAll(List.of("--set", "checkpoint.fault=" + who + ":" + step + ":" + epoch));
            if (!asked) {
                words.addAll(List.of("--checkpoint-every", "20"));
            }
            words.addAll(List.of("-cp", CLASSES, PROGRAM, STEPS));
            if (asked) {
                words.add("20");
            }
            return words;
        }

        private List<String> options() {
            return List.of(
                    "-np",
                    Integer.toString(ranks),
                    "--vm-ranks",
                    Integer.toString(perVm),
                    "--transport",
                    transport,
                    "--timeout",
                    "60");
        }

        /** On other VMs, over the other transport. */
        String[] again(Path directory) {
            return new String[] {
                "--restart",
                directory.toString(),
                "--vm-ranks",
                Integer.toString(perVm % ranks + 1),
                "--transport",
                transport.equals("shm") ? "tcp" : "shm",
                "--timeout",
                "60"
            };
        }
    }

    static Stream<Crash> each() {
        List<Crash> all = new ArrayList<>();
        for (int step : new int[] {2, 3, 5, 6}) {
            all.add(Crash.of(false, step, step));
        }
        for (int step : new int[] {4, 7, 9}) {
            all.add(Crash.of(true, step, 100 + step));
        }
        return all.stream();
    }

    static Stream<Crash> many() {
        List<Crash> all = new ArrayList<>();
        for (long seed = 1; seed <= 12; seed++) {
            for (int step = 1; step <= RANK_STEPS; step++) {
                all.add(Crash.of(false, step, 1000 * seed + step));
            }
            for (int step = 1; step <= COORDINATOR_STEPS; step++) {
                all.add(Crash.of(true, step, 1000 * seed + 100 + step));
            }
        }
        return all.stream();
    }

    @BeforeAll
    void findOutWhatIsRight() throws IOException {
        for (int ranks = 2; ranks <= 4; ranks++) {
            JobRun run =
                    JobRun.of("-np", Integer.toString(ranks), "-cp", CLASSES, PROGRAM, STEPS, "20");
            assertEquals(0, run.status, run.err);
            assertTrue(run.out.startsWith(STEPS + " steps: ["), run.out);
            undisturbed.put(ranks, run.out);
        }
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "checkpoints");
    }

    @ParameterizedTest
    @MethodSource("each")
    void shouldRestartAfterACrashAtAnyStep(Crash crash) throws Exception {
        crashAndRestart(crash);
    }

    @ParameterizedTest
    @MethodSource("many")
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    void shouldRestartAfterManyCrashesAtAnyStep(Crash crash) throws Exception {
        long start = System.nanoTime();
        crashAndRestart(crash);
        System.out.printf(
                "%s: as undisturbed, %.1f s%n", crash, (System.nanoTime() - start) * 1e-9);
    }

    private void crashAndRestart(Crash crash) throws Exception {
        Path directory = fresh();
        UUID job = UUID.randomUUID();
        String said = crash(crash, crash.words(directory, job));
        List<String> damage = new ArrayList<>();
        Manifest newest = new CheckpointDirectory(directory).newest(damage::add).orElse(null);
        assertEquals(List.of(), damage, "a crash damages nothing");
        assertTrue(newest != null, crash + " has left no checkpoint: " + said);
        boolean coordinator = crash.who.equals("coordinator");
        boolean before = coordinator ? crash.step <= 8 : crash.step <= 6 && crash.step != 4;
        boolean after = coordinator ? crash.step >= 9 : crash.step == 7;
        if (before) {
            assertEquals(crash.epoch - 1, newest.epoch(), crash + ": it must not stand. " + said);
        } else if (after) {
            assertTrue(crash.epoch <= newest.epoch(), crash + ": it stands. " + said);
        }
        JobRun run = JobRun.of(crash.again(directory));
        assertEquals(0, run.status, crash + ": " + run.err);
        assertEquals(undisturbed.get(crash.ranks), run.out, crash + ": " + run.err);
        JobRun.awaitNoFiles(job.toString());
    }

    /** Runs a job that a fault ends; answers what its launcher says. */
    private String crash(Crash crash, List<String> words) throws Exception {
        if (!crash.who.equals("coordinator")) {
            JobRun run = JobRun.of(words.toArray(new String[0]));
            assertEquals(137, run.status, crash + ": " + run.err);
            return run.err;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("org.javampi.mpirun.Javampirun");
        command.addAll(words);
        Path log = Files.createTempFile(folder, "launcher", ".log");
        Process launcher =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertTrue(launcher.waitFor(90, TimeUnit.SECONDS), crash + " has not ended");
        String said = Files.readString(log);
        assertEquals(137, launcher.exitValue(), crash + ": " + said);
        return said;
    }

    // ---- Damage on disk

    private JobRun whole(Path directory) throws IOException {
        return JobRun.of(
                "-np",
                "3",
                "--checkpoint-dir",
                directory.toString(),
                "--checkpoint-every",
                "90",
                "-cp",
                CLASSES,
                PROGRAM,
                STEPS);
    }

    private JobRun restart(Path directory, String every) throws IOException {
        return JobRun.of(
                "--restart", directory.toString(), "--vm-ranks", "2", "--checkpoint-every", every);
    }

    /** Two checkpoints, of which the newest is damaged by {@code how}. */
    private void damage(String how) throws IOException {
        Path directory = fresh();
        JobRun run = whole(directory);
        assertEquals(0, run.status, run.err);
        CheckpointDirectory checkpoints = new CheckpointDirectory(directory);
        assertEquals(List.of(2L, 3L), checkpoints.epochs(), run.err);
        Path part = checkpoints.part(3, 1);
        Path victim = how.contains("manifest") ? checkpoints.of(3).resolve(Manifest.FILE) : part;
        byte[] bytes = Files.readAllBytes(victim);
        Random random = new Random(how.hashCode());
        if (how.startsWith("flip")) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(victim, bytes);
        } else if (how.startsWith("cut")) {
            Files.write(victim, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        } else {
            Files.delete(victim);
        }
        run = restart(directory, "90");
        assertEquals(0, run.status, how + ": " + run.err);
        assertTrue(
                run.err.contains("javampirun: checkpoint 3 cannot be used: "),
                how + ": " + run.err);
        assertEquals(undisturbed.get(3), run.out, how + ": " + run.err);
        // The one that it began from, and what it has made since.
        assertEquals(List.of(2L, 4L), checkpoints.epochs(), run.err);
        checkpoints.verified(2);
        checkpoints.verified(4);
    }

    @Test
    void shouldRestartFromTheOneBeforeWhenTheNewestIsDamaged() throws IOException {
        for (String how :
                List.of("flip", "flip manifest", "cut", "cut manifest", "lose", "lose manifest")) {
            damage(how);
        }
    }

    @Test
    void shouldSayWhenNoneIsGood() throws IOException {
        JobRun run = JobRun.of("--restart", fresh().toString());
        assertEquals(Javampirun.FAILED, run.status);
        assertTrue(run.err.contains("there is no good checkpoint"), run.err);
    }

    @Test
    void shouldGoOnWhenCheckpointsCannotBeWritten() throws IOException {
        Path file = Files.createFile(fresh().resolve("file"));
        JobRun run = whole(file);
        assertEquals(0, run.status, run.err);
        assertEquals(undisturbed.get(3), run.out);
        assertTrue(
                run.err.contains(
                        "checkpoint 1 abandoned, the job goes on: cannot write in " + file),
                run.err);
    }

    private static void mount(String... words) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root mounts");
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(words));
        assumeTrue(status(command) == 0, "mount is not allowed here");
    }

    private static int status(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void shouldGoOnWhenTheDiskIsFullAndRestartFromWhatFitted() throws IOException {
        Path measured = fresh();
        whole(measured);
        CheckpointDirectory checkpoints = new CheckpointDirectory(measured);
        long bytes = checkpoints.manifest(3).totalBytes();
        Path directory = fresh();
        mount("-t", "tmpfs", "-o", "size=" + bytes * 3 / 2, "tmpfs", directory.toString());
        try {
            JobRun run = whole(directory);
            assertEquals(0, run.status, run.err);
            assertEquals(undisturbed.get(3), run.out);
            assertTrue(run.err.contains("abandoned, the job goes on: "), run.err);
            assertTrue(run.err.contains("No space left on device"), run.err);
            assertEquals(List.of(1L), new CheckpointDirectory(directory).epochs());
            run = restart(directory, "20");
            assertEquals(0, run.status, run.err);
            assertEquals(undisturbed.get(3), run.out);
        } finally {
            status(List.of("umount", directory.toString()));
        }
    }

    @Test
    void shouldRestartFromAReadOnlyDirectoryAndGoOnWithoutCheckpoints() throws IOException {
        Path directory = fresh();
        whole(directory);
        mount("--bind", directory.toString(), directory.toString());
        try {
            mount("-o", "remount,ro,bind", directory.toString());
            JobRun run = restart(directory, "20");
            assertEquals(0, run.status, run.err);
            assertEquals(undisturbed.get(3), run.out);
            assertTrue(run.err.contains("Read-only file system"), run.err);
        } finally {
            status(List.of("umount", directory.toString()));
        }
    }
}
