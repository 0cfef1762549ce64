package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.checkpoint.viewer.Outline;
import org.javampi.checkpoint.viewer.SavedRank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code javampirun ckpt show}: what the ranks hold. */
@Command(
        name = "show",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Shows the ranks of a checkpoint: communicators, messages in flight, po"
                + "sted receives, waiting sends, and what the program has registered. An array is s"
                + "hown by its type, length, first elements and the start of its SHA-256.")
public final class CkptShowCommand implements CkptCommand.Action {
    @Parameters(paramLabel = "DIR", description = "what was given to --checkpoint-dir")
    private Path path;

    @Option(
            names = {"-e", "-epoch", "--epoch"},
            paramLabel = "N",
            description = "which checkpoint (default: the newest good one)")
    private Long epoch;

    @Option(
            names = {"-r", "-rank", "--rank"},
            paramLabel = "R",
            description = "this rank only")
    private Integer rank;

    private final PrintStream out;
    private final PrintStream err;

    CkptShowCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public int perform() throws IOException {
        CheckpointDirectory directory = CkptCommand.directory(path);
        Manifest manifest = epoch != null
                ? CkptCommand.manifest(directory, epoch)
                : directory
                        .newest(damage -> err.println("javampirun ckpt: " + damage))
                        .orElseThrow(() -> new IOException("no checkpoint in " + path + " is good"));
        if (rank != null) {
            CkptCommand.checkRank(rank, manifest);
        }
        int size = manifest.resources().size();
        out.printf(
                Locale.ROOT,
                "checkpoint %d of job %s at point %d, incarnation %d: %s, %s bytes%n",
                manifest.epoch(),
                manifest.job(),
                manifest.point(),
                manifest.incarnation(),
                CkptCommand.ranks(size),
                CkptCommand.bytes(manifest.totalBytes()));
        if (!manifest.command().isEmpty()) {
            out.println("program: " + String.join(" ", manifest.command()));
        }
        for (int i = 0; i < size; i++) {
            if (rank == null || rank == i) {
                print(directory, manifest, i);
            }
        }
        return 0;
    }

    private void print(CheckpointDirectory directory, Manifest manifest, int i) throws IOException {
        out.println();
        out.println("rank "
                + i
                + ": "
                + CkptCommand.bytes(manifest.bytes().get(i))
                + " bytes, resource "
                + manifest.resources().get(i));
        SavedRank saved = SavedRank.read(directory.part(manifest.epoch(), i));
        Outline.of(saved).forEach(line -> out.println("  " + line));
    }
}
