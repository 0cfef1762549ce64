package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.checkpoint.viewer.Expression;
import org.javampi.checkpoint.viewer.SavedRank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code javampirun ckpt watch}: how values have changed over all checkpoints. */
@Command(
        name = "watch",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Prints values of all good checkpoints in DIR as comma-separated lines:"
                + " epoch, point, rank, value; with several EXPR a column for each. javampirun --ch"
                + "eckpoint-keep N keeps more checkpoints to look at.")
public final class CkptWatchCommand implements CkptCommand.Action {
    @Parameters(index = "0", paramLabel = "DIR", description = "what was given to --checkpoint-dir")
    private Path path;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "EXPR",
            description = "a registered name, fields and elements: rod.step, or 2:rod.heat[17] for rank 2" + " only")
    private List<String> texts = new ArrayList<>();

    private final PrintStream out;
    private final PrintStream err;

    CkptWatchCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public int perform() throws IOException {
        CheckpointDirectory directory = CkptCommand.directory(path);
        List<Expression> expressions = texts.stream().map(Expression::of).toList();
        List<String> lines = new ArrayList<>();
        // Why an expression has no value, until it has one somewhere.
        Map<Expression, String> absent = new LinkedHashMap<>();
        expressions.forEach(e -> absent.put(e, e + ": there is no rank " + e.rank()));
        int good = 0;
        for (long epoch : directory.epochs()) {
            Manifest manifest;
            try {
                manifest = CkptCommand.manifest(directory, epoch);
            } catch (IOException e) {
                err.println("javampirun ckpt: left out: " + e.getMessage());
                continue;
            }
            good++;
            for (int rank = 0; rank < manifest.resources().size(); rank++) {
                read(directory, manifest, rank, expressions, absent, lines);
            }
        }
        if (good == 0) {
            throw new IOException("no checkpoint in " + path + " is good");
        }
        for (String why : absent.values()) {
            if (why != null) {
                throw new IllegalArgumentException(why);
            }
        }
        out.println("epoch,point,rank,"
                + (texts.size() == 1
                        ? "value"
                        : String.join(",", texts.stream().map(this::cell).toList())));
        lines.forEach(out::println);
        return 0;
    }

    private void read(
            CheckpointDirectory directory,
            Manifest manifest,
            int rank,
            List<Expression> expressions,
            Map<Expression, String> absent,
            List<String> lines)
            throws IOException {
        if (expressions.stream().noneMatch(e -> e.concerns(rank))) {
            return;
        }
        Path part = directory.part(manifest.epoch(), rank);
        SavedRank saved = SavedRank.read(part);
        StringBuilder line = new StringBuilder();
        line.append(manifest.epoch())
                .append(',')
                .append(manifest.point())
                .append(',')
                .append(rank);
        for (Expression expression : expressions) {
            line.append(',');
            if (expression.concerns(rank)) {
                try {
                    line.append(cell(expression.value(saved, part)));
                    absent.put(expression, null);
                } catch (IllegalArgumentException e) {
                    absent.computeIfPresent(expression, (key, why) -> e.getMessage());
                }
            }
        }
        lines.add(line.toString());
    }

    /** A value for a csv file (RFC 4180). */
    private String cell(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
