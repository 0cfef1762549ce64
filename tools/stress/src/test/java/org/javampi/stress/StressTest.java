package org.javampi.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.Deadline;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each stress test for a moment; {@code -Dstress=default} runs them as long as jcstress thinks right. */
class StressTest {
    @Test
    @Deadline(7200)
    void shouldSeeNothingThatIsForbidden(@TempDir Path folder) throws IOException, InterruptedException {
        String mode = System.getProperty("stress", "sanity");
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.openjdk.jcstress.Main",
                        "-m",
                        mode,
                        "-sc",
                        "false",
                        "-af",
                        "NONE",
                        "-r",
                        folder.toString() + File.separator))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(Patience.seconds(7000), TimeUnit.SECONDS), "jcstress does not end");
        assertEquals(0, process.exitValue(), Files.readString(out));
    }
}
