package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.mpirun.failure.ExitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checkpoints that are damaged or lost on disk, and disks that take none: the job restarts from the
 * last good one, or goes on without, and comes to the same end to the bit.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamageTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final String PROGRAM = "org.javampi.mpirun.Courier";
    private static final String STEPS = "300";

    private final Undisturbed jobs = new Undisturbed();

    @TempDir
    private Path folder;

    private String undisturbed;

    @BeforeEach
    void runUndisturbed() throws IOException {
        undisturbed = jobs.of("-np", "3", "-cp", CLASSES, PROGRAM, STEPS);
    }

    private KeptJob fresh() throws IOException {
        return new KeptJob(Files.createTempDirectory(folder, "checkpoints"));
    }

    /** Makes three checkpoints and keeps two, if it can. */
    private static JobRun whole(KeptJob job) throws IOException {
        return job.run("-np 3 --checkpoint-every 90 -cp " + CLASSES, PROGRAM, STEPS)
                .good();
    }

    private static JobRun restart(KeptJob job, int every) throws IOException {
        return job.restart("--vm-ranks 2 --checkpoint-every " + every).good();
    }

    /** Does to {@code file} what {@code how} says, where a seed that is {@code how} says. */
    private static void damage(Path file, String how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(how.hashCode());
        if (how.startsWith("flip")) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
        } else if (how.startsWith("cut")) {
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        } else {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flip", "flip manifest", "cut", "cut manifest", "lose", "lose manifest"})
    void shouldRestartFromTheOneBeforeWhenTheNewestIsDamaged(String how) throws IOException {
        KeptJob job = fresh();
        JobRun run = whole(job);
        CheckpointDirectory checkpoints = job.checkpoints();
        assertEquals(List.of(2L, 3L), checkpoints.epochs(), run.err);
        boolean isOfManifest = how.contains("manifest");
        damage(isOfManifest ? checkpoints.of(3).resolve(Manifest.FILE) : checkpoints.part(3, 1), how);
        run = restart(job, 90);
        assertTrue(run.err.contains("javampirun: checkpoint 3 cannot be used: "), run.err);
        assertEquals(undisturbed, run.out, run.err);
        // The one that it began from, and what it has made since.
        assertEquals(List.of(2L, 4L), checkpoints.epochs(), run.err);
        checkpoints.verified(2);
        checkpoints.verified(4);
    }

    @Test
    void shouldSayWhenNoneIsGood() throws IOException {
        JobRun run = fresh().restart("");
        assertEquals(ExitStatus.FAILED, run.status);
        assertTrue(run.err.contains("there is no good checkpoint"), run.err);
    }

    @Test
    void shouldGoOnWhenCheckpointsCannotBeWritten() throws IOException {
        Path file = Files.createFile(fresh().directory().resolve("file"));
        JobRun run = whole(new KeptJob(file));
        assertEquals(undisturbed, run.out);
        assertTrue(run.err.contains("checkpoint 1 abandoned, the job goes on: cannot write in " + file), run.err);
    }

    @Test
    void shouldGoOnWhenTheDiskIsFullAndRestartFromWhatFitted() throws IOException {
        KeptJob measured = fresh();
        whole(measured);
        long bytes = measured.checkpoints().manifest(3).totalBytes();
        try (Mounted small = Mounted.small(fresh().directory(), bytes * 3 / 2)) {
            // A restart trusts no directory that others can write to, as a new file system is.
            Files.setPosixFilePermissions(small.directory(), PosixFilePermissions.fromString("rwx------"));
            KeptJob job = new KeptJob(small.directory());
            JobRun run = whole(job);
            assertEquals(undisturbed, run.out);
            assertTrue(run.err.contains("abandoned, the job goes on: "), run.err);
            assertTrue(run.err.contains("No space left on device"), run.err);
            assertEquals(List.of(1L), job.checkpoints().epochs());
            assertEquals(undisturbed, restart(job, 20).out);
        }
    }

    @Test
    void shouldRestartFromAReadOnlyDirectoryAndGoOnWithoutCheckpoints() throws IOException {
        KeptJob job = fresh();
        whole(job);
        try (Mounted readOnly = Mounted.readOnly(job.directory())) {
            JobRun run = restart(new KeptJob(readOnly.directory()), 20);
            assertEquals(undisturbed, run.out);
            assertTrue(run.err.contains("Read-only file system"), run.err);
        }
    }
}
