package org.javampi.river.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both platforms, whatever this system is. */
class PlatformTest {
    private final PortablePlatform portable = new PortablePlatform();

    @TempDir
    Path folder;

    @Test
    void shouldFollowTheSystemUnlessToldOtherwise() {
        assertInstanceOf(LinuxPlatform.class, PlatformChoice.of(null, "Linux").platform());
        assertInstanceOf(LinuxPlatform.class, PlatformChoice.of("", "Linux").platform());
        assertInstanceOf(
                PortablePlatform.class, PlatformChoice.of(null, "Mac OS X").platform());
        assertInstanceOf(
                PortablePlatform.class, PlatformChoice.of(null, "Windows 11").platform());
        assertInstanceOf(
                PortablePlatform.class, PlatformChoice.of("portable", "Linux").platform());
    }

    @Test
    void shouldRefuseAPlatformThatThereIsNotAndNameThose() {
        PlatformChoice unknown = PlatformChoice.of("windows", "Windows 11");
        assertNull(unknown.platform());
        assertEquals(
                "JAVAMPI_PLATFORM=windows: there is no such platform; known are linux and portable", unknown.refusal());
        assertEquals(
                "JAVAMPI_PLATFORM=linux: this system is Mac OS X; take portable, or leave the variable out",
                PlatformChoice.of("linux", "Mac OS X").refusal());
    }

    @Test
    void shouldRefuseWhatNotEverySystemHas() {
        Processes processes = portable.processes();
        assertFalse(processes.hasSessions());
        assertEquals(List.of("java"), processes.leading(List.of("java")));
        assertTrue(processes.hasSignal("INT") && processes.hasSignal("TERM"));
        for (String name : List.of("HUP", "USR1", "USR2", "STOP", "CONT", "TSTP", "QUIT")) {
            assertFalse(processes.hasSignal(name), name);
        }
        assertEquals(
                "this platform (portable) has no signal USR1",
                assertThrows(IOException.class, () -> processes.signal("USR1", List.of()))
                        .getMessage());
        assertEquals(
                "this platform (portable) cannot bind threads",
                assertThrows(IOException.class, () -> portable.processors().callingThread())
                        .getMessage());
        assertFalse(portable.removesOpenFiles());
        assertTrue(portable.runQueue().mayExceedCores());
    }

    @Test
    void shouldMakeOtherRandomBytesEachTime() {
        assertEquals(16, portable.random(16).length);
        assertNotEquals(
                HexFormat.of().formatHex(portable.random(16)), HexFormat.of().formatHex(portable.random(16)));
    }

    /** What this process may have open is never looked at; what is older than it belongs to others. */
    @Test
    void shouldTakeFilesThatWereWrittenLatelyForItsOwn() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertTrue(portable.mayHaveOpen(file));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertFalse(portable.mayHaveOpen(file));
        assertFalse(portable.mayHaveOpen(folder.resolve("none")));
    }

    @Test
    void shouldForceDirectoriesAndReportThoseThatAreMissing() throws IOException {
        portable.forceDirectory(folder);
        assertThrows(IOException.class, () -> portable.forceDirectory(folder.resolve("none")));
    }

    @Test
    void shouldLeaveACommandAsItIsWhenItSurvivesACommandLine() throws IOException {
        List<String> command = List.of("java", "-Dname=a b", "-cp", "C:\\lib\\one.jar;D:\\two", "Main");
        assertEquals(command, portable.processes().fitting(command, folder.resolve("arguments")));
        assertFalse(Files.exists(folder.resolve("arguments")));
    }

    @Test
    void shouldPassWordsThroughAnArgumentFileWhenTheyWouldNotSurvive() throws Exception {
        List<String> odd =
                List.of("", "a b", "\"", "it's", "a\\", "C:\\a b\\", "%PATH%", "^!", "a\tb\nc", "#no", "@no");
        assertEquals(odd, printed(odd));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add("word" + i);
        }
        assertEquals(many, printed(many));
    }

    /** The java command reads argument files in the system's letters, whatever Java's default is. */
    @Test
    void shouldWriteArgumentFilesInTheLettersOfTheSystem() throws IOException {
        PortableProcesses latin = new PortableProcesses(Charset.forName("windows-1252"));
        Path file = folder.resolve("arguments");
        latin.fitting(List.of("java", "", "C:\\J\u00fcrgen"), file);
        String lines = String.join(System.lineSeparator(), "\"\"", "\"C:\\\\J\u00fcrgen\"", "");
        assertArrayEquals(lines.getBytes(StandardCharsets.ISO_8859_1), Files.readAllBytes(file));
        assertEquals(
                "an option, a path or an argument has the letter '\u0444', which windows-1252, the encoding of this"
                        + " system, does not have: rename the folder, or leave the letter out",
                assertThrows(IOException.class, () -> latin.fitting(List.of("java", "", "C:\\\u0444"), file))
                        .getMessage());
    }

    /** As the JDK names them on Windows, with and without a console. */
    @Test
    void shouldTellRanksTheLettersOfAConsoleThatHasItsOwn() {
        Map<String, String> console = Map.of("native.encoding", "Cp1252", "sun.stdout.encoding", "cp850");
        assertEquals(
                List.of(
                        "-Dstdout.encoding=cp850",
                        "-Dsun.stdout.encoding=cp850",
                        "-Dstderr.encoding=cp850",
                        "-Dsun.stderr.encoding=cp850"),
                Encodings.jvmOptions(console::get));
        for (Map<String, String> none : List.of(
                Map.of("native.encoding", "Cp1252"),
                Map.of("native.encoding", "UTF-8", "stdout.encoding", "UTF-8"),
                Map.of("native.encoding", "Cp1252", "sun.stdout.encoding", "cp99999"),
                Map.of("native.encoding", "Cp1252", "stdout.encoding", ""))) {
            assertEquals(List.of(), Encodings.jvmOptions(none::get), none.toString());
        }
    }

    @Test
    void shouldKnowTheNameOfThisHostWithoutLookingItUp() {
        assertEquals(Platform.current().hostName(), portable.hostName());
    }

    /** What a JVM gets that is started by a portable command. */
    private List<String> printed(List<String> words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Words.class.getName()));
        command.addAll(words);
        List<String> fitting = portable.processes().fitting(command, folder.resolve("argu ments"));
        assertEquals(List.of(command.get(0), "@" + folder.resolve("argu ments")), fitting);
        Process process = new ProcessBuilder(fitting)
                .redirectInput(portable.processes().noInput())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        List<String> found = new ArrayList<>();
        for (String line : text.lines().toList()) {
            found.add(new String(HexFormat.of().parseHex(line), StandardCharsets.UTF_8));
        }
        return found;
    }

    /** Prints its words, each as a line of hexadecimal digits; ends at once when there is input. */
    static final class Words {
        public static void main(String[] words) throws IOException {
            if (System.in.read() >= 0) {
                System.exit(1);
            }
            for (String word : words) {
                System.out.println(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void shouldFindAndEndTheFamilyOfAProcess() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals('c', parent.getInputStream().read());
            List<ProcessHandle> family = portable.processes().family(parent.pid());
            assertEquals(1, family.size());
            portable.processes().signal("TERM", List.of(family.get(0).pid()));
            family.get(0).onExit().get(Patience.seconds(120), TimeUnit.SECONDS);
            portable.processes().signal("KILL", List.of(parent.pid()));
            assertTrue(parent.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        } finally {
            parent.destroyForcibly();
        }
    }

    /** Starts a child that reads for ever. */
    static final class Parent {
        public static void main(String[] words) throws Exception {
            if (words.length > 0) {
                System.in.read();
                return;
            }
            new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Parent.class.getName(),
                            "child")
                    .start();
            System.out.print("c");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
