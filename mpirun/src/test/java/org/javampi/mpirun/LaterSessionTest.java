package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of package {@code mpi} that begin MPI again: their later sessions are watched like the first. */
class LaterSessionTest {
    private static final String SOURCE = """
            import mpi.*;

            public class Again {
                public static void main(String[] args) throws Exception {
                    MPI.Init(args);
                    int rank = MPI.COMM_WORLD.Rank();
                    MPI.COMM_WORLD.Barrier();
                    MPI.Finalize();
                    // The other one waits for it in the second session for longer than a deadlock takes to be found.
                    long end = System.nanoTime() + (rank == 1 ? 6_000_000_000L : 0);
                    while (System.nanoTime() - end < 0) {
                        Thread.onSpinWait();
                    }
                    MPI.Init(args);
                    int[] word = {rank};
                    if (rank == 0) {
                        MPI.COMM_WORLD.Recv(word, 0, 1, MPI.INT, 1, 3);
                    } else {
                        MPI.COMM_WORLD.Send(word, 0, 1, MPI.INT, 0, 3);
                    }
                    System.out.println("rank " + rank + " has " + word[0]);
                    MPI.COMM_WORLD.Recv(word, 0, 1, MPI.INT, 1 - rank, 4); // never sent
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void shouldReportADeadlockAndNoneWhereARankMayStillBegin() throws IOException {
        Path source = Files.writeString(folder.resolve("Again.java"), SOURCE);
        JobRun run = JobRun.of("-np", "2", source.toString());
        assertEquals(125, run.status, run.err);
        assertTrue(run.out.contains("rank 0 has 1") && run.out.contains("rank 1 has 1"), run.out + run.err);
        for (int rank = 0; rank < 2; rank++) {
            assertTrue(
                    run.err.contains("rank " + rank + " waits in MPI_Recv for rank " + (1 - rank) + ", tag 4"),
                    run.err);
        }
    }
}
