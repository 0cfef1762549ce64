package org.javampi.schedules;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.core.world.World;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pastalab.fray.core.scheduler.RandomScheduler;
import org.pastalab.fray.junit.junit5.FrayTestExtension;
import org.pastalab.fray.junit.junit5.annotations.FrayTest;

/** Whole ranks as threads: what they share, the board, the rings, the bell and the engine's lock, in many orders of steps. */
@ExtendWith(FrayTestExtension.class)
class RankSchedules {
    @FrayTest(iterations = 5, scheduler = RandomScheduler.class)
    void shouldReduceOnABoard() {
        World.of(3).transport("shm").run(rank -> {
            MPI_Init();
            int[] sum = new int[1];
            for (int turn = 1; turn <= 5; turn++) {
                MPI_Allreduce(new int[] {turn * (rank + 1)}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
                assertEquals(6 * turn, sum[0]);
            }
            MPI_Finalize();
        });
    }

    @FrayTest(iterations = 5, scheduler = RandomScheduler.class)
    void shouldLetTwoThreadsOfARankReceive() {
        World.of(2).transport("shm").run(rank -> {
            MPI_Init();
            int other = 1 - rank;
            Thread second = new Thread(() -> exchange(other, 2));
            second.start();
            exchange(other, 1);
            second.join();
            MPI_Finalize();
        });
    }

    private static void exchange(int other, int tag) {
        int[] got = new int[1];
        MPI_Sendrecv(
                new int[] {tag}, 1, MPI_INT, other, tag, got, 1, MPI_INT, other, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        assertEquals(tag, got[0]);
    }
}
