package org.javampi.examples;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.junit.MpiProgram;
import org.javampi.junit.MpiRun;
import org.javampi.junit.MpiTest;
import org.javampi.junit.ThisRank;
import org.junit.jupiter.api.Test;

/** How a program for several ranks is tested: see docs/testing.md. */
class RingTest {
    /** Lessons have no package, so that a class with one cannot name them. */
    private static Class<?> lesson(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }

    @Test
    void shouldPassTheTokenAround() throws ClassNotFoundException {
        MpiRun run = MpiProgram.of(lesson("Ring")).np(4).run();
        assertEquals("The token came back from rank 3 as 6", run.output(0).strip());
        assertEquals("", run.output(1));
        assertEquals(4, run.messages().size());
        assertEquals(1, run.messages(3, 0).size());
    }

    @Test
    void shouldDoSoInProcesses() throws ClassNotFoundException {
        MpiRun run = MpiProgram.of(lesson("Ring")).np(2).inProcesses().run();
        assertEquals("The token came back from rank 1 as 1", run.output(0).strip());
        assertEquals(2, run.messages().size());
        assertEquals("Ring.java", run.messages(0, 1).get(0).place().replaceAll(":\\d+", ""));
    }

    @MpiTest(np = {1, 3})
    void shouldAddUpAllRanks() {
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertEquals(MPI_Comm_size(MPI_COMM_WORLD), sum[0]);
    }

    @MpiTest(np = 2, processes = true)
    void shouldRunAMethodInProcesses(ThisRank rank) {
        MPI_Barrier(MPI_COMM_WORLD);
        assertEquals(rank.rank(), MPI_Comm_rank(MPI_COMM_WORLD));
        System.out.println("rank " + rank.rank());
    }

    /** Waits for a message that is never sent. */
    static final class Silent {
        public static void main(String[] args) {
            MPI_Init(args);
            MPI_Recv(new int[1], 1, MPI_INT, 1 - MPI_Comm_rank(MPI_COMM_WORLD), 6, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Finalize();
        }
    }

    @Test
    void shouldShowADeadlockOfProcesses() {
        MpiRun run = MpiProgram.of(Silent.class).np(2).inProcesses().tryRun();
        assertEquals(125, run.status());
        String why = run.failure().orElseThrow().getMessage();
        assertTrue(why.contains("rank 0 waits in MPI_Recv for rank 1, tag 6"), why);
    }
}
