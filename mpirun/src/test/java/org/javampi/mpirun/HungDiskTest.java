package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rank's disk does not come back: the job goes on without checkpoints, and ends. */
@Timeout(120)
class HungDiskTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final String PROGRAM = "org.javampi.mpirun.Courier";

    @TempDir Path directory;

    @Test
    void shouldNameTheRankAndTheHostAndEndWell() throws IOException {
        JobRun undisturbed = JobRun.of("-np", "2", "-cp", CLASSES, PROGRAM, "100");
        JobRun run =
                JobRun.of(
                        "-np",
                        "2",
                        "--checkpoint-dir",
                        directory.toString(),
                        "--checkpoint-every",
                        "20",
                        "--checkpoint-patience",
                        "6",
                        "--set",
                        "checkpoint.fault=1:5:2:hang",
                        "--timeout",
                        "60",
                        "-cp",
                        CLASSES,
                        PROGRAM,
                        "100");
        assertEquals(0, run.status, run.err);
        assertEquals(undisturbed.out, run.out);
        assertTrue(run.err.contains("checkpoint 1 at point 20: 2 ranks"), run.err);
        String given = "checkpoint 2 abandoned, the job goes on: no progress for 6 s in ";
        assertTrue(run.err.contains(given + directory + ": rank 1 on "), run.err);
        // All later points were passed without a stop.
        assertTrue(!run.err.contains("checkpoint 3"), run.err);

        JobRun again = JobRun.of("--restart", directory.toString(), "--timeout", "60");
        assertEquals(0, again.status, again.err);
        assertEquals(undisturbed.out, again.out);
        assertTrue(
                again.err.contains(
                        "--restart: as before --checkpoint-every 20 --checkpoint-patience 6"),
                again.err);
        assertTrue(again.err.contains("checkpoint 2 at point 40: 2 ranks"), again.err);
    }
}
