package org.javampi.mpirun.commands;

import java.io.PrintStream;
import java.util.List;
import org.javampi.job.control.CheckpointWish;
import org.javampi.mpirun.failure.WrongUsage;

/** {@code javampirun migrate [JOB] RANK HOST}: one rank of a running job goes on on another host. */
public final class MigrateCommand {
    /** The word that it is called by. */
    public static final String NAME = "migrate";

    private static final String USAGE =
            "usage: javampirun migrate [JOB] RANK HOST   (JOB: the start of a job's name; needed when several run)";

    private final CheckpointVisit visit;

    public MigrateCommand(PrintStream out, PrintStream err) {
        visit = new CheckpointVisit(NAME, out, err);
    }

    /** Runs it; answers the exit status. */
    public int run(List<String> words) {
        if (visit.isMistyped(words, 2, 3, USAGE)) {
            return CheckpointVisit.mistyped(words);
        }
        String rank = words.get(words.size() - 2);
        String host = words.get(words.size() - 1);
        if (!rank.matches("\\d{1,9}")) {
            throw new WrongUsage("migrate: '" + rank + "' is not the number of a rank; " + USAGE);
        }
        return visit.tellAndFollow(
                words.size() == 3 ? words.get(0) : "",
                new CheckpointWish(CheckpointWish.Verb.MIGRATE, Integer.parseInt(rank), host));
    }
}
