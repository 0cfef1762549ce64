package org.javampi.conformance.environment;

import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Initialized;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** Threads that belong to no rank, in a VM whose ranks are threads. */
class RankThreadsTest {
    @Test
    void shouldKeepRanksApartFromAThreadOfNoRank() throws Exception {
        // A world of one rank that every thread would have, if no rank were a thread.
        assertFalse(inThreadOfNoRank(() -> MPI_Initialized()));
        World.of(2).deadline(Patience.duration(120)).run(rank -> {
            MPI_Init();
            assertEquals(rank, MPI_Comm_rank(MPI_COMM_WORLD));
            String refusal = inThreadOfNoRank(
                    () -> assertThrows(IllegalStateException.class, () -> MPI_Comm_rank(MPI_COMM_WORLD))
                            .getMessage());
            assertTrue(refusal.startsWith("thread \"stranger\" calls MPI but belongs to no rank"), refusal);
            assertEquals(rank, MPI_Comm_rank(MPI_COMM_WORLD));
            MPI_Finalize();
        });
        assertFalse(inThreadOfNoRank(() -> MPI_Initialized()));
    }

    private static <T> T inThreadOfNoRank(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        new Thread(null, task, "stranger", 0, false).start();
        return task.get(Patience.seconds(120), TimeUnit.SECONDS);
    }
}
