package org.javampi.mpirun;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import picocli.CommandLine.Option;

/** The options about checkpoint and restart. */
final class CheckpointOptions {
    private static final String EVERY = "([1-9]\\d{0,8})(ms|s|m|h|)";
    private static final int ROLLBACKS = 10;
    private static final int PATIENCE_SECONDS = 600;
    private static final String NEVER = "never";
    private static final String EVERY_WORD = "--checkpoint-every";
    private static final String KEEP_WORD = "--checkpoint-keep";
    private static final String PATIENCE_WORD = "--checkpoint-patience";
    private static final String FT_WORD = "--ft";

    @Option(
            names = {"-checkpoint-dir", "--checkpoint-dir"},
            paramLabel = "DIR",
            description = "keep the job's newest checkpoints in DIR, which every host sees; taken"
                    + " where the program calls Checkpoint.here()")
    private Path directory;

    @Option(
            names = {"-checkpoint-every", EVERY_WORD},
            paramLabel = "T",
            description = "take one every 30s, 5m, 1h, or every n-th Checkpoint.here(); never: only when" + " asked")
    private String every;

    @Option(
            names = {"-restart", "--restart"},
            paramLabel = "DIR",
            description = "go on from the newest good checkpoint in DIR, with its number of ranks; the"
                    + " program and the options about checkpoints need not be named again")
    private Path restart;

    @Option(
            names = {"-ft", FT_WORD},
            arity = "0..1",
            fallbackValue = "" + ROLLBACKS,
            paramLabel = "N",
            description = "when a rank dies, go on from the last checkpoint, up to N times (default " + ROLLBACKS + ")")
    private Integer rollbacks;

    @Option(
            names = {"-checkpoint-patience", PATIENCE_WORD},
            paramLabel = "S",
            description = "give a checkpoint up when not all ranks stand after S seconds, or when a disk"
                    + " takes nothing for S seconds (default "
                    + PATIENCE_SECONDS
                    + ")")
    private Integer patienceSeconds;

    @Option(
            names = {"-checkpoint-keep", KEEP_WORD},
            paramLabel = "N",
            description = "keep the N newest checkpoints (default and least " + CheckpointDirectory.LEAST_KEPT + ")")
    private Integer kept;

    private Manifest from;

    boolean isRestart() {
        return restart != null;
    }

    int rollbacks() {
        return rollbacks == null ? 0 : rollbacks;
    }

    /** What a restart needs to take checkpoints as this life does: pairs of option and value. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        add(words, EVERY_WORD, every);
        add(words, KEEP_WORD, kept);
        add(words, PATIENCE_WORD, patienceSeconds);
        add(words, FT_WORD, rollbacks);
        return words;
    }

    private static void add(List<String> words, String option, Object value) {
        if (value != null) {
            words.add(option);
            words.add(value.toString());
        }
    }

    /**
     * Takes from the words of the life before what this one was not told otherwise.
     *
     * @param words pairs of option and value, others among them
     * @return the words that were taken
     */
    List<String> inherit(List<String> words) {
        List<String> own = words();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            String option = words.get(i);
            String value = words.get(i + 1);
            if (!own.contains(option) && inherit(option, value)) {
                add(taken, option, value);
            }
        }
        return taken;
    }

    private boolean inherit(String option, String value) {
        switch (option) {
            case EVERY_WORD -> every = value;
            case KEEP_WORD -> kept = Integer.valueOf(value);
            case PATIENCE_WORD -> patienceSeconds = Integer.valueOf(value);
            case FT_WORD -> rollbacks = Integer.valueOf(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The checkpoint to begin at; looked for once. */
    Manifest manifest(PrintStream err) {
        if (from == null) {
            if (!Files.isDirectory(restart)) {
                throw new LaunchFailure("--restart " + restart + ": there is no such directory");
            }
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
            refuse(rollbacks() > 0, "--ft needs --checkpoint-dir DIR");
            refuse(kept != null, "--checkpoint-keep needs --checkpoint-dir DIR");
            return CheckpointPlan.NONE;
        }
        refuse(
                isRestart() && directory != null && !directory.equals(restart),
                "--restart goes on in the directory that it reads: leave --checkpoint-dir out");
        int patience = patienceSeconds == null ? PATIENCE_SECONDS : patienceSeconds;
        int keep = kept == null ? CheckpointDirectory.LEAST_KEPT : kept;
        refuse(rollbacks() < 0, "--ft " + rollbacks + ": a number of rollbacks from 0 up");
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
        CheckpointPlan first = new CheckpointPlan(
                where.toAbsolutePath().normalize(), everyMs, everyPoints, patience * 1000L, keep, 0, null, command);
        return isRestart() ? first.from(manifest(err)) : first;
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(why);
        }
    }
}
