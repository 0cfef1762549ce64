package org.javampi.mpirun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.javampi.mpirun.failure.LaunchFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the words behind the options stand for. */
class ProgramTest {
    @TempDir
    Path folder;

    private String jar(String... namesAndValues) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            manifest.getMainAttributes().putValue(namesAndValues[i], namesAndValues[i + 1]);
        }
        Path file = folder.resolve("x.jar");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file.toString();
    }

    /** As {@code java -jar} does. */
    @Test
    void shouldDoWhatAManifestAsksOfTheJvm() throws IOException {
        String jar = jar(
                "Main-Class",
                "a.Main ",
                "Add-Opens",
                "java.base/java.lang  java.base/java.util",
                "Add-Exports",
                "java.base/sun.nio.ch",
                "Enable-Native-Access",
                "ALL-UNNAMED",
                "Launcher-Agent-Class",
                "a.Agent",
                "Premain-Class",
                "a.Agent");
        assertEquals(
                List.of(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-javaagent:" + jar),
                Program.manifestOptions(jar));
        assertEquals(
                "a.Main", Program.resolve(jar, List.of("word"), ".", folder).mainClass());
        assertEquals(List.of(), Program.manifestOptions(null));
    }

    @Test
    void shouldSayWhatAJarLacks() throws IOException {
        String jar = jar();
        assertEquals(List.of(), Program.manifestOptions(jar));
        String refusal = assertThrows(LaunchFailure.class, () -> Program.resolve(jar, List.of(), ".", folder))
                .getMessage();
        assertEquals("-jar " + jar + ": its manifest has no Main-Class; use -cp " + jar + " Class", refusal);
    }

    @Test
    void shouldLeaveTheCollectorToTheUser() {
        assertTrue(JvmOptions.forRanks(List.of(), null, List.of("-ea")).contains("-XX:+UseSerialGC"));
        List<String> options = JvmOptions.forRanks(List.of(), null, List.of("-XX:+UseZGC"));
        assertTrue(!options.contains("-XX:+UseSerialGC") && options.contains("-XX:+UseZGC"), options.toString());
    }
}
