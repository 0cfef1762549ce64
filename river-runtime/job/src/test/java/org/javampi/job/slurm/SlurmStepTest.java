package org.javampi.job.slurm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task of srun learns from its environment, and how it learns of the first. */
class SlurmStepTest {
    private static Map<String, String> task(int rank, int node, String counts, String way) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SLURM_JOB_ID", "7");
        environment.put("SLURM_STEP_ID", "3");
        environment.put("SLURM_PROCID", Integer.toString(rank));
        environment.put("SLURM_NODEID", Integer.toString(node));
        environment.put("SLURM_STEP_NUM_TASKS", "5");
        environment.put("SLURM_STEP_NODELIST", "n[08-10]");
        environment.put("SLURM_STEP_TASKS_PER_NODE", counts);
        environment.put("SLURM_DISTRIBUTION", way);
        return environment;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2(x2),1 | block | 0 0 1 1 2",
                "2(x2),1 | cyclic | 0 1 2 0 1",
                "3,1(x2) | cyclic,block | 0 1 2 0 0",
                "1,1,3 | block,cyclic | 0 1 2 2 2",
                "2(x2),1 | plane=1 | 0 1 2 0 1",
                "3,2(x2) | plane=2 | 0 0 1 1 2"
            })
    void shouldFindTheNodeOfEachTask(String counts, String way, String nodes) {
        for (int rank = 0; rank < 5; rank++) {
            int node = nodes.charAt(2 * rank) - '0';
            SlurmStep step = SlurmStep.of(task(rank, node, counts, way));
            assertEquals(rank, step.rank());
            assertEquals(List.of("n08", "n09", "n10"), step.nodes());
            assertEquals("7.3.0", step.name());
            assertArrayEquals(
                    nodes.chars().filter(c -> c != ' ').map(c -> c - '0').toArray(), step.hostOf());
        }
    }

    @Test
    void shouldRefuseADistributionThatItDoesNotUnderstand() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> SlurmStep.of(task(1, 2, "2(x2),1", "arbitrary")));
        assertTrue(refusal.getMessage().contains("'arbitrary'"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("javampirun"), refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SlurmStep.of(task(0, 0, "1(x3)", "block")));
    }

    @Test
    void shouldBeATaskOnlyInAStepOfSeveral() {
        assertTrue(SlurmStep.isTask(task(0, 0, "5", "block")));
        assertFalse(SlurmStep.isTask(Map.of()));
        Map<String, String> alone = task(0, 0, "1", "block");
        alone.put("SLURM_STEP_NUM_TASKS", "1");
        assertFalse(SlurmStep.isTask(alone));
        // What a batch script sees.
        assertFalse(SlurmStep.isTask(Map.of("SLURM_JOB_ID", "7", "SLURM_PROCID", "0", "SLURM_NTASKS", "5")));
    }

    @Test
    void shouldTakeSettingsFromEnvironmentAndProperties() {
        assertEquals(
                Map.of("eager.bytes", "1", "coll", "bcast=chain", "meeting", "/m"),
                SlurmStep.settings(
                        Map.of(
                                "JAVAMPI_EAGER_BYTES", "1",
                                "JAVAMPI_COLL", "x",
                                "JAVAMPI_MEETING", "/m",
                                "HOME", "/h"),
                        Map.of("javampi.coll", "bcast=chain", "user.name", "u")));
    }

    @Test
    void shouldMeetByAFileThatOnlyItsUserReads(@TempDir Path folder) throws Exception {
        SlurmStep step = SlurmStep.of(task(1, 0, "2(x2),1", "block"));
        MeetingPoint meeting = MeetingPoint.of(step, Map.of("HOME", folder.toString()));
        MeetingPoint.Invitation invitation = new MeetingPoint.Invitation(
                UUID.randomUUID(),
                Secret.random(),
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711)));
        meeting.invite(invitation);
        Path file = folder.resolve(".javampi").resolve("step-7.3.0");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        MeetingPoint.Invitation read = meeting.await(0);
        assertEquals(invitation.job(), read.job());
        assertEquals(invitation.secret().toHex(), read.secret().toHex());
        assertEquals(invitation.addresses(), read.addresses());
        meeting.clear();
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void shouldSayWhatIsMissingWhenTheFirstTaskDoesNotCome(@TempDir Path folder) {
        SlurmStep step = SlurmStep.of(task(1, 0, "2(x2),1", "block"));
        MeetingPoint meeting = MeetingPoint.of(step, Map.of("JAVAMPI_MEETING", folder.toString()));
        var failure = assertThrows(IOException.class, () -> meeting.await(0));
        assertTrue(failure.getMessage().contains(folder + "/step-7.3.0"), failure.getMessage());
        assertTrue(failure.getMessage().contains("JAVAMPI_MEETING"), failure.getMessage());
    }
}
