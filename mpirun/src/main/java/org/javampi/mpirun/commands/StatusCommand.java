package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import org.javampi.job.JobFiles;
import org.javampi.job.control.ControlConnection.Body;
import org.javampi.job.control.MessageKind;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;

/** {@code javampirun status [JOB]}: what each rank of a running job of this host and user does or waits for. */
public final class StatusCommand {
    /** The word that it is called by. */
    public static final String NAME = "status";

    private final PrintStream out;
    private final PrintStream err;

    public StatusCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs it; answers the exit status. */
    public int run(List<String> words) {
        boolean help = words.contains("--help") || words.contains("-h");
        if (words.size() > 1 || help) {
            (help ? out : err)
                    .println(
                            "usage: javampirun status [JOB]   (JOB: the start of a job's name; needed when several run)");
            return help ? 0 : ExitStatus.USAGE;
        }
        JobFiles.sweep();
        UUID job = Visit.choose(
                NAME,
                JobFiles.running(),
                words.isEmpty() ? "" : words.get(0),
                "of this user runs on this host; a job is listed from its second second on");
        try {
            return Visit.ask(JobFiles.door(job), MessageKind.WANT_STATUS, Body.EMPTY, out, err);
        } catch (IOException e) {
            throw new LaunchFailure("status: job " + job + " does not answer: " + e.getMessage(), e);
        }
    }
}
