package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution's start script, with a {@code java} that prints what it was given. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its scripts are others")
class StartScriptTest {
    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void install() throws IOException {
        script = executable("home/bin/javampirun", Files.readString(Path.of("src/main/dist/bin/javampirun")));
        Files.createFile(Files.createDirectories(folder.resolve("home/lib")).resolve("one.jar"));
        executable(
                "jdk/bin/java",
                "#!/bin/sh\n{ true <&9; } 2>/dev/null && echo \"9 is open\"\n"
                        + "echo \"LC_ALL=${LC_ALL:-}\"\nfor word in \"$@\"; do echo \"$word\"; done\n");
    }

    private Path executable(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> run(Map<String, String> variables, String... words) throws IOException, InterruptedException {
        return run("", script, variables, words);
    }

    private List<String> run(String shell, Path command, Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder("exec " + shell + " " + command);
        for (String word : words) {
            line.append(" '").append(word).append('\'');
        }
        // By way of a file: this JVM need not be able to pass the letters on.
        Path call = Files.writeString(folder.resolve("call"), line);
        ProcessBuilder builder = new ProcessBuilder("sh", call.toString()).redirectErrorStream(true);
        List.of("LC_ALL", "LC_CTYPE", "LANG", "TMPDIR", "CLASSPATH").forEach(builder.environment()::remove);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), text);
        return new ArrayList<>(text.lines().toList());
    }

    @Test
    void shouldGiveLettersBeyondAsciiALocaleThatHasThem() throws IOException, InterruptedException {
        assertEquals(
                "LC_ALL=C.UTF-8", run(Map.of("LC_ALL", "C"), "Pr\u00f6g.java").get(1));
        assertEquals(
                "LC_ALL=C.UTF-8", run(Map.of("CLASSPATH", "\u00fc"), "Prog").get(1));
        assertEquals("LC_ALL=C", run(Map.of("LC_ALL", "C"), "Prog.java").get(1));
    }

    /** As containers have it, whose variables come from elsewhere: the C library then takes C. */
    @Test
    void shouldReplaceALocaleThatIsNotInstalled() throws IOException, InterruptedException {
        String path =
                executable("locales/locale", "#!/bin/sh\necho \"$CHARMAP\"\n").getParent()
                        + File.pathSeparator
                        + System.getenv("PATH");
        Map<String, String> absent = Map.of("LC_ALL", "xx_YY.UTF-8", "PATH", path, "CHARMAP", "ANSI_X3.4-1968");
        assertEquals("LC_ALL=C.UTF-8", run(absent, "Pr\u00f6g.java").get(1));
        assertEquals("LC_ALL=xx_YY.UTF-8", run(absent, "Prog.java").get(1));
        Map<String, String> present = Map.of("LC_ALL", "xx_YY.UTF-8", "PATH", path, "CHARMAP", "UTF-8");
        assertEquals("LC_ALL=xx_YY.UTF-8", run(present, "Pr\u00f6g.java").get(1));
    }

    /** Where a JVM would end without a word. */
    @ParameterizedTest
    @CsvSource({
        "-n 24, this shell allows 24 open files (ulimit -n)",
        "-n 59, this shell allows 59 open files (ulimit -n)",
        "-u 20, this shell allows 20 processes and threads (ulimit -u)"
    })
    void shouldNameALimitThatNoJvmFitsIn(String limit, String text) throws IOException, InterruptedException {
        assumeTrue(
                !limit.startsWith("-u") || !"root".equals(System.getProperty("user.name")), "root has no such limit");
        Process process = new ProcessBuilder("bash", "-c", "ulimit " + limit + " && exec " + script + " Prog")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(!said.contains("ulimit:") && !said.contains("fork"), "no such limit can be set here");
        assertEquals(1, process.waitFor());
        assertTrue(said.startsWith("javampirun: " + text + ", and a JVM needs "), said);
    }

    @Test
    void shouldPutFilesWhereTmpdirSays() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("a b"));
        String option = "-Djava.io.tmpdir=" + temporary.toRealPath();
        assertTrue(run(Map.of("TMPDIR", temporary.toString()), "Prog").contains(option));
        assertFalse(run(Map.of("TMPDIR", "/no/such"), "Prog").stream().anyMatch(word -> word.contains("tmpdir")));
    }

    /** The shells that Linux, containers and macOS have, as far as this system has them. */
    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "zsh", "busybox sh", "ksh", "mksh"})
    void shouldPassWordsAsTheyAreUnderEachShell(String shell) throws IOException, InterruptedException {
        String name = shell.split(" ")[0];
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, name))),
                "there is no " + name);
        List<String> words = run(shell, script, Map.of(), "Prog", "", "a b", "$x", "*");
        assertEquals("9 is open", words.get(0), "the pipe for the dump of threads");
        assertEquals(List.of("Prog", "", "a b", "$x", "*"), words.subList(words.size() - 5, words.size()));
        Path river = executable("home/bin/river", Files.readString(Path.of("src/main/dist/bin/river")));
        List<String> all = run(shell, river, Map.of(), "vm", "-Xmx1g", "-Dname=a b", "--slots", "2", "");
        assertEquals(List.of("-Xmx1g", "-Dname=a b", "-cp"), all.subList(3, 6), all.toString());
        assertEquals(
                List.of("org.javampi.mpirun.River", "vm", "--slots", "2", ""), all.subList(all.size() - 5, all.size()));
    }

    @Test
    void shouldPassWordsAsTheyAre() throws IOException, InterruptedException {
        List<String> words = run(Map.of(), "-np", "2", "Prog", "", "a b", "$x", "-cp");
        assertEquals(
                List.of("-np", "2", "Prog", "", "a b", "$x", "-cp"), words.subList(words.size() - 7, words.size()));
    }
}
