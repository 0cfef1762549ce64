package org.javampi.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.Patience;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds that a benchmark drives begin, call and end, whatever a rank is. */
class RanksTest {
    private static final String[] CALL = {"reduce_scatter", "pairwise", "1000"};

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldCallInStepWhenRanksAreThreads(String transport) {
        ThreadRanks ranks = new ThreadRanks(3, transport, CALL);
        ranks.call(10);
        ranks.call(1);
        ranks.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldCallInStepWhenRanksAreProcesses(String transport) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leader.class.getName(),
                        transport)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals("called\n", said);
        assertEquals(0, process.exitValue());
    }

    /** What a fork of JMH does: it becomes rank 0 for the rest of its life. */
    static final class Leader {
        private Leader() {}

        public static void main(String[] args) throws IOException {
            ProcessRanks ranks = new ProcessRanks(3, args[0], CALL);
            ranks.call(10);
            ranks.call(1);
            ranks.close();
            System.out.print("called\n");
        }
    }
}
