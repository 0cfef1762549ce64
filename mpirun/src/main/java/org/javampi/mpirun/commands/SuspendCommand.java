package org.javampi.mpirun.commands;

import java.io.PrintStream;
import java.util.List;
import org.javampi.job.control.CheckpointWish;

/** {@code javampirun suspend [JOB]}: a running job takes a checkpoint and ends there, to be resumed later or elsewhere. */
public final class SuspendCommand {
    /** The word that it is called by. */
    public static final String NAME = "suspend";

    private static final String USAGE =
            "usage: javampirun suspend [JOB]   (JOB: the start of a job's name; needed when several run)";

    private final CheckpointVisit visit;

    public SuspendCommand(PrintStream out, PrintStream err) {
        visit = new CheckpointVisit(NAME, out, err);
    }

    /** Runs it; answers the exit status. */
    public int run(List<String> words) {
        return visit.isMistyped(words, 0, 1, USAGE)
                ? CheckpointVisit.mistyped(words)
                : visit.tell(words.isEmpty() ? "" : words.get(0), CheckpointWish.of(CheckpointWish.Verb.SUSPEND));
    }
}
