package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code javampirun ckpt ls}: which checkpoints there are, and whether they are good. */
@Command(
        name = "ls",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Lists the checkpoints in DIR after looking at every byte of them.")
public final class CkptLsCommand implements CkptCommand.Action {
    private static final String LINE = "%8s  %8s  %10s  %5s  %15s  %s%n";

    @Parameters(paramLabel = "DIR", description = "what was given to --checkpoint-dir")
    private Path path;

    private final PrintStream out;
    private final Clock clock;

    CkptLsCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public int perform() throws IOException {
        CheckpointDirectory directory = CkptCommand.directory(path);
        out.printf(Locale.ROOT, LINE, "EPOCH", "AGE", "POINT", "RANKS", "BYTES", "STATE");
        List<Long> epochs = directory.epochs();
        for (int i = epochs.size() - 1; i >= 0; i--) {
            print(directory, epochs.get(i));
        }
        return 0;
    }

    private void print(CheckpointDirectory directory, long epoch) throws IOException {
        Manifest manifest = null;
        String state = "good";
        try {
            manifest = directory.manifest(epoch);
            directory.verified(epoch);
        } catch (IOException e) {
            state = "damaged: " + CkptCommand.text(e);
        }
        out.printf(
                Locale.ROOT,
                LINE,
                epoch,
                age(directory.of(epoch)),
                manifest == null ? "?" : manifest.point(),
                manifest == null ? "?" : manifest.resources().size(),
                manifest == null ? "?" : CkptCommand.bytes(manifest.totalBytes()),
                state);
    }

    private String age(Path epoch) throws IOException {
        long seconds = Duration.between(Files.getLastModifiedTime(epoch).toInstant(), clock.instant())
                .toSeconds();
        if (seconds < 120) {
            return Math.max(0, seconds) + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 48 * 3600 ? seconds / 3600 + " h" : seconds / 86400 + " days";
    }
}
