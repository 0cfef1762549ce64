package org.javampi.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.javampi.river.platform.Platform;
import org.javampi.river.trust.PrivateFiles;

/**
 * The checkpoints of one job on disk.
 *
 * <pre>
 *  DIR/epoch-00000007/manifest        stands: everything below it is whole
 *                    /rank-0.part ...
 *  DIR/epoch-00000008.tmp/            being written, or abandoned: never looked at
 *  DIR/in-use                         locked by the launcher of the job that writes here
 *  DIR/calls-00000001/                what was recorded, see {@link Recording}
 * </pre>
 *
 * A checkpoint comes into being by one rename, after everything in it and its directory have
 * reached the disk. The two newest are always kept.
 */
public final class CheckpointDirectory {
    private static final String PREFIX = "epoch-";
    private static final String UNFINISHED = ".tmp";
    /** Locked by the launcher of the job that writes here; says which job that is. */
    private static final String OCCUPANT = "in-use";

    private static final int EPOCH_DIGITS = 8;
    private static final int REMOVALS = 1000;

    /** Fewer are never kept: the newest may be damaged. */
    public static final int LEAST_KEPT = 2;

    private final Path directory;

    /** The checkpoints in {@code directory}, which need not exist yet. */
    public CheckpointDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** Where they are. */
    public Path path() {
        return directory;
    }

    private static String name(long epoch) {
        return PREFIX + digits(epoch);
    }

    /** A number as names have it, so that they stand in its order. */
    static String digits(long number) {
        // No format: a default locale may have digits of its own.
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, EPOCH_DIGITS - digits.length())) + digits;
    }

    /** Directory of the checkpoint of that number. */
    public Path of(long epoch) {
        return directory.resolve(name(epoch));
    }

    /** Numbers of the checkpoints that stand, oldest first; not verified. */
    public List<Long> epochs() throws IOException {
        return numbers("");
    }

    private List<Long> numbers(String ending) throws IOException {
        TreeSet<Long> found = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            Pattern form = Pattern.compile(PREFIX + "([0-9]{1,18})" + Pattern.quote(ending));
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, PREFIX + "*")) {
                for (Path entry : entries) {
                    Matcher name = form.matcher(entry.getFileName().toString());
                    if (name.matches()) {
                        found.add(Long.parseLong(name.group(1)));
                    }
                }
            }
        }
        return new ArrayList<>(found);
    }

    /**
     * Keeps other jobs out of this directory until the answer is closed, or this process ends. Where the file
     * system knows no locks, or nothing can be made there, nothing is kept out.
     *
     * @param job the job that will write here
     * @throws IOException when a job writes here already; it says which
     */
    public Closeable occupy(UUID job) throws IOException {
        FileChannel channel;
        try {
            Files.createDirectories(directory, PrivateFiles.directoryMode(directory));
            channel = PrivateFiles.openOrCreate(directory.resolve(OCCUPANT));
        } catch (FileSystemException e) {
            // Read-only, or full: the job runs, and each checkpoint says why it is abandoned.
            return () -> {};
        }
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String occupant = StandardCharsets.UTF_8.decode(read(channel)).toString();
                throw new IOException(directory + " is in use by job " + occupant.strip()
                        + ": give each job a directory of its own, or wait for its end");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(
                    job + ", process " + ProcessHandle.current().pid() + "\n"));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Null when another process, or another job of this one, has it. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static ByteBuffer read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(256);
        channel.read(text, 0);
        return text.flip();
    }

    /** Begins a checkpoint: an empty directory for its parts. */
    Path begin(long epoch) throws IOException {
        Files.createDirectories(directory, PrivateFiles.directoryMode(directory));
        Path unfinished = directory.resolve(name(epoch) + UNFINISHED);
        remove(unfinished);
        return Files.createDirectory(unfinished, PrivateFiles.directoryMode(unfinished));
    }

    /** Writes the manifest beside the parts. */
    void seal(Manifest manifest) throws IOException {
        Path unfinished = directory.resolve(name(manifest.epoch()) + UNFINISHED);
        byte[] text = manifest.write().getBytes(StandardCharsets.UTF_8);
        try (FileChannel file = PrivateFiles.create(unfinished.resolve(Manifest.FILE), StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Platform.current().forceDirectory(unfinished);
    }

    /** Lets it stand. */
    void commit(long epoch) throws IOException {
        Path unfinished = directory.resolve(name(epoch) + UNFINISHED);
        Files.move(unfinished, of(epoch), StandardCopyOption.ATOMIC_MOVE);
        Platform.current().forceDirectory(directory);
    }

    /** Removes what has not become a checkpoint. */
    void discard(long epoch) throws IOException {
        remove(directory.resolve(name(epoch) + UNFINISHED));
    }

    /**
     * Removes all checkpoints but the newest {@code most} of those that are known to be good, and
     * what is left of unfinished ones before them.
     */
    void prune(int most, LongPredicate good) throws IOException {
        List<Long> epochs = epochs();
        long newest = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
        int kept = 0;
        for (int i = epochs.size() - 1; i >= 0; i--) {
            if (kept < Math.max(most, LEAST_KEPT) && good.test(epochs.get(i))) {
                kept++;
            } else {
                remove(of(epochs.get(i)));
            }
        }
        for (long epoch : numbers(UNFINISHED)) {
            if (epoch < newest) {
                discard(epoch);
            }
        }
        List<Long> left = epochs();
        if (left.size() >= Math.max(most, LEAST_KEPT)) {
            new Recordings(directory).prune(left.get(0));
        }
    }

    static void remove(Path root) throws IOException {
        for (int left = REMOVALS; Files.exists(root); left--) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(root)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            try {
                for (Path path : all) {
                    Files.deleteIfExists(path);
                }
            } catch (DirectoryNotEmptyException e) {
                // A resource that has not heard yet that the checkpoint is abandoned writes its
                // part: one file each.
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    /**
     * Refuses a directory whose checkpoints another user may have written or can change: a restart runs the
     * program that the manifest names.
     *
     * @throws IOException saying whose it is, or who may write to it, and what to do
     */
    public void requireTrusted() throws IOException {
        PrivateFiles.requireUnchangeableByOthers(directory);
        for (long epoch : epochs()) {
            PrivateFiles.requireUnchangeableByOthers(of(epoch));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(of(epoch))) {
                for (Path file : files) {
                    PrivateFiles.requireUnchangeableByOthers(file);
                }
            } catch (NoSuchFileException e) {
                // Pruned meanwhile by the job that writes here.
                continue;
            }
        }
    }

    /** The manifest of a checkpoint. */
    public Manifest manifest(long epoch) throws IOException {
        return Manifest.read(Files.readString(of(epoch).resolve(Manifest.FILE)));
    }

    /** File of one resource in a checkpoint. */
    public Path part(long epoch, int rank) {
        return of(epoch).resolve(FreezePoint.partName(rank));
    }

    /**
     * The newest checkpoint that is whole: its manifest and every byte of every part agree.
     *
     * @param damage told of each newer one that is not, and why
     */
    public Optional<Manifest> newest(Consumer<String> damage) throws IOException {
        List<Long> epochs = epochs();
        for (int i = epochs.size() - 1; i >= 0; i--) {
            long epoch = epochs.get(i);
            try {
                return Optional.of(verified(epoch));
            } catch (IOException e) {
                String why = e instanceof FileSystemException
                        // Its message is no more than the file's name.
                        ? (e instanceof NoSuchFileException
                                ? "missing "
                                : e.getClass().getSimpleName() + " ")
                        : "";
                damage.accept("checkpoint " + epoch + " cannot be used: " + why + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /**
     * The manifest of a checkpoint of which every byte has been looked at.
     *
     * @throws IOException saying what is missing or damaged
     */
    public Manifest verified(long epoch) throws IOException {
        Manifest manifest = manifest(epoch);
        if (manifest.epoch() != epoch) {
            throw new IOException(of(epoch) + " holds checkpoint " + manifest.epoch());
        }
        for (int rank = 0; rank < manifest.resources().size(); rank++) {
            Path part = part(epoch, rank);
            if (!PartInput.verify(part).equals(manifest.hashes().get(rank))) {
                throw new IOException(part + " is not the file that the manifest means");
            }
        }
        return manifest;
    }
}
