package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.checkpoint.viewer.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code javampirun ckpt diff}: what has changed between two checkpoints. */
@Command(
        name = "diff",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Shows which fields, arrays, messages and communicators of which ranks "
                + "differ between two checkpoints, by default the two newest. The status is 0 whether they do or not.")
public final class CkptDiffCommand implements CkptCommand.Action {
    @Parameters(index = "0", paramLabel = "DIR", description = "what was given to --checkpoint-dir")
    private Path path;

    @Parameters(index = "1", arity = "0..1", paramLabel = "EPOCH1", description = "the checkpoint to begin from")
    private Long from;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "EPOCH2",
            description = "the one to compare it with; the newest if left out")
    private Long to;

    @Option(
            names = {"-r", "-rank", "--rank"},
            paramLabel = "R",
            description = "this rank only")
    private Integer rank;

    private final PrintStream out;

    CkptDiffCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public int perform() throws IOException {
        CheckpointDirectory directory = CkptCommand.directory(path);
        List<Long> epochs = directory.epochs();
        if (from == null && epochs.size() < 2) {
            throw new IllegalArgumentException(
                    "there is one checkpoint in " + path + ", " + epochs.get(0) + ": nothing to compare");
        }
        long first = from == null ? epochs.get(epochs.size() - 2) : from;
        long second = to == null ? epochs.get(epochs.size() - 1) : to;
        Manifest before = CkptCommand.manifest(directory, first);
        Manifest after = CkptCommand.manifest(directory, second);
        int size = before.resources().size();
        if (after.resources().size() != size) {
            throw new IllegalArgumentException("the checkpoints are not of one job: "
                    + size
                    + " and "
                    + after.resources().size()
                    + " ranks");
        }
        if (rank != null) {
            CkptCommand.checkRank(rank, before);
        }
        out.printf(
                Locale.ROOT,
                "checkpoint %d at point %d -> checkpoint %d at point %d%n",
                first,
                before.point(),
                second,
                after.point());
        int same = 0;
        for (int i = 0; i < size; i++) {
            if (rank == null || rank == i) {
                List<String> lines = Difference.of(directory.part(first, i), directory.part(second, i));
                if (lines.isEmpty()) {
                    same++;
                } else {
                    out.println("rank " + i);
                    lines.forEach(line -> out.println("  " + line));
                }
            }
        }
        int looked = rank == null ? size : 1;
        out.printf(Locale.ROOT, "%d of %d ranks differ%n", looked - same, looked);
        return 0;
    }
}
