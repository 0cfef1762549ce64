package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that lose hosts, or come to others, and still have the same result bit by bit. */
class LostHostTest {
    private static final String SURVIVOR =
            Path.of("..", "examples", "Survivor.java").toString();
    private static final String STEPS = "1000";

    private static String undisturbed;

    @TempDir
    private Path folder;

    private KeptJob job;

    @BeforeAll
    static void runUndisturbed() throws IOException {
        undisturbed = JobRun.of("-np", "4", SURVIVOR, STEPS).good().out;
        assertTrue(undisturbed.startsWith(STEPS + " steps: 0x"), undisturbed);
    }

    @BeforeEach
    void prepare() {
        job = new KeptJob(folder.resolve("rod"));
    }

    private JobRun run(String options) throws IOException {
        return job.run(options, SURVIVOR, STEPS);
    }

    @Test
    void shouldGoOnWithTheHostsThatAreLeft() throws Exception {
        JobRun run;
        try (HostLoss loss = HostLoss.afterCheckpoint(job.directory(), 2)) {
            run = run("-launcher fork -H a:2,b:2 --checkpoint-every 20 --ft");
            loss.assertHappened();
        }
        assertEquals(undisturbed, run.good().out, run.err);
        assertTrue(
                run.err.contains("on b (pid ") && run.err.contains("is lost with its host (ranks 2 3, agent pid "),
                run.err);
        assertTrue(
                run.err.matches("(?s).*--ft: going on from checkpoint \\d+ at point \\d+, 9 more times"
                        + " allowed, without b\\R.*"),
                run.err);
    }

    @Test
    void shouldBeginAnewOnTheHostsThatAreLeftWhenThereIsNoCheckpoint() throws Exception {
        JobRun run;
        try (HostLoss loss = HostLoss.whenItLives(2)) {
            run = run("-launcher fork -H a:1,b:1,c:2 --ft 1");
            loss.assertHappened();
        }
        assertEquals(undisturbed, run.good().out, run.err);
        assertTrue(
                run.err.contains(
                        "--ft: there is no checkpoint yet: starting anew, 0 more times allowed," + " without c"),
                run.err);
    }

    @Test
    void shouldEndWhenNoHostIsLeft() throws Exception {
        JobRun run;
        try (HostLoss loss = HostLoss.afterCheckpoint(job.directory(), 2)) {
            run = run("-launcher fork -H a:4 --checkpoint-every 20 --ft");
            loss.assertHappened();
        }
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.contains("--ft: no host is left to go on with"), run.err);
    }

    @Test
    void shouldRestartOnOtherHostsWhatWasSavedOnOne() throws IOException {
        JobRun first = run("-np 4 --transport shm --checkpoint-every 700").good();
        assertEquals(undisturbed, first.out);
        // Ranks 0 and 2 share memory, as do 1 and 3; neighbours talk over TCP.
        JobRun second = job.restart("-launcher fork -H a:2,b:2 --map-by node --display-map", SURVIVOR, STEPS)
                .good();
        assertEquals("map       a: ranks 0 2\nmap       b: ranks 1 3\n" + undisturbed, second.out, second.err);
    }
}
