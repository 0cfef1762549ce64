package org.javampi.mpirun.commands;

import java.io.PrintStream;
import java.util.List;
import org.javampi.job.control.CheckpointWish;
import org.javampi.mpirun.failure.ExitStatus;

/**
 * {@code javampirun checkpoint [JOB]}: asks a running job of this host and user for a checkpoint.
 */
public final class CheckpointCommand {
    /** The word that it is called by. */
    public static final String NAME = "checkpoint";

    private static final String USAGE = String.join(
            System.lineSeparator(),
            "usage: javampirun checkpoint take [JOB]      (JOB: the start of a job's name)",
            "       javampirun checkpoint ls DIR          the checkpoints in a directory",
            "       javampirun checkpoint show|diff|watch DIR ...   --help says more");

    private final PrintStream out;
    private final PrintStream err;

    public CheckpointCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs it; answers the exit status. */
    public int run(List<String> typed) {
        List<String> jobs = !typed.isEmpty() && typed.get(0).equals("take") ? typed.subList(1, typed.size()) : typed;
        if (jobs.contains("--help") || jobs.contains("-h") || jobs.contains("-help")) {
            out.println(USAGE);
            return 0;
        }
        if (jobs.size() > 1 || !jobs.isEmpty() && jobs.get(0).startsWith("-")) {
            err.println(USAGE);
            return ExitStatus.USAGE;
        }
        return new CheckpointVisit(NAME, out, err)
                .tell(jobs.isEmpty() ? "" : jobs.get(0), CheckpointWish.of(CheckpointWish.Verb.TAKE));
    }
}
