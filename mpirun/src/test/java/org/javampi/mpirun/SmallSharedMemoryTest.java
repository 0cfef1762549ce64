package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where shared memory is small, as in containers, jobs say so before any memory is touched. */
class SmallSharedMemoryTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "200000, 1, allreduce=recursive_doubling, bytes for messages to rank",
        "4096, 1, allreduce=recursive_doubling, bytes where ranks meet",
        "8192, 1, allreduce=recursive_doubling, bytes where ranks meet",
        "12288, 1, allreduce=recursive_doubling, bytes for messages to rank"
    })
    void shouldSayWhatToDoWhenSharedMemoryIsFull(long bytes, int count, String algorithm, String what)
            throws IOException {
        try (Mounted small = Mounted.small(directory, bytes)) {
            JobRun run = run(small, count, algorithm);
            assertEquals(16, run.status, run.err);
            assertTrue(run.err.contains("no room in " + directory + " for "), run.err);
            assertTrue(run.err.contains(what), run.err);
            assertTrue(run.err.contains("--set shm.dir=DIR"), run.err);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2000000, 1000000, allreduce=recursive_doubling",
        "200000, 1, allreduce=shared",
        // No room for the board: the next algorithm is taken.
        "2000000, 1000000, allreduce=shared",
        "5000000, 1000000, allreduce=shared"
    })
    void shouldRunWhereItIsJustEnough(long bytes, int count, String algorithm) throws IOException {
        try (Mounted small = Mounted.small(directory, bytes)) {
            JobRun run = run(small, count, algorithm);
            assertEquals(0, run.status, run.err);
            assertEquals("", run.err);
        }
    }

    private static JobRun run(Mounted small, int count, String algorithm) throws IOException {
        return JobRun.of(
                "-np",
                "2",
                "--coll",
                algorithm,
                "--set",
                "shm.dir=" + small.directory(),
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Sum",
                Integer.toString(count));
    }
}
