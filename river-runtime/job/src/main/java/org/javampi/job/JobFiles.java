package org.javampi.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.river.platform.Platform;
import org.javampi.river.trust.PrivateFiles;

/**
 * The files that a job may leave, where processes share memory or in the directory for temporary files. Those of
 * transports lose their names as soon as every rank of the host has opened them.
 *
 * <pre>
 *  javampi-JOB-LIFE-...      of one life: transports' files, classes on other hosts, argument files
 *  javampi-JOB-classes       the launcher's: classes that it has compiled
 *  javampi-JOB-control       the launcher's: how the job is visited that keeps checkpoints
 *  javampi-JOB-door          the launcher's: how any job is visited that has run for a second
 *  javampi-JOB-launcher-PID  locked by the launcher as long as it lives, when it has such files
 * </pre>
 *
 * A job that is rolled back lives again while processes of its last life may still be ending, on a
 * host that was out of reach for example: each removes the files of its own life only. The
 * launcher's go with the launcher; when it is gone, what is left of the job removes them, or the next
 * launcher on this host. Names can be made by any user of the machine: what is another user's is never
 * opened, believed or removed.
 */
public final class JobFiles {
    private static final String PREFIX = "javampi-";
    private static final String JOB = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final String CONTROL = "-control";
    private static final String DOOR = "-door";
    private static final String LAUNCHER = "-launcher-";

    /** Apart, as the next: only a process that finds files of a job waits for its making. */
    private static final class HeldName {
        private static final Pattern FORM = Pattern.compile(PREFIX + JOB + LAUNCHER + "([0-9]{1,18})");
    }

    private static final class VisitedName {
        private static final Pattern CHECKPOINTS = Pattern.compile(PREFIX + JOB + CONTROL);
        private static final Pattern ALL = Pattern.compile(PREFIX + JOB + DOOR);
    }

    private JobFiles() {}

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Where a job that can be visited says how: readable by its owner only. */
    public static Path control(UUID job) {
        return temporary().resolve(PREFIX + job + CONTROL);
    }

    /** Where any job says how it can be visited: readable by its owner only. */
    public static Path door(UUID job) {
        return temporary().resolve(PREFIX + job + DOOR);
    }

    /** Where the words go for which a JVM's command line has no room. */
    public static Path arguments(UUID job, int life, int vm) {
        return temporary().resolve(PREFIX + job + "-" + life + "-arguments-" + vm);
    }

    /** The jobs of this host that can be visited. */
    public static List<UUID> running() {
        return named(VisitedName.ALL);
    }

    /** The jobs of this host that can be asked for checkpoints. */
    public static List<UUID> visitable() {
        return named(VisitedName.CHECKPOINTS);
    }

    private static List<UUID> named(Pattern visited) {
        List<UUID> jobs = new ArrayList<>();
        for (Path file : list(temporary(), PREFIX)) {
            String name = file.getFileName().toString();
            Matcher form = visited.matcher(name);
            if (form.matches()) {
                jobs.add(UUID.fromString(form.group(1)));
            }
        }
        return jobs;
    }

    /**
     * Says that the launcher of {@code job} lives and keeps files, until the answer is closed or
     * this process is gone.
     */
    public static JobHold hold(UUID job) throws IOException {
        return JobHold.on(temporary()
                .resolve(PREFIX + job + LAUNCHER + ProcessHandle.current().pid()));
    }

    /**
     * Removes what is left of one life of {@code job}; and all the rest if its launcher has kept
     * files here and is gone. As long as the launcher neither is nor has let the life go, this
     * waits: see {@link JobHold}. Not for the launcher itself: to look would let its hold go.
     */
    public static void leave(UUID job, int life) {
        removeLife(job, life);
        for (Path held : list(temporary(), PREFIX + job + LAUNCHER)) {
            try {
                if (JobHold.isLostWith(held, life)) {
                    remove(job);
                }
            } catch (IOException e) {
                // Another process has found the same, and was faster.
                continue;
            }
        }
    }

    /**
     * Removes what launchers of this host have kept who are gone, and all of their jobs with them:
     * all at once were killed, or the last while it was cleaning up. What belongs to other users
     * stays.
     */
    public static void sweep() {
        for (Path held : list(temporary(), PREFIX)) {
            Matcher name = HeldName.FORM.matcher(held.getFileName().toString());
            // A launcher that lives may not have come to lock its file; and it may be this one.
            if (name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty()) {
                try {
                    if (JobHold.isLost(held)) {
                        remove(UUID.fromString(name.group(1)));
                    }
                } catch (IOException | UncheckedIOException e) {
                    // Another user's, or another process was faster.
                    continue;
                }
            }
        }
    }

    /** Removes what is left of one life of {@code job}. */
    public static void removeLife(UUID job, int life) {
        removeNamed(PREFIX + job + "-" + life + "-");
    }

    /** Removes whatever is left of {@code job}; other jobs' files stay. */
    public static void remove(UUID job) {
        removeNamed(PREFIX + job + "-");
    }

    private static void removeNamed(String prefix) {
        Set<Path> directories = new LinkedHashSet<>();
        directories.add(Platform.current().sharedMemory());
        directories.add(temporary());
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                remove(directory, prefix);
            }
        }
    }

    private static void remove(Path directory, String prefix) {
        try {
            for (Path file : list(directory, prefix)) {
                removeAll(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up in " + directory, e);
        }
    }

    /**
     * This user's files whose names begin so: any user may have put others there. Each end of a job looks,
     * and there may be thousands of files, so only names that fit are looked at.
     */
    private static List<Path> list(Path directory, String prefix) {
        String[] names = directory.toFile().list();
        if (names == null) {
            // Not to be listed: a name that cannot be seen is removed where it is known, by its maker.
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        for (String name : names) {
            Path file = directory.resolve(name);
            if (name.startsWith(prefix) && PrivateFiles.isOwn(file)) {
                found.add(file);
            }
        }
        return found;
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
            removeOne(path);
        }
    }

    private static void removeOne(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (FileSystemException e) {
            if (Platform.current().removesOpenFiles()) {
                throw e;
            }
            // A process of the job still has it open: the next job on this host removes it.
        }
    }
}
