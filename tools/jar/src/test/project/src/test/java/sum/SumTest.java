package sum;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.junit.MpiProgram;
import org.javampi.junit.MpiTest;
import org.junit.jupiter.api.Test;

class SumTest {
    @Test
    void shouldAddUpInOneJvmAndInProcesses() {
        assertEquals("4 ranks add up to 6", MpiProgram.of(Sum.class).np(4).run().output(0).strip());
        assertEquals("2 ranks add up to 1", MpiProgram.of(Sum.class).inProcesses().run().output(0).strip());
    }

    @MpiTest(np = {1, 3})
    void shouldCount() {
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertEquals(MPI_Comm_size(MPI_COMM_WORLD), sum[0]);
    }
}
