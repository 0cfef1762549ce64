package org.javampi.core.binding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The library names the version that it is built as. */
class LibraryVersionTest {
    @Test
    void shouldNameTheVersionOfTheBuild() throws IOException {
        String parent = Files.readString(Path.of("pom.xml"));
        assertTrue(parent.contains("<version>" + LibraryVersion.NUMBER + "</version>"), LibraryVersion.NUMBER);
        assertTrue(LibraryVersion.text().startsWith("javampi " + LibraryVersion.NUMBER + " (MPI "));
    }
}
