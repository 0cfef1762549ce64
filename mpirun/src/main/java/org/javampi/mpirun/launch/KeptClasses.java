package org.javampi.mpirun.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.javampi.river.trust.PrivateFiles;

/**
 * Classes of a source file that was compiled before, in the user's own folder: as long as nothing is changed that the
 * compiler has looked at, they spare its next run. Where that folder cannot be used, nothing is kept.
 *
 * <pre>
 *  ~/.javampi/programs/SUM      of source, options and Java
 *      inputs                   main class; then {@link CompilerInputs}
 *      classes/...
 * </pre>
 */
final class KeptClasses {
    /** Of programs that nobody has started for so long nothing is kept. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final String INPUTS = "inputs";
    private static final String CLASSES = "classes";
    private static final String UNFINISHED = "new-";

    private final Path folder;
    private final CompilerInputs inputs;

    /**
     * The place for one program's classes.
     *
     * @param root of all programs
     * @param what all that decides what a compiler makes of unchanged inputs
     */
    KeptClasses(Path root, String what, CompilerInputs inputs) {
        folder = root.resolve(CompilerInputs.sumOf(what));
        this.inputs = inputs;
    }

    /** The user's folder. */
    static Path root() {
        return Path.of(System.getProperty("user.home"), ".javampi", "programs");
    }

    /** Copies the classes into an empty folder; answers the main class, or null where there are none that are good. */
    String restore(Path into) {
        try {
            Path list = folder.resolve(INPUTS);
            if (!Files.isReadable(list)) {
                return null;
            }
            List<String> lines = Files.readAllLines(list);
            if (lines.isEmpty() || !inputs.areAsIn(lines.subList(1, lines.size()))) {
                return null;
            }
            copy(folder.resolve(CLASSES), into);
            Files.setLastModifiedTime(list, FileTime.from(Instant.now()));
            return lines.get(0);
        } catch (IOException | UncheckedIOException e) {
            // Another launcher may be replacing them: they are compiled.
            return null;
        }
    }

    /** Keeps the classes of a folder. @param start when the compiler has begun */
    void keep(Path classes, String mainClass, Instant start) {
        Path fresh = folder.resolveSibling(UNFINISHED + UUID.randomUUID());
        try {
            List<String> seen = inputs.lines(start);
            if (seen == null) {
                return;
            }
            List<String> lines = new ArrayList<>(List.of(mainClass));
            lines.addAll(seen);
            Files.createDirectories(fresh.resolve(CLASSES), PrivateFiles.directoryMode(fresh));
            copy(classes, fresh.resolve(CLASSES));
            Files.write(fresh.resolve(INPUTS), lines);
            remove(folder);
            Files.move(fresh, folder);
            sweep(folder.getParent());
        } catch (IOException | UncheckedIOException e) {
            // A full disk, or no home: the next start compiles again.
            removeQuietly(fresh);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Removes what was not used for long, and what launchers that were killed have left. */
    private static void sweep(Path root) throws IOException {
        Instant oldest = Instant.now().minus(LONGEST);
        List<Path> all;
        try (Stream<Path> programs = Files.list(root)) {
            all = programs.toList();
        }
        for (Path program : all) {
            Path list = program.resolve(INPUTS);
            Path dated = Files.exists(list) ? list : program;
            if (Files.getLastModifiedTime(dated).toInstant().isBefore(oldest)) {
                removeQuietly(program);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void removeQuietly(Path folder) {
        try {
            remove(folder);
        } catch (IOException | UncheckedIOException e) {
            // It is swept when it is old.
            return;
        }
    }
}
