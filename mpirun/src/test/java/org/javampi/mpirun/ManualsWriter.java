package org.javampi.mpirun;

import java.io.IOException;
import java.nio.file.Path;
import org.javampi.mpirun.cli.Manuals;
import org.junit.jupiter.api.Test;

/**
 * No test: a step of the build. Surefire is the one plugin of it that runs classes, and runs this one before the
 * distribution is put together, with -DskipTests, too.
 */
class ManualsWriter {
    @Test
    void writeTheManuals() throws IOException {
        Manuals.write(Path.of("target", "share"));
    }
}
