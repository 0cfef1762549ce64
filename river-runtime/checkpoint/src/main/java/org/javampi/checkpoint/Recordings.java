package org.javampi.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.river.trust.PrivateFiles;

/** The {@linkplain Recording recordings} in a job's directory of checkpoints: one for each life that was recorded. */
public final class Recordings {
    private static final String PREFIX = "calls-";

    private final Path directory;

    /** Those beside the checkpoints in {@code directory}. */
    public Recordings(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Begins the recording of a life.
     *
     * @param life its epoch is the checkpoint that it begins at, 0 for the program's start
     */
    public Recording begin(Manifest life) throws IOException {
        Files.createDirectories(directory, PrivateFiles.directoryMode(directory));
        List<Long> lives = numbers();
        long number = lives.isEmpty() ? 1 : lives.get(lives.size() - 1) + 1;
        Path made = of(number);
        Files.createDirectory(made, PrivateFiles.directoryMode(made));
        byte[] text = life.write().getBytes(StandardCharsets.UTF_8);
        try (FileChannel file = PrivateFiles.create(made.resolve(Manifest.FILE), StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
        return new Recording(made);
    }

    private Path of(long number) {
        return directory.resolve(PREFIX + CheckpointDirectory.digits(number));
    }

    private List<Long> numbers() throws IOException {
        TreeSet<Long> found = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            Pattern form = Pattern.compile(PREFIX + "([0-9]{1,18})");
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

    /** All, the newest first. */
    public List<Recording> newestFirst() throws IOException {
        List<Recording> all = new ArrayList<>();
        for (long number : numbers()) {
            all.add(0, new Recording(of(number)));
        }
        return all;
    }

    /**
     * The newest life that has something to say about a rank after a checkpoint.
     *
     * @param epoch number of the checkpoint, 0 for the program's start
     * @return null if none has
     * @throws IOException also when others could have changed it
     */
    public Recording of(int rank, long epoch) throws IOException {
        for (Recording recording : newestFirst()) {
            recording.requireTrusted();
            if (recording.hasOnlyBegun(rank) && recording.life().epoch() == epoch
                    || Files.exists(recording.after(rank, epoch))) {
                return recording;
            }
        }
        return null;
    }

    /** Removes what was recorded before {@code oldest}, the oldest checkpoint that is kept; the life that goes on stays. */
    void prune(long oldest) throws IOException {
        List<Recording> all = newestFirst();
        for (Recording recording : all) {
            if (!recording.prune(oldest) && recording != all.get(0)) {
                CheckpointDirectory.remove(recording.path());
            }
        }
    }
}
