package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rank's disk does not come back: the job goes on without checkpoints, and ends. */
class HungDiskTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();
    private static final String PROGRAM = "org.javampi.mpirun.Courier";

    private static final long LONGEST_S = Patience.seconds(120);

    @TempDir
    Path directory;

    @Test
    void shouldNameTheRankAndTheHostAndEndWell() throws IOException {
        JobRun undisturbed =
                JobRun.of("-np", "2", "-cp", CLASSES, PROGRAM, "100").good();
        KeptJob job = new KeptJob(directory);
        JobRun run = job.run(
                        "-np 2 --checkpoint-every 20 --checkpoint-patience 6 --timeout " + LONGEST_S
                                + " --set checkpoint.fault=1:5:2:hang -cp "
                                + CLASSES,
                        PROGRAM,
                        "100")
                .good();
        assertEquals(undisturbed.out, run.out);
        assertTrue(run.err.contains("checkpoint 1 at point 20: 2 ranks"), run.err);
        String given = "checkpoint 2 abandoned, the job goes on: no progress for 6 s in ";
        assertTrue(run.err.contains(given + directory + ": rank 1 on "), run.err);
        // All later points were passed without a stop.
        assertTrue(!run.err.contains("checkpoint 3"), run.err);

        JobRun again = job.restart("--timeout " + LONGEST_S).good();
        assertEquals(undisturbed.out, again.out);
        assertTrue(again.err.contains("--restart: as before --checkpoint-every 20 --checkpoint-patience 6"), again.err);
        assertTrue(again.err.contains("checkpoint 2 at point 40: 2 ranks"), again.err);
    }
}
