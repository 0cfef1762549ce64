package org.javampi.mpirun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javampi.checkpoint.CheckpointDirectory;
import picocli.CommandLine.Option;

/** The options about checkpoint and restart. */
public final class CheckpointOptions {
    private static final int ROLLBACKS = 10;
    private static final int PATIENCE_SECONDS = 600;
    private static final String EVERY_WORD = "--checkpoint-every";
    private static final String KEEP_WORD = "--checkpoint-keep";
    private static final String PATIENCE_WORD = "--checkpoint-patience";
    private static final String FT_WORD = "--ft";

    /** Asks for a log of what ranks are told. */
    public static final String RECORD = "--record";

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
            names = {"-at", "--at"},
            paramLabel = "K",
            description = "with --restart: go on from checkpoint K instead of the newest good one")
    private Long at;

    @Option(
            names = {"-resume", "--resume"},
            description = "go on from the newest good checkpoint in --checkpoint-dir, or begin where there is none: for"
                    + " batch scripts that may run again")
    private boolean resume;

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

    @Option(
            names = {"-record", RECORD},
            description =
                    "with --checkpoint-dir: write down what MPI tells each rank, so that it can be run again alone"
                            + " (--replay)")
    private boolean recorded;

    @Option(
            names = {"-replay", "--replay"},
            description = "with --restart DIR: run one rank alone from checkpoint K on (--at K, --rank R), told what it"
                    + " was told when --record was on; --at 0: from the start of the job")
    private boolean replay;

    @Option(
            names = {"-rank", "--rank"},
            paramLabel = "R",
            description = "with --replay: the rank that is run")
    private Integer rank;

    /** Whether what ranks are told is written down. */
    public boolean isRecorded() {
        return recorded;
    }

    /** The life before was recorded, and so is this one. */
    public void record() {
        recorded = true;
    }

    /** Whether one rank is run alone. */
    public boolean isReplay() {
        return replay;
    }

    /** The rank that is run alone; null where it was not said. */
    public Integer rank() {
        return rank;
    }

    public boolean isRestart() {
        return restart != null;
    }

    /** Whether a job that has checkpoints already shall go on from the newest. */
    public boolean isResumed() {
        return resume;
    }

    /** There is a good checkpoint where this job keeps its own: it begins there. */
    public void resume() {
        restart = directory;
    }

    public int rollbacks() {
        return rollbacks == null ? 0 : rollbacks;
    }

    /** What a restart needs to take checkpoints as this life does: pairs of option and value. */
    public List<String> words() {
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
    public List<String> inherit(List<String> words) {
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

    /** Where checkpoints go; null where it was not said. */
    public Path directory() {
        return directory;
    }

    /** When checkpoints are taken; null where it was not said. */
    public String every() {
        return every;
    }

    /** The directory of the checkpoint to begin at; null for the program's start. */
    public Path restart() {
        return restart;
    }

    /** The number of the checkpoint to begin at; null for the newest good one. */
    public Long at() {
        return at;
    }

    /** How long a checkpoint may take, in seconds. */
    public int patienceSeconds() {
        return patienceSeconds == null ? PATIENCE_SECONDS : patienceSeconds;
    }

    /** How many checkpoints stay; null where it was not said. */
    public Integer kept() {
        return kept;
    }
}
