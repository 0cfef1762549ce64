package org.javampi.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What documents show in {@code console} blocks is typed as it stands, and prints what stands below it. Numbers
 * may differ, {@code ...} stands for any lines, spaces for any number of spaces.
 */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console$(.*?)^```$");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java$(.*?)^```$");
    private static final Pattern PUBLIC_CLASS = Pattern.compile("public class (\\w+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final String LAUNCHER = "./javampirun ";
    private static final String RIVER = "./river ";

    private static final long LONGEST_SECONDS = 600;

    private final List<Path> made = new ArrayList<>();

    @TempDir
    Path folder;

    /** A command as it is typed, and the lines below it. */
    record Typed(Path page, String command, List<String> lines) {
        @Override
        public String toString() {
            return ROOT.relativize(page) + ": " + command;
        }
    }

    static Stream<Typed> commands() throws IOException {
        List<Typed> all = new ArrayList<>();
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("examples/README.md")));
        for (String folder : List.of("docs", "docs/lessons")) {
            try (Stream<Path> docs = Files.list(ROOT.resolve(folder))) {
                docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        for (Path page : pages) {
            Matcher block = CONSOLE.matcher(Files.readString(page));
            while (block.find()) {
                List<String> lines = new ArrayList<>();
                for (String line : block.group(1).strip().split("\n")) {
                    if (line.startsWith("$ ")) {
                        lines = new ArrayList<>();
                        all.add(new Typed(page, line.substring(2).strip(), lines));
                    } else {
                        lines.add(line);
                    }
                }
            }
        }
        assertTrue(all.size() >= 4, "the scan has found too little: " + all);
        return all.stream();
    }

    /** Programs that a page shows, under their names, where the command expects them. */
    private void save(Path page) throws IOException {
        Matcher block = JAVA.matcher(Files.readString(page));
        while (block.find()) {
            Matcher name = PUBLIC_CLASS.matcher(block.group(1));
            if (name.find()) {
                Path file = ROOT.resolve(name.group(1) + ".java");
                if (!Files.exists(file)) {
                    made.add(Files.writeString(file, block.group(1)));
                }
            }
        }
    }

    @AfterEach
    void remove() throws IOException {
        for (Path file : made) {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldPrintWhatThePageShows(Typed typed) throws Exception {
        save(typed.page);
        boolean river = typed.command.startsWith(RIVER);
        assertTrue(
                river || typed.command.startsWith(LAUNCHER),
                "only " + LAUNCHER + "and " + RIVER + "are typed here: " + typed);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                river ? "org.javampi.mpirun.River" : "org.javampi.mpirun.Javampirun"));
        command.addAll(words(typed.command.substring(typed.command.indexOf(' ') + 1)));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "it does not end: " + typed);
        } finally {
            process.destroy();
        }
        assertTrue(
                isShown(typed.lines, lines(out), lines(err)),
                "expected\n" + String.join("\n", typed.lines) + "\nbut it printed\n" + Files.readString(out)
                        + "\nand as standard error\n" + Files.readString(err));
    }

    private static List<String> lines(Path printed) throws IOException {
        return Files.readString(printed).strip().lines().toList();
    }

    /** Whether a page shows two streams, each in its order; how they mix is a matter of chance. */
    static boolean isShown(List<String> page, List<String> out, List<String> err) {
        // By how many lines of either stream have been shown.
        boolean[][] reached = new boolean[out.size() + 1][err.size() + 1];
        reached[0][0] = true;
        for (String line : page) {
            boolean skips = line.strip().equals("...");
            Pattern shape = Pattern.compile(shape(line));
            boolean[][] next = new boolean[out.size() + 1][err.size() + 1];
            for (int o = 0; o <= out.size(); o++) {
                for (int e = 0; e <= err.size(); e++) {
                    next[o][e] = skips
                            ? reached[o][e] || o > 0 && next[o - 1][e] || e > 0 && next[o][e - 1]
                            : o > 0
                                            && reached[o - 1][e]
                                            && shape.matcher(out.get(o - 1)).matches()
                                    || e > 0
                                            && reached[o][e - 1]
                                            && shape.matcher(err.get(e - 1)).matches();
                }
            }
            reached = next;
        }
        return reached[out.size()][err.size()];
    }

    @Test
    void shouldTakeStreamsInAnyMixButEachInItsOrder() {
        List<String> page = List.of("pi is 3.14", "collectives:", "...", "  reduce  8");
        List<String> table = List.of("collectives:", "bcast 4", "reduce 16");
        assertTrue(isShown(page, List.of("pi is 3.1"), table));
        assertTrue(isShown(List.of("collectives:", "...", "reduce 1", "pi is 3"), List.of("pi is 3.1"), table));
        assertTrue(isShown(List.of("pi in ..."), List.of(), List.of("pi in a file")));
        assertFalse(isShown(List.of("pi in ..."), List.of(), List.of("pi is 3")));
        assertFalse(isShown(page, List.of(), table));
        assertFalse(isShown(List.of("pi is 3.14"), List.of("pi is 3.1", "and more"), List.of()));
        assertFalse(isShown(page, List.of("pi is 3.1"), List.of("reduce 16", "collectives:")));
    }

    /** As a shell splits a line: spaces, and quotes around words. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)").matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    private static String shape(String line) {
        StringBuilder shape = new StringBuilder("[ \\t]*");
        String separator = "";
        for (String word : line.strip().split("\\s+")) {
            shape.append(separator).append(shapeOf(word));
            separator = "[ \\t]+";
        }
        return shape.append("[ \\t]*").toString();
    }

    private static String shapeOf(String word) {
        if (word.equals("...")) {
            return ".+";
        }
        StringBuilder shape = new StringBuilder();
        Matcher number = NUMBER.matcher(word);
        int end = 0;
        while (number.find()) {
            shape.append(Pattern.quote(word.substring(end, number.start()))).append("\\d+(?:[.,]\\d+)*");
            end = number.end();
        }
        return shape.append(Pattern.quote(word.substring(end))).toString();
    }
}
