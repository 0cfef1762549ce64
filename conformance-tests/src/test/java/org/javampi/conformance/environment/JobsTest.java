package org.javampi.conformance.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.javampi.conformance.harness.LaunchedJob;
import org.javampi.conformance.harness.Place;
import org.javampi.conformance.harness.Rule;
import org.junit.jupiter.api.Test;

/** Start and end of jobs of real processes (MPI-1.1 §7.5, MPI-1.2 §3.2). */
class JobsTest {
    @Test
    @Rule("ERR-001")
    void shouldEndTheWholeJobOnAnErrorByDefault() throws IOException {
        for (Place place : new Place[] {Place.SHM, Place.TCP}) {
            LaunchedJob job = LaunchedJob.run(3, place, Jobs.class, "error");
            assertNotEquals(0, job.status());
            assertTrue(job.err().contains("destination 1000"), job.err());
        }
    }

    @Test
    @Rule("ERR-017")
    void shouldEndTheWholeJobOnAbortWithTheCode() throws IOException {
        LaunchedJob job = LaunchedJob.run(3, Place.SHM, Jobs.class, "abort");
        assertEquals(42, job.status());
        assertTrue(job.err().contains("rank 1"), job.err());
    }

    @Test
    @Rule({"INI-001", "INI-003", "INI-004", "INI-005", "INI-009", "INI-010", "GEN-008", "V12-002"})
    void shouldKnowBeforeAndAfterWhetherItIsInitialized() throws IOException {
        for (int ranks : new int[] {1, 2, 5}) {
            LaunchedJob job = LaunchedJob.run(ranks, Place.SHM, Jobs.class, "nothing");
            assertEquals("early false, stable true, version 41 41", job.out().trim());
            assertEquals(0, job.status(), job.err());
        }
    }

    @Test
    @Rule({"INI-007", "BUF-018", "V12-003"})
    void shouldDeliverWhatASenderThatLeavesHasBuffered() throws IOException {
        for (Place place : new Place[] {Place.SHM, Place.TCP}) {
            for (String bytes : new String[] {"1", "4000000"}) {
                LaunchedJob job = LaunchedJob.run(2, place, Jobs.class, "late", bytes);
                assertEquals(0, job.status(), job.err());
                assertTrue(job.out().contains("got 9"), job.out());
            }
        }
    }

    @Test
    @Rule({"GEN-015", "GEN-016"})
    void shouldRunDifferentCodeInItsRanksAndPrintInOne() throws IOException {
        LaunchedJob job = LaunchedJob.run(4, Place.SHM, Jobs.class, "mimd");
        assertEquals(0, job.status(), job.err());
        assertTrue(job.out().startsWith("sum 6"), job.out());
    }

    @Test
    @Rule("INI-014")
    void shouldShowAnExitCodeThatComesAfterTheEnd() throws IOException {
        assertEquals(3, LaunchedJob.run(2, Place.SHM, Jobs.class, "exit").status());
    }
}
