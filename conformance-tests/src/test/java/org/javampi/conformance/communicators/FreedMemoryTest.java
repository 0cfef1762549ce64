package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Place;
import org.javampi.conformance.harness.Rule;
import org.junit.jupiter.api.Test;

/** What a communicator has taken of shared memory is given back when it is freed, not when a collector runs. */
class FreedMemoryTest {
    private static final Path MAPPINGS = Path.of("/proc/self/maps");
    private static final int ROUNDS = 60;

    /** Files of communicators that this process has mapped: their names end in the context's. */
    private static long boards() throws IOException {
        try (Stream<String> lines = Files.lines(MAPPINGS)) {
            return lines.filter(line -> line.contains("-shm-")).count();
        }
    }

    @Test
    @Rule("COM-015")
    void shouldGiveBoardsBackWhenTheirCommunicatorsAreFreed() throws IOException {
        assumeTrue(Files.isReadable(MAPPINGS), "only Linux lists a process's mappings");
        long before = boards();
        AtomicLong most = new AtomicLong();
        Place.SHM.world(2).run(rank -> {
            MPI_Init();
            byte[] data = new byte[100_000];
            for (int round = 0; round < ROUNDS; round++) {
                MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
                MPI_Bcast(data, data.length, MPI_BYTE, round % 2, comm);
                MPI_Barrier(comm);
                MPI_Comm_free(comm);
                most.accumulateAndGet(boards() - before, Math::max);
            }
            MPI_Finalize();
        });
        assertTrue(most.get() > 0, "no board was mapped: the test looks for the wrong name");
        assertTrue(most.get() <= ROUNDS / 4, most.get() + " boards were mapped at a time");
    }

    @Test
    @Rule("COM-015")
    void shouldTakeNothingForCommunicatorsOfOneRank() throws IOException {
        assumeTrue(Files.isReadable(MAPPINGS), "only Linux lists a process's mappings");
        long before = boards();
        Place.SHM.world(2).run(rank -> {
            MPI_Init();
            int[] sum = new int[1];
            MPI_Comm[] alone = new MPI_Comm[50];
            for (int i = 0; i < alone.length; i++) {
                alone[i] = MPI_Comm_split(MPI_COMM_WORLD, rank, 0);
                MPI_Barrier(alone[i]);
                MPI_Allreduce(new int[] {rank}, sum, 1, MPI_INT, MPI_SUM, alone[i]);
                assertEquals(rank, sum[0]);
            }
            MPI_Barrier(MPI_COMM_WORLD);
            assertTrue(boards() - before <= 2, boards() + " boards are mapped");
            MPI_Barrier(MPI_COMM_WORLD);
            for (MPI_Comm comm : alone) {
                MPI_Comm_free(comm);
            }
            MPI_Finalize();
        });
    }
}
