package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state that could be saved is restarted within the same heap: 40 % of it here. */
class LargeStateTest {
    private static final String HEAP = "-Xmx100m";

    @ParameterizedTest
    @ValueSource(strings = {"field", "list", "arrays"})
    void shouldRestartWithinTheHeapThatItWasSavedIn(String kind, @TempDir Path folder) throws IOException {
        String classes = Path.of("target", "test-classes").toString();
        String directory = folder.resolve("checkpoints").toString();
        String program = LargeState.class.getName();
        JobRun saved = JobRun.of(
                HEAP,
                "-np",
                "1",
                "--checkpoint-every",
                "5",
                "--checkpoint-dir",
                directory,
                "-cp",
                classes,
                program,
                kind,
                "40",
                "5");
        assertEquals("from 0 to 5: 7.0\n", saved.good().out);
        assertFalse(saved.err.contains("-Xmx"), saved.err);
        JobRun again = JobRun.of("-np", "1", "--restart", directory, HEAP, "-cp", classes, program, kind, "40", "6");
        assertEquals("from 5 to 6: 7.0\n", again.good().out);
    }
}
