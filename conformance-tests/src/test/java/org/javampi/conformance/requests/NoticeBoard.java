package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.javampi.testing.Patience;

/**
 * Lets ranks of one machine wait for each other without MPI, whether they share a VM or not: a
 * notice is a file.
 */
final class NoticeBoard implements AutoCloseable {
    private static final long LONGEST_S = 120;
    private static final int LONGEST_PATH = 1000;

    private final Path directory;

    private NoticeBoard(Path directory) {
        this.directory = directory;
    }

    /** Collective. */
    static NoticeBoard open() {
        byte[] path = new byte[LONGEST_PATH];
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            byte[] made = make().toString().getBytes(StandardCharsets.UTF_8);
            System.arraycopy(made, 0, path, 0, made.length);
        }
        MPI_Bcast(path, path.length, MPI_BYTE, 0, MPI_COMM_WORLD);
        return new NoticeBoard(Path.of(new String(path, StandardCharsets.UTF_8).trim()));
    }

    private static Path make() {
        try {
            return Files.createTempDirectory("notices");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void post(String notice) {
        try {
            Files.createFile(directory.resolve(notice));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Computes until {@code notice} is there, and takes it off. No MPI call happens meanwhile. */
    void computeUntil(String notice) {
        Path file = directory.resolve(notice);
        long end = Patience.deadlineNs(LONGEST_S);
        double x = 1;
        while (!Files.exists(file)) {
            for (int i = 0; i < 1000; i++) {
                x = Math.sqrt(x + i);
            }
            boolean inTime = System.nanoTime() - end < 0;
            assertTrue(inTime && x > 0, "nobody has posted " + notice + ": no progress meanwhile");
        }
        remove(file);
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collective. */
    @Override
    public void close() {
        MPI_Barrier(MPI_COMM_WORLD);
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            remove(directory);
        }
    }
}
