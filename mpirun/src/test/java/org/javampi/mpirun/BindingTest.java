package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.testing.AboutLinux;
import org.junit.jupiter.api.Test;

/** {@code --bind-to} and {@code --report-bindings}. */
@AboutLinux("taskset")
class BindingTest {
    @Test
    void shouldGiveEachRankACoreOfItsOwnWhenBoundToCores() throws Exception {
        JobRun run = run("--bind-to core --report-bindings");
        for (int rank = 0; rank < 2; rank++) {
            String bound = "rank " + rank + " is bound to core ";
            int at = run.err.indexOf(bound);
            assertTrue(at >= 0, run.err);
            String core =
                    run.err.substring(at + bound.length()).lines().findFirst().orElseThrow();
            assertTrue(run.out.contains(rank + " may use " + core + "\n"), run.out + run.err);
        }
        if (Runtime.getRuntime().availableProcessors() > 1) {
            assertEquals(
                    2, run.out.lines().map(line -> line.substring(1)).distinct().count());
        }
    }

    @Test
    void shouldLeaveThreadsAloneWhenBoundToNothing() throws Exception {
        JobRun run = run("--bind-to none --report-bindings");
        assertTrue(run.err.contains("rank 0 is not bound"), run.err);
        assertTrue(run.err.contains("rank 1 is not bound"), run.err);
        assertEquals(
                1, run.out.lines().map(line -> line.substring(1)).distinct().count(), run.out);
    }

    private static JobRun run(String options) throws Exception {
        String words = options + " -np 2 -cp " + System.getProperty("java.class.path") + " " + Bound.class.getName();
        JobRun run = JobRun.of(words.split(" "));
        assertEquals(0, run.status, run.err);
        return run;
    }
}
