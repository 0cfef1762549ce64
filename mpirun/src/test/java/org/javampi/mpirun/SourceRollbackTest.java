package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second life of a program that the launcher has compiled. */
class SourceRollbackTest {
    private static final String SOURCE = """
            import static org.javampi.MPI.*;
            import org.javampi.Checkpoint;

            public class Dies {
                public static void main(String[] args) throws Exception {
                    MPI_Init(args);
                    Checkpoint.take();
                    // When the second is made, the first stands.
                    Checkpoint.take();
                    if (!Checkpoint.isRestarted() && MPI_Comm_rank(MPI_COMM_WORLD) == 1) {
                        String self = Long.toString(ProcessHandle.current().pid());
                        new ProcessBuilder("kill", "-9", self).start().waitFor();
                    }
                    MPI_Barrier(MPI_COMM_WORLD);
                    System.out.println("lived");
                    MPI_Finalize();
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void shouldFindItsClassesAgainWhenARankHasDied() throws IOException {
        Path source = Files.writeString(directory.resolve("Dies.java"), SOURCE);
        KeptJob job = new KeptJob(directory.resolve("kept"));
        JobRun run = job.run("-np 2 --ft", source.toString()).good();
        assertEquals("lived\nlived\n", run.out);
        assertTrue(run.err.contains("--ft: going on from checkpoint "), run.err);
    }

    @Test
    void shouldResumeAJobThatWasCutOff() throws IOException {
        Path source = Files.writeString(directory.resolve("Dies.java"), SOURCE);
        KeptJob job = new KeptJob(directory.resolve("kept"));
        JobRun first = job.run("-np 2 --resume", source.toString());
        assertEquals(137, first.status, first.err);
        assertTrue(first.err.contains("yet: the program begins at its start"), first.err);
        JobRun second = job.run("-np 2 --resume", source.toString()).good();
        assertEquals("lived\nlived\n", second.out);
        assertTrue(second.err.contains("--resume: going on from the newest checkpoint in "), second.err);
    }
}
