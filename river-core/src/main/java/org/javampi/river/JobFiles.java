package org.javampi.river;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a job may leave, under /dev/shm or the directory for temporary files. Those of
 * transports lose their names as soon as every rank of the host has opened them.
 *
 * <pre>
 *  javampi-JOB-LIFE-...    of one life: transports' files, classes on other hosts
 *  javampi-JOB-classes     the launcher's: classes that it has compiled
 *  javampi-JOB-control     the launcher's: how the job is visited
 *  javampi-JOB-launcher    locked by the launcher as long as it lives, when it has such files
 * </pre>
 *
 * A job that is rolled back lives again while processes of its last life may still be ending, on a
 * host that was out of reach for example: each removes the files of its own life only. The
 * launcher's go with the launcher, or with whoever finds it gone.
 */
public final class JobFiles {
    private static final String PREFIX = "javampi-";
    private static final String CONTROL = "-control";
    private static final String LAUNCHER = "-launcher";

    /** A process that is being killed closes its files one after the other. */
    private static final long LETTING_GO_NS = TimeUnit.MILLISECONDS.toNanos(300);

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(10);

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

    /**
     * Says that the launcher of {@code job} lives and keeps files, until the answer is closed or
     * this process is gone.
     */
    public static Closeable hold(UUID job) throws IOException {
        Path file = launcher(job);
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        channel.lock();
        return channel;
    }

    private static Path launcher(UUID job) {
        return Path.of(System.getProperty("java.io.tmpdir"), PREFIX + job + LAUNCHER);
    }

    /**
     * Removes what is left of one life of {@code job}; and all the rest if its launcher has kept
     * files here and is gone. Not for the launcher itself: to look would let its hold go.
     */
    public static void leave(UUID job, int life) {
        removeLife(job, life);
        if (isAbandoned(launcher(job))) {
            remove(job);
        }
    }

    private static boolean isAbandoned(Path held) {
        long startNs = System.nanoTime();
        try {
            while (Files.exists(held)) {
                try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
                        FileLock lock = channel.tryLock()) {
                    if (lock != null) {
                        return true;
                    }
                }
                if (System.nanoTime() - startNs >= LETTING_GO_NS) {
                    return false;
                }
                LockSupport.parkNanos(LOOK_NS);
            }
            return false;
        } catch (IOException e) {
            // Another process has found the same, and was faster.
            return false;
        }
    }

    /** Removes what is left of one life of {@code job}. */
    public static void removeLife(UUID job, int life) {
        removeNamed(PREFIX + job + "-" + life + "-*");
    }

    /** Removes whatever is left of {@code job}; other jobs' files stay. */
    public static void remove(UUID job) {
        removeNamed(PREFIX + job + "-*");
    }

    private static void removeNamed(String pattern) {
        Set<Path> directories = new LinkedHashSet<>();
        directories.add(Path.of("/dev/shm"));
        directories.add(Path.of(System.getProperty("java.io.tmpdir")));
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                remove(directory, pattern);
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
