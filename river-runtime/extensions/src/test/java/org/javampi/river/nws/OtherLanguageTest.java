package org.javampi.river.nws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** The server against a client in Python that was written from the protocol alone: client.py says what it must see. */
class OtherLanguageTest {
    @Test
    void shouldServeAClientInPython() throws Exception {
        assumeTrue(isThere("python3"), "no python3");
        try (NwsServer server = NwsServer.start(0)) {
            Path script =
                    Path.of(OtherLanguageTest.class.getResource("client.py").toURI());
            assertEquals("all seen\n", run("python3", script.toString(), Integer.toString(server.port())));
        }
    }

    private static boolean isThere(String command) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (new File(directory, command).canExecute()) {
                return true;
            }
        }
        return false;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(Patience.seconds(200), TimeUnit.SECONDS);
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
