package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.mpirun.failure.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The exit status of each end of a job, as docs/running.md has them. {@link SignalsTest} has those of signals to the
 * launcher, {@link UsageTest} those of jobs that do not start.
 */
class StatusesTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    private static JobRun run(String options, String... program) throws IOException {
        return JobRun.of(words(options, program));
    }

    private static List<String> words(String options, String... program) {
        List<String> words = new ArrayList<>(List.of("-np", "2", "--vm-ranks", "2"));
        if (!options.isEmpty()) {
            words.addAll(List.of(options.split(" ")));
        }
        words.addAll(List.of("-cp", CLASSES, "org.javampi.mpirun.Ends"));
        words.addAll(List.of(program));
        return words;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "''             | good      | 0   | none",
                "''             | exit 7    | 7   | ended with status 7 without MPI_Finalize",
                "''             | exit 137  | 137 | ended with status 137 without MPI_Finalize",
                "''             | exit 0    | 1   | ended with status 0 without MPI_Finalize",
                "''             | return    | 1   | has returned from main without MPI_Finalize",
                "''             | throw     | 1   | has thrown an exception:",
                "''             | abort 0   | 1   | has ended the job with status 0",
                "''             | abort 256 | 1   | has ended the job with status 256",
                "''             | abort -1  | 255 | has ended the job with status -1",
                "''             | kill      | 137 | was ended by signal 9 (kill -9)",
                "''             | late      | 4   | ended with status 4 after MPI_Finalize",
                "--check        | leak      | 123 | communicator of MPI_Comm_dup at Ends.java",
                "''             | deadlock  | 125 | javampirun: deadlock: ranks 0, 1 wait"
            })
    void shouldAnswerTheStatusOfTheEnd(String options, String program, int status, String text) throws IOException {
        JobRun run = run(options, program.split(" "));
        assertEquals(status, run.status, run.err);
        if (text == null) {
            assertEquals("", run.err);
        } else {
            assertTrue(run.err.startsWith("javampirun: ") && run.err.contains(text), run.err);
        }
    }

    @Test
    void shouldNeverMakeASuccessOfAFailure() {
        int[][] pairs = {{0, 1}, {1, 1}, {7, 7}, {255, 255}, {256, 1}, {257, 1}, {512, 1}, {-1, 255}, {-256, 1}};
        for (int[] pair : pairs) {
            assertEquals(pair[1], ExitStatus.ofFailure(pair[0]), "MPI_Abort(" + pair[0] + ")");
        }
    }

    /** One that has called MPI_Finalize is not asked what it does. */
    @Test
    void shouldTakeTheTimeOfTheLimitAndNoMoreWhenARankHasLeft() throws IOException {
        AtomicLong now = new AtomicLong();
        StringBuffer said = new StringBuffer();
        JobRun run = JobRun.timed(
                now::get,
                text -> {
                    if (said.append(text).indexOf("left 0") >= 0 && said.indexOf("left 1") >= 0) {
                        now.set(TimeUnit.SECONDS.toNanos(8));
                    }
                },
                words("--timeout 8", "left").toArray(new String[0]));
        assertEquals(124, run.status, run.err);
        assertTrue(run.err.contains("the job has not ended within --timeout 8 s; what its ranks do:"), run.err);
        assertTrue(run.err.contains("rank 1 has called MPI_Finalize"), run.err);
        assertFalse(run.err.contains("does not answer"), run.err);
    }
}
