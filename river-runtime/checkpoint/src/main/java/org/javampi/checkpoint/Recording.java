package org.javampi.checkpoint;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.river.trust.PrivateFiles;

/**
 * What the ranks of one life of a job have been told by MPI: a log for each rank and interval between checkpoints.
 *
 * <pre>
 *  DIR/calls-00000002/manifest               which job, which checkpoint this life began at, what to run
 *                    /rank-0.begin           up to the first point, of a program that marks points
 *                    /rank-0.after-00000007  from checkpoint 7 to the next one
 * </pre>
 *
 * Each log is a file of {@linkplain org.javampi.checkpoint.log.RecordOutput records}, written by its rank alone.
 */
public final class Recording {
    private static final String AFTER = ".after-";

    private final Path directory;

    /** The logs in {@code directory}. */
    public Recording(Path directory) {
        this.directory = directory;
    }

    /** Where they are. */
    public Path path() {
        return directory;
    }

    /** The life: its epoch is the checkpoint that it began at, 0 for the program's start. */
    public Manifest life() throws IOException {
        return Manifest.read(Files.readString(directory.resolve(Manifest.FILE)));
    }

    /** Log of what a rank's program does before the first point that it marks. */
    public Path begin(int rank) {
        return directory.resolve("rank-" + rank + ".begin");
    }

    /** Log of a rank from a checkpoint to the next one; 0 is the program's start. */
    public Path after(int rank, long epoch) {
        return directory.resolve("rank-" + rank + AFTER + CheckpointDirectory.digits(epoch));
    }

    /** The checkpoints behind which there is a log of the rank, oldest first. */
    public List<Long> epochs(int rank) throws IOException {
        return epochs("rank-" + rank);
    }

    /** Whether a rank has not come to the first point that its program marks. */
    public boolean hasOnlyBegun(int rank) throws IOException {
        return Files.exists(begin(rank)) && epochs(rank).isEmpty();
    }

    private List<Long> epochs(String rank) throws IOException {
        TreeSet<Long> found = new TreeSet<>();
        for (Path file : files()) {
            long epoch = epochOf(file, rank);
            if (epoch >= 0) {
                found.add(epoch);
            }
        }
        return new ArrayList<>(found);
    }

    private static long epochOf(Path file, String rank) {
        Matcher name = Pattern.compile(rank + Pattern.quote(AFTER) + "([0-9]{1,18})")
                .matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(files::add);
        }
        return files;
    }

    /**
     * Removes the logs that end before {@code oldest}, the oldest checkpoint that is kept.
     *
     * @return whether a log is left behind a checkpoint
     */
    boolean prune(long oldest) throws IOException {
        boolean isOfUse = false;
        for (Path file : files()) {
            long epoch = epochOf(file, "rank-[0-9]+");
            if (epoch >= 0 && epoch < oldest) {
                Files.deleteIfExists(file);
            }
            isOfUse |= epoch >= oldest;
        }
        return isOfUse;
    }

    void requireTrusted() throws IOException {
        PrivateFiles.requireUnchangeableByOthers(directory);
        PrivateFiles.requireUnchangeableByOthers(directory.resolve(Manifest.FILE));
    }
}
