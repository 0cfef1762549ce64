package sum;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.junit.MpiProgram;
import org.javampi.junit.MpiRun;
import org.javampi.junit.MpiTest;
import org.junit.jupiter.api.Test;

class SumTest {
    @Test
    void shouldAddUpAllRanks() {
        MpiRun run = MpiProgram.of(Sum.class).np(4).run();
        assertEquals("4 ranks add up to 6", run.output(0).strip());
    }

    @Test
    void shouldAddUpInProcesses() {
        MpiRun run = MpiProgram.of(Sum.class).np(2).inProcesses().run();
        assertEquals("2 ranks add up to 1", run.output(0).strip());
    }

    @MpiTest(np = {1, 3})
    void shouldCountRanks() {
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertEquals(MPI_Comm_size(MPI_COMM_WORLD), sum[0]);
    }
}
