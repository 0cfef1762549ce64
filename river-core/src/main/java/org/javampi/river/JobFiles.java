package org.javampi.river;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a job may leave: named {@code javampi-<job>-...}, under /dev/shm or the directory
 * for temporary files. Those of transports lose their names as soon as every rank of the host has
 * opened them; classes that the launcher has compiled stay for the job's life. Whichever process of
 * the job ends last removes them here.
 */
public final class JobFiles {
    private static final String PREFIX = "javampi-";
    private static final String CONTROL = "-control";

    private JobFiles() {}

    /** Where a job that can be visited says how: readable by its owner only. */
    public static Path control(UUID job) {
        return Path.of(System.getProperty("java.io.tmpdir"), PREFIX + job + CONTROL);
    }

    /** The jobs of this host that can be visited. */
    public static List<UUID> visitable() throws IOException {
        List<UUID> jobs = new ArrayList<>();
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(directory, PREFIX + "*" + CONTROL)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                jobs.add(
                        UUID.fromString(
                                name.substring(PREFIX.length(), name.length() - CONTROL.length())));
            }
        }
        return jobs;
    }

    /** Removes whatever is left of {@code job}; other jobs' files stay. */
    public static void remove(UUID job) {
        Set<Path> directories = new LinkedHashSet<>();
        directories.add(Path.of("/dev/shm"));
        directories.add(Path.of(System.getProperty("java.io.tmpdir")));
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                remove(directory, "javampi-" + job + "-*");
            }
        }
    }

    private static void remove(Path directory, String pattern) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, pattern)) {
            for (Path file : files) {
                removeAll(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up in " + directory, e);
        }
    }

    private static void removeAll(Path root) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(root)) {
            found = walk.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        } catch (NoSuchFileException | UncheckedIOException e) {
            // Another process of the job cleans up at the same time: it is gone, or will be.
            return;
        }
        for (Path path : found) {
            Files.deleteIfExists(path);
        }
    }
}
