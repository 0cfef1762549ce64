package org.javampi.mpirun.plan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.mpirun.cli.CheckpointOptions;
import org.javampi.mpirun.failure.LaunchFailure;

/** Decides what a job does about checkpoints, and finds the one that it begins at. */
public final class CheckpointPlanner {
    private static final String EVERY = "([1-9]\\d{0,8})(ms|s|m|h|)";
    private static final String NEVER = "never";

    private final CheckpointOptions options;

    /** The checkpoint to begin at; null as long as it was not looked for. */
    private Manifest from;

    CheckpointPlanner(CheckpointOptions options) {
        this.options = options;
    }

    /** The checkpoint to begin at; looked for once. */
    Manifest manifest(PrintStream err) {
        if (from == null) {
            Path restart = options.restart();
            if (!Files.isDirectory(restart)) {
                throw new LaunchFailure("--restart " + restart + ": there is no such directory");
            }
            from = options.at() == null ? newest(restart, err) : numbered(restart, options.at());
            if (from == null) {
                throw new LaunchFailure("--restart " + restart + ": there is no good checkpoint");
            }
        }
        return from;
    }

    private static Manifest numbered(Path directory, long epoch) {
        try {
            CheckpointDirectory checkpoints = new CheckpointDirectory(directory);
            checkpoints.requireTrusted();
            List<Long> epochs = checkpoints.epochs();
            if (!epochs.contains(epoch)) {
                throw new LaunchFailure("--at " + epoch + ": " + directory + " has "
                        + (epochs.isEmpty() ? "no checkpoints" : "the checkpoints " + epochs));
            }
            return checkpoints.verified(epoch);
        } catch (IOException e) {
            throw new LaunchFailure("--at " + epoch + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The newest good checkpoint in a directory, or null. */
    public static Manifest newest(Path directory, PrintStream err) {
        try {
            CheckpointDirectory checkpoints = new CheckpointDirectory(directory);
            if (Files.exists(directory)) {
                checkpoints.requireTrusted();
            }
            return checkpoints
                    .newest(damage -> err.println("javampirun: " + damage))
                    .orElse(null);
        } catch (IOException e) {
            throw new LaunchFailure("cannot use the checkpoints in " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * What the options say.
     *
     * @param transparent whether the program does not help
     * @throws IllegalArgumentException when they contradict each other
     */
    CheckpointPlan plan(List<String> command, boolean transparent, PrintStream err) {
        Path directory = options.directory();
        Path restart = options.restart();
        String every = options.every();
        Path where = directory != null ? directory : restart;
        refuse(options.isReplay() && restart == null, "--replay needs --restart DIR");
        refuse(options.rank() != null && !options.isReplay(), "--rank " + options.rank() + " needs --replay");
        if (where == null) {
            refuse(options.at() != null, "--at " + options.at() + " needs --restart DIR");
            refuse(every != null, "--checkpoint-every needs --checkpoint-dir DIR");
            refuse(options.rollbacks() > 0, "--ft needs --checkpoint-dir DIR");
            refuse(options.kept() != null, "--checkpoint-keep needs --checkpoint-dir DIR");
            refuse(options.isRecorded(), "--record needs --checkpoint-dir DIR, where it writes");
            refuse(
                    transparent,
                    "--transparent needs --checkpoint-dir DIR, or --check, which lists where the program cannot be frozen");
            return CheckpointPlan.NONE;
        }
        refuse(options.at() != null && !options.isRestart(), "--at " + options.at() + " needs --restart DIR");
        refuse(
                options.isRestart() && directory != null && !directory.equals(restart),
                "--restart goes on in the directory that it reads: leave --checkpoint-dir out");
        int patience = options.patienceSeconds();
        int keep = options.kept() == null ? CheckpointDirectory.LEAST_KEPT : options.kept();
        refuse(options.rollbacks() < 0, "--ft " + options.rollbacks() + ": a number of rollbacks from 0 up");
        refuse(patience < 1, "--checkpoint-patience " + patience + ": at least 1");
        refuse(
                keep < CheckpointDirectory.LEAST_KEPT,
                "--checkpoint-keep "
                        + keep
                        + ": at least "
                        + CheckpointDirectory.LEAST_KEPT
                        + ", for the newest may be damaged");
        long everyMs = 0;
        long everyPoints = 0;
        if (every != null && !every.equals(NEVER)) {
            Matcher matcher = Pattern.compile(EVERY).matcher(every);
            refuse(
                    !matcher.matches(),
                    "--checkpoint-every " + every + ": a time like 30s, 5m, 1h, a count like 100, or never");
            long number = Long.parseLong(matcher.group(1));
            switch (matcher.group(2)) {
                case "ms" -> everyMs = number;
                case "s" -> everyMs = number * 1000;
                case "m" -> everyMs = number * 60_000;
                case "h" -> everyMs = number * 3_600_000;
                default -> everyPoints = number;
            }
        }
        refuse(
                transparent && everyPoints > 0,
                "--checkpoint-every " + every + ": a program with --transparent passes no points that could be counted;"
                        + " give a time like 30s");
        CheckpointPlan first = new CheckpointPlan(
                where.toAbsolutePath().normalize(),
                everyMs,
                everyPoints,
                patience * 1000L,
                keep,
                options.rollbacks(),
                0,
                null,
                command,
                transparent,
                options.isRecorded(),
                Map.of());
        return options.isRestart() ? first.from(manifest(err)) : first;
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(why);
        }
    }
}
