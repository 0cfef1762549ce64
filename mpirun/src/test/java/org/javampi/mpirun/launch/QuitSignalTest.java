package org.javampi.mpirun.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each dump in the JVM's own output is one signal. */
class QuitSignalTest {
    @TempDir
    Path directory;

    @Test
    void shouldCallOncePerDump() throws Exception {
        Path output = directory.resolve("output");
        Files.writeString(output, "<hotspot_log>FuFull thread dump OpenJDK\n\"main\" Full thread\n");
        Semaphore calls = new Semaphore(0);
        QuitSignal signal = QuitSignal.listen(output.toString(), calls::release);
        calls.acquire();
        Files.writeString(output, "Full thread dump again\n", StandardOpenOption.APPEND);
        calls.acquire();
        assertEquals(0, calls.availablePermits());
        signal.close();
    }
}
