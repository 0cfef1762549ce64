package org.javampi.mpirun.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderIndexTest {
    @TempDir
    private Path lib;

    @TempDir
    private Path program;

    private List<Path> runtime;

    @BeforeEach
    void makeJars() throws IOException {
        Assumptions.assumeTrue(System.getenv("JDK_JAVA_OPTIONS") == null
                && System.getenv("JAVA_TOOL_OPTIONS") == null
                && System.getenv("_JAVA_OPTIONS") == null);
        runtime = List.of(
                jar("one.jar", "a.Service", "# the first\na.One # of them\n\n"),
                jar("two.jar", "a.Service", "a.Two\na.Three"),
                jar("three.jar", "b.Service", "b.One\n"));
    }

    private Path jar(String name, String service, String text) throws IOException {
        Path jar = lib.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/services/" + service));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private String option(String... options) {
        return ProviderIndex.option(runtime, List.of(program), List.of(options), Map.of());
    }

    @Test
    void shouldNameAllProvidersInOrderWhenTheJarsAreThoseItWasMadeOf() throws IOException {
        ProviderIndex.write(runtime);
        assertEquals("-Djavampi.providers=a.Service=a.One,a.Two,a.Three;b.Service=b.One", option("-Xmx1g", "-ea"));
    }

    @Test
    void shouldNameNoneWhenThereIsNoIndexOrAJarHasChanged() throws IOException {
        assertNull(option());
        ProviderIndex.write(runtime);
        assertNotNull(option());
        jar("two.jar", "a.Service", "a.Another\n");
        assertNull(option());
    }

    @Test
    void shouldNameNoneWhenAJarWasAdded() throws IOException {
        ProviderIndex.write(runtime);
        runtime = List.of(runtime.get(0), runtime.get(1), runtime.get(2), jar("x.jar", "b.S", "b.T"));
        assertNull(option());
    }

    @Test
    void shouldNameNoneWhenTheProgramMayBringItsOwn() throws IOException {
        ProviderIndex.write(runtime);
        Path jar = jar("program.jar", "c.Service", "c.One");
        assertNull(ProviderIndex.option(runtime, List.of(jar), List.of(), Map.of()));
        Files.createDirectories(program.resolve("META-INF/services"));
        assertNull(option());
    }

    @Test
    void shouldNameNoneWhenAnOptionOfTheJvmMayBringSome() throws IOException {
        ProviderIndex.write(runtime);
        assertNull(option("--module-path=mods"));
        assertNull(option("-javaagent:agent.jar"));
        assertNull(option("-Xbootclasspath/a:more.jar"));
        assertNull(ProviderIndex.option(runtime, List.of(), List.of(), Map.of("JDK_JAVA_OPTIONS", "-ea")));
    }
}
