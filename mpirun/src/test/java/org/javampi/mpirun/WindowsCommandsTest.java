package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start scripts of Windows, with a launcher that prints its words: by cmd itself, or on Linux by that of Wine when
 * {@code -Dwine=wine} names it, which has no exit statuses of programs and takes {@code %} for a variable once more.
 */
class WindowsCommandsTest {
    private static final boolean IS_WINDOWS = File.separatorChar == '\\';
    private static final String WINE = System.getProperty("wine", "");
    private static final String MAIN = "org.javampi.mpirun.";

    @TempDir
    Path folder;

    private Path home;
    private Path jdk;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(IS_WINDOWS || !WINE.isEmpty(), "this is not Windows, and no -Dwine=wine is given");
        home = Files.createDirectories(folder.resolve("a b (x86) !x"));
        for (String name : List.of("javampirun.cmd", "river.cmd")) {
            Path script = Files.createDirectories(home.resolve("bin")).resolve(name);
            Files.copy(Path.of("src/main/dist/bin", name), script);
        }
        Files.createDirectories(home.resolve("lib"));
        if (IS_WINDOWS) {
            jdk = Path.of(System.getProperty("java.home"));
            printsWords("Javampirun");
            printsWords("River");
        } else {
            jdk = folder.resolve("j (k)");
            Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java.exe");
            Files.writeString(java, "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done\n");
            assertTrue(java.toFile().setExecutable(true));
        }
    }

    /** A main class that prints its own name, and its words. */
    private void printsWords(String name) throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/org/javampi/mpirun"))
                .resolve(name + ".java");
        Files.writeString(
                source,
                "package org.javampi.mpirun; public class " + name + " { public static void main(String[] words) {"
                        + " System.out.println(\"" + MAIN + name + "\"); for (String word : words)"
                        + " System.out.println(word); System.exit(7); } }");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()));
        String entry = "org/javampi/mpirun/" + name + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(home.resolve("lib/" + name + ".jar")))) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(Files.readAllBytes(classes.resolve(entry)));
        }
    }

    private static String named(Path file) {
        return IS_WINDOWS ? file.toString() : "Z:" + file.toString().replace('/', '\\');
    }

    /** What a batch file prints. */
    private List<String> printed(String... lines) throws IOException, InterruptedException {
        Path batch = folder.resolve("call.cmd");
        Files.writeString(batch, "@echo off\r\n" + String.join("\r\n", lines) + "\r\n", StandardCharsets.US_ASCII);
        List<String> command = new ArrayList<>(IS_WINDOWS ? List.of("cmd.exe") : List.of(WINE, "cmd"));
        command.addAll(List.of("/c", named(batch)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("JAVA_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                .forEach(builder.environment()::remove);
        builder.environment().put("WINEDEBUG", "-all");
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(process.waitFor(Patience.seconds(300), TimeUnit.SECONDS));
        return text.lines().toList();
    }

    private String script(String name) {
        return '"' + named(home.resolve("bin").resolve(name)) + '"';
    }

    private static List<String> behind(String main, List<String> words) {
        int at = words.indexOf(MAIN + main);
        assertTrue(at >= 0, words.toString());
        return words.subList(at + 1, words.size());
    }

    @Test
    void shouldPassWordsAsTheyWereTyped() throws Exception {
        String typed =
                " -np 2 \"a b\" \"\" \"c^d\" \"!x!\" \"c & d\" (x) e=f 'q' -Dx=\"y z\" \"say \\\"hi\\\"\" Prog.java";
        List<String> words = List.of(
                "-np",
                "2",
                "a b",
                "",
                "c^d",
                "!x!",
                "c & d",
                "(x)",
                "e=f",
                "'q'",
                "-Dx=y z",
                "say \"hi\"",
                "Prog.java");
        assertEquals(
                words,
                behind("Javampirun", printed("set \"JAVA_HOME=" + named(jdk) + '"', script("javampirun.cmd") + typed)));
        assertEquals(
                words, behind("River", printed("set \"JAVA_HOME=" + named(jdk) + '"', script("river.cmd") + typed)));
        if (IS_WINDOWS) {
            assertEquals(
                    List.of("50% of %PATH%"),
                    behind(
                            "Javampirun",
                            printed(
                                    "set \"JAVA_HOME=" + named(jdk) + '"',
                                    script("javampirun.cmd") + " \"50%% of %%PATH%%\"")));
        }
    }

    /** Many a guide has quotes in the variable. */
    @Test
    void shouldTakeAJavaHomeWithQuotes() throws Exception {
        assertEquals(
                List.of("X"),
                behind("Javampirun", printed("set JAVA_HOME=\"" + named(jdk) + '"', script("javampirun.cmd") + " X")));
    }

    @Test
    void shouldSayThatThereIsNoJava() throws Exception {
        Path none = folder.resolve("no such (dir)");
        for (String name : List.of("javampirun", "river")) {
            assertEquals(
                    List.of(
                            name + ": there is no \"" + named(none)
                                    + "\\bin\\java.exe\": install Java 17 or newer, or set" + " JAVA_HOME",
                            "status 1"),
                    printed(
                            "set \"JAVA_HOME=" + named(none) + '"',
                            "call " + script(name + ".cmd") + " -np 2 X",
                            "echo status %ERRORLEVEL%"));
        }
    }

    @Test
    void shouldEndWithTheStatusOfTheLauncher() throws Exception {
        assumeTrue(IS_WINDOWS, "Wine does not tell how a program of Linux has ended");
        List<String> lines = printed(
                "set \"JAVA_HOME=" + named(jdk) + '"',
                "call " + script("javampirun.cmd") + " X",
                "echo status %ERRORLEVEL%");
        assertEquals(List.of("X", "status 7"), behind("Javampirun", lines));
    }
}
