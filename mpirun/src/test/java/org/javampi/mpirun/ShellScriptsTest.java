package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** All scripts of the project, as they are written. */
class ShellScriptsTest {
    private static final Path ROOT = Path.of("..");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");
    private static final Pattern SHELL = Pattern.compile("#!.*\\b(ba)?sh\\b.*");
    private static final Pattern POSIX = Pattern.compile("#!/bin/sh\\b.*");

    /** What GNU's commands have and those of macOS or busybox have not, and variables to which a shell gives a meaning. */
    private static final Pattern NOT_EVERYWHERE =
            Pattern.compile("readlink -f|\\bstat -c|date [^|;]*%N|\\bsed -i|\\b(path|options|status|argv|fpath)=");

    private static List<Path> scripts() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && SHELL.matcher(firstLine(file)).matches()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String firstLine(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1).split("\\R", 2)[0];
        }
    }

    @Test
    void shouldSatisfyShellcheck() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "shellcheck"))),
                "there is no shellcheck");
        List<String> command = new ArrayList<>(List.of("shellcheck"));
        scripts().forEach(script -> command.add(script.toString()));
        assertTrue(command.size() > 20, command.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals("", text);
    }

    /** Those for any shell, which users start. */
    @Test
    void shouldUseWhatEachSystemHas() throws IOException {
        List<String> faults = new ArrayList<>();
        int posix = 0;
        for (Path script : scripts()) {
            if (POSIX.matcher(firstLine(script)).matches()) {
                posix++;
                Files.readAllLines(script).stream()
                        .filter(line -> !line.strip().startsWith("#")
                                && NOT_EVERYWHERE.matcher(line).find())
                        .forEach(line -> faults.add(script + ": " + line));
            }
        }
        assertTrue(posix > 8, "the scan has found too little: " + posix);
        assertEquals(List.of(), faults);
    }
}
