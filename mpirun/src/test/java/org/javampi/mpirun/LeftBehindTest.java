package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends that nobody has waited for and no rank has received are printed when all ranks leave. */
class LeftBehindTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    private static JobRun run(String transport, String how) throws IOException {
        return JobRun.of("-np", "2", "--transport", transport, "-cp", CLASSES, "org.javampi.mpirun.LeftBehind", how);
    }

    @ParameterizedTest
    @CsvSource({"shm, lost, 1", "tcp, lost, 1", "shm, self, 0"})
    void shouldNameSendsThatNoRankReceives(String transport, String how, String dest) throws IOException {
        JobRun run = run(transport, how);
        assertEquals(0, run.status, run.err);
        for (String what : new String[] {"3 MPI_INT", "100000 MPI_DOUBLE"}) {
            assertTrue(
                    run.err.contains("rank 0 of MPI_COMM_WORLD: MPI_Finalize: the send of " + what + " to rank " + dest
                            + " of MPI_COMM_WORLD with tag 7 was never received"),
                    run.err);
        }
        assertEquals(2, run.err.lines().count(), run.err);
    }

    @ParameterizedTest
    @CsvSource({"shm", "tcp"})
    void shouldBeSilentWhenTheyAreReceived(String transport) throws IOException {
        JobRun run = run(transport, "found");
        assertEquals(0, run.status, run.err);
        assertEquals("", run.err);
    }
}
