package org.javampi.mpirun;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.river.checkpoint.CheckpointDirectory;
import org.javampi.river.checkpoint.Manifest;
import picocli.CommandLine.Option;

/** The options about checkpoint and restart. */
final class CheckpointOptions {
    private static final String EVERY = "([1-9]\\d{0,8})(ms|s|m|h|)";
    private static final int ROLLBACKS = 10;

    @Option(
            names = {"-checkpoint-dir", "--checkpoint-dir"},
            paramLabel = "DIR",
            description =
                    "keep the job's newest checkpoints in DIR, which every host sees; taken"
                            + " where the program calls Checkpoint.here()")
    private Path directory;

    @Option(
            names = {"-checkpoint-every", "--checkpoint-every"},
            paramLabel = "T",
            description = "take one every 30s, 5m, 1h, or every n-th Checkpoint.here()")
    private String every;

    @Option(
            names = {"-restart", "--restart"},
            paramLabel = "DIR",
            description =
                    "go on from the newest good checkpoint in DIR, with its number of ranks; the"
                            + " program need not be named again")
    private Path restart;

    @Option(
            names = {"-ft", "--ft"},
            arity = "0..1",
            fallbackValue = "" + ROLLBACKS,
            paramLabel = "N",
            description =
                    "when a rank dies, go on from the last checkpoint, up to N times (default "
                            + ROLLBACKS
                            + ")")
    private int rollbacks;

    @Option(
            names = {"-checkpoint-patience", "--checkpoint-patience"},
            paramLabel = "S",
            description = "give a checkpoint up when not all ranks stand after S seconds (600)")
    private int patienceSeconds = 600;

    @Option(
            names = {"-checkpoint-keep", "--checkpoint-keep"},
            paramLabel = "N",
            description = "keep the N newest checkpoints (default and least ${DEFAULT-VALUE})")
    private int kept = CheckpointDirectory.LEAST_KEPT;

    private Manifest from;

    boolean isRestart() {
        return restart != null;
    }

    int rollbacks() {
        return rollbacks;
    }

    /** The checkpoint to begin at; looked for once. */
    Manifest manifest(PrintStream err) {
        if (from == null) {
            from = newest(restart, err);
            if (from == null) {
                throw new LaunchFailure("--restart " + restart + ": there is no good checkpoint");
            }
        }
        return from;
    }

    /** The newest good checkpoint in a directory, or null. */
    static Manifest newest(Path directory, PrintStream err) {
        try {
            return new CheckpointDirectory(directory)
                    .newest(damage -> err.println("javampirun: " + damage))
                    .orElse(null);
        } catch (IOException e) {
            throw new LaunchFailure("cannot read checkpoints in " + directory + ": " + e, e);
        }
    }

    /**
     * What the options say.
     *
     * @throws IllegalArgumentException when they contradict each other
     */
    CheckpointPlan plan(List<String> command, PrintStream err) {
        Path where = directory != null ? directory : restart;
        if (where == null) {
            refuse(every != null, "--checkpoint-every needs --checkpoint-dir DIR");
            refuse(rollbacks > 0, "--ft needs --checkpoint-dir DIR");
            refuse(
                    kept != CheckpointDirectory.LEAST_KEPT,
                    "--checkpoint-keep needs --checkpoint-dir DIR");
            return CheckpointPlan.NONE;
        }
        refuse(
                isRestart() && directory != null && !directory.equals(restart),
                "--restart goes on in the directory that it reads: leave --checkpoint-dir out");
        refuse(rollbacks < 0, "--ft " + rollbacks + ": a number of rollbacks from 0 up");
        refuse(patienceSeconds < 1, "--checkpoint-patience " + patienceSeconds + ": at least 1");
        refuse(
                kept < CheckpointDirectory.LEAST_KEPT,
                "--checkpoint-keep "
                        + kept
                        + ": at least "
                        + CheckpointDirectory.LEAST_KEPT
                        + ", for the newest may be damaged");
        long everyMs = 0;
        long everyPoints = 0;
        if (every != null) {
            Matcher matcher = Pattern.compile(EVERY).matcher(every);
            refuse(
                    !matcher.matches(),
                    "--checkpoint-every "
                            + every
                            + ": a time like 30s, 5m, 1h, or a count like 100");
            long number = Long.parseLong(matcher.group(1));
            switch (matcher.group(2)) {
                case "ms" -> everyMs = number;
                case "s" -> everyMs = number * 1000;
                case "m" -> everyMs = number * 60_000;
                case "h" -> everyMs = number * 3_600_000;
                default -> everyPoints = number;
            }
        }
        CheckpointPlan first =
                new CheckpointPlan(
                        where.toAbsolutePath().normalize(),
                        everyMs,
                        everyPoints,
                        patienceSeconds * 1000L,
                        kept,
                        0,
                        null,
                        command);
        return isRestart() ? first.from(manifest(err)) : first;
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(why);
        }
    }
}
