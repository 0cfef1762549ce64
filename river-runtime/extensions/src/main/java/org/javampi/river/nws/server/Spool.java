package org.javampi.river.nws.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;
import org.javampi.river.platform.Platform;

/**
 * Where long values are kept: each in a file of its own. In a temporary directory a file has no name once it is open, so
 * that nothing survives the process; in the directory of a server that saves, files stay.
 */
final class Spool {
    /** Values from this length on are kept in files. */
    static final int LONG_BYTES = 1 << 20;

    private final Path directory;
    private final boolean saves;

    /** Of the next file. A log names files that are gone by now: no later one may have such a name. */
    private long next;

    private Spool(Path directory, boolean saves, long next) {
        this.directory = directory;
        this.saves = saves;
        this.next = next;
    }

    /** For values that end with the process. */
    static Spool temporary() {
        return new Spool(Path.of(System.getProperty("java.io.tmpdir")), false, 0);
    }

    /** For values that may outlive the process. */
    static Spool saving(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            long last = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}\\.value"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('.'))))
                    .max()
                    .orElse(-1);
            return new Spool(directory, true, last + 1);
        }
    }

    Path directory() {
        return directory;
    }

    Path newFile() throws IOException {
        if (!saves) {
            return Files.createTempFile(directory, "nws", ".value");
        }
        return directory.resolve(next++ + ".value");
    }

    FileChannel create(Path file) throws IOException {
        Set<StandardOpenOption> options = saves
                ? Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)
                : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        return FileChannel.open(file, options);
    }

    /** All bytes of a file have come. */
    void complete(FileChannel file) throws IOException {
        if (saves) {
            file.force(true);
            Platform.current().forceDirectory(directory);
        }
    }

    /** Removes the files that no value is in. */
    void keepOnly(Set<Path> used) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(one -> !used.contains(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
