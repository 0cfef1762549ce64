package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of a checkout that is not built, with a {@code mvn} and a {@code java} that are played. */
class CheckoutScriptTest {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "chmod",
            "find",
            "grep",
            "head",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sleep",
            "tail",
            "touch");

    private static final String DISTRIBUTION = "mpirun/target/javampi-0.1.0/javampi-0.1.0";

    @TempDir
    Path folder;

    private Path checkout;
    private Path programs;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = folder.resolve("checkout");
        executable(checkout.resolve("javampirun"), Files.readString(Path.of("..", "javampirun")));
        Files.createFile(checkout.resolve("pom.xml"));
        // The system's programs without its Maven, which may be beside them.
        programs = Files.createDirectory(folder.resolve("programs"));
        for (String tool : TOOLS) {
            Path place = Stream.of("/usr/bin", "/bin")
                    .map(directory -> Path.of(directory, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            executable(programs.resolve(tool), "#!/bin/sh\nexec " + place + " \"$@\"\n");
        }
        executable(programs.resolve("java"), "#!/bin/sh\n");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A {@code mvn} that says what it was asked for, and then does the lines given. */
    private void maven(String... lines) throws IOException {
        executable(
                programs.resolve("mvn"),
                "#!/bin/sh\necho \"$@\" >>" + folder.resolve("asked") + "\n" + String.join("\n", lines) + "\n");
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        checkout.resolve("javampirun").toString(), "-np", "2", "X")
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private String run(int status) throws IOException, InterruptedException {
        return end(start(), status);
    }

    private static String end(Process process, int status) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(status, process.exitValue(), text);
        return text;
    }

    @Test
    void shouldSayInALineThatItNeedsMaven() throws IOException, InterruptedException {
        assertEquals(
                "javampirun: this checkout is not built, and there is no 'mvn': install Maven, or use a distribution\n",
                run(1));
    }

    @Test
    void shouldSayInALineThatItNeedsANetwork() throws IOException, InterruptedException {
        maven("echo '[ERROR] Plugin x: Could not transfer artifact x from/to central: Unknown host repo'", "exit 1");
        assertEquals(
                "javampirun: building javampi (once) ...\n"
                        + "javampirun: Maven cannot download what the build needs: a network, or a filled ~/.m2, is needed"
                        + " once (" + checkout.toRealPath() + "/mpirun/target/javampirun-build.log)\n",
                run(1));
    }

    @Test
    void shouldShowWhatElseKeepsItFromBeingBuilt() throws IOException, InterruptedException {
        maven("echo '[ERROR] Prog.java: not a statement'", "exit 1");
        String text = run(1);
        assertTrue(text.contains("not a statement"), text);
        assertTrue(text.contains("javampirun: the build has failed; all of its output is in "), text);
    }

    /** A {@code mvn} that does the lines given and builds a distribution. */
    private void building(String... before) throws IOException {
        List<String> lines = new ArrayList<>(List.of(before));
        lines.addAll(List.of(
                "mkdir -p " + DISTRIBUTION + "/bin " + DISTRIBUTION + "/lib",
                "printf '#!/bin/sh\\necho \"ran $*\"\\n' >" + DISTRIBUTION + "/bin/javampirun",
                "chmod +x " + DISTRIBUTION + "/bin/javampirun",
                "touch " + DISTRIBUTION + "/lib/a.jar"));
        maven(lines.toArray(new String[0]));
    }

    @Test
    void shouldBuildOnceAndThenRun() throws IOException, InterruptedException {
        building();
        assertEquals("javampirun: building javampi (once) ...\nran -np 2 X\n", run(0));
        assertEquals("ran -np 2 X\n", run(0));
        assertEquals(1, Files.readAllLines(folder.resolve("asked")).size());
    }

    @Test
    void shouldBuildOnceForSeveralThatAreStartedTogether() throws IOException, InterruptedException {
        building("while [ ! -f " + folder.resolve("go") + " ]; do sleep 0.1; done");
        Process builder = start();
        BufferedReader said = builder.inputReader();
        assertEquals("javampirun: building javampi (once) ...", said.readLine());
        List<Process> others = List.of(start(), start());
        for (Process other : others) {
            assertEquals(
                    "javampirun: waiting for another javampirun, which builds this checkout (pid " + builder.pid()
                            + ")",
                    other.inputReader().readLine());
        }
        Files.createFile(folder.resolve("go"));
        assertEquals("ran -np 2 X", said.readLine());
        for (Process other : others) {
            assertEquals("ran -np 2 X", other.inputReader().readLine());
        }
        assertEquals(1, Files.readAllLines(folder.resolve("asked")).size());
    }

    @Test
    void shouldNotWaitForABuildThatWasKilled() throws IOException, InterruptedException {
        maven("read -r script <mpirun/target/javampirun.lock/pid", "kill -9 $script");
        start().waitFor();
        building();
        assertEquals("javampirun: building javampi (once) ...\nran -np 2 X\n", run(0));
    }

    /** {@code mvn verify} makes the same distribution. */
    @Test
    void shouldNotBuildAgainWhatMavenHasBuilt() throws IOException, InterruptedException {
        executable(checkout.resolve(DISTRIBUTION + "/bin/javampirun"), "#!/bin/sh\necho \"ran $*\"\n");
        Files.createFile(
                Files.createDirectories(checkout.resolve(DISTRIBUTION + "/lib")).resolve("a.jar"));
        assertEquals("ran -np 2 X\n", run(0));
        assertFalse(Files.exists(folder.resolve("asked")));
    }
}
