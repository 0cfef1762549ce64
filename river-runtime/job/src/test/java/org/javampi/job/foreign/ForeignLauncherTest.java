package org.javampi.job.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What processes of other launchers learn from their environment. */
class ForeignLauncherTest {
    private static final Map<String, String> OPEN_MPI =
            Map.of("OMPI_COMM_WORLD_SIZE", "4", "OMPI_COMM_WORLD_RANK", "2", "OMPI_COMM_WORLD_LOCAL_SIZE", "4");

    private static final Map<String, String> TWO_HOSTS =
            Map.of("PMI_SIZE", "4", "PMI_RANK", "2", "MPI_LOCALNRANKS", "2");

    private static String refusal(Map<String, String> environment) {
        return assertThrows(
                        IOException.class,
                        () -> ForeignAssembly.step(
                                ForeignLauncher.of(environment), environment, ProcessHandle.current()))
                .getMessage();
    }

    @Test
    void shouldKnowWhoHasStartedSeveralProcesses() {
        assertEquals(ForeignLauncher.OPEN_MPI, ForeignLauncher.of(OPEN_MPI));
        assertEquals(2, ForeignLauncher.OPEN_MPI.rank(OPEN_MPI));
        assertTrue(ForeignLauncher.OPEN_MPI.isOnOneHost(OPEN_MPI));
        assertEquals(ForeignLauncher.HYDRA, ForeignLauncher.of(TWO_HOSTS));
        assertNull(ForeignLauncher.of(Map.of("PMI_SIZE", "1", "FLUX_JOB_SIZE", "many")));
    }

    @Test
    void shouldRefuseWhatCannotMeet() {
        String text = "PMI_SIZE says that this is one of 4 processes, but each would be rank 0 of a world of its own,"
                + " since ";
        String remedy = ": start the program with javampirun -np 4";
        assertEquals(text + "not all of them are on this host" + remedy, refusal(TWO_HOSTS));
        assertEquals(
                text + "what has started them all is not among its parents" + remedy,
                refusal(Map.of("PMI_SIZE", "4", "PMI_RANK", "2", "MPI_LOCALNRANKS", "4")));
    }
}
