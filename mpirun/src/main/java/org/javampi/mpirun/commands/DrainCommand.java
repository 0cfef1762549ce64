package org.javampi.mpirun.commands;

import java.io.PrintStream;
import java.util.List;
import org.javampi.job.control.CheckpointWish;

/** {@code javampirun drain [JOB] HOST}: all ranks of a host of a running job go on on its other hosts. */
public final class DrainCommand {
    /** The word that it is called by. */
    public static final String NAME = "drain";

    private static final String USAGE =
            "usage: javampirun drain [JOB] HOST   (JOB: the start of a job's name; needed when several run)";

    private final CheckpointVisit visit;

    public DrainCommand(PrintStream out, PrintStream err) {
        visit = new CheckpointVisit(NAME, out, err);
    }

    /** Runs it; answers the exit status. */
    public int run(List<String> words) {
        return visit.isMistyped(words, 1, 2, USAGE)
                ? CheckpointVisit.mistyped(words)
                : visit.tellAndFollow(
                        words.size() == 2 ? words.get(0) : "",
                        new CheckpointWish(CheckpointWish.Verb.DRAIN, 0, words.get(words.size() - 1)));
    }
}
