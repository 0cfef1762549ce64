package org.javampi.mpirun;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code javampirun tune}: one job for each number of ranks, whose program measures collective
 * algorithms and writes rules.
 */
@Command(
        name = "javampirun tune",
        sortOptions = false,
        description = {
            "Measures on this machine which collective algorithms are faster than the built-in choices, and writes"
                    + " rules for --coll-file."
        })
final class TuneCommand {
    private static final String PROGRAM = "org.javampi.collectives.tune.Tuner";

    @Option(
            names = {"-np", "-n", "--np"},
            paramLabel = "N",
            split = ",",
            description = "numbers of ranks (default: one for each core, at least 2)")
    private List<Integer> ranks = new ArrayList<>();

    @Option(
            names = {"-transport", "--transport"},
            paramLabel = "T",
            description = "shm, tcp or shm,tcp (default: the best that reaches each peer)")
    private String transport = "";

    @Option(
            names = {"-output", "--output", "-o"},
            paramLabel = "FILE",
            description = "file to write (default ${DEFAULT-VALUE})")
    private Path output = Path.of("javampi-tuned.rules");

    @Option(
            names = {"-quick", "--quick"},
            description = "four sizes and default parameters only")
    private boolean quick;

    @Option(
            names = {"-dry-run", "--dry-run"},
            description = "print what would be started, and start nothing")
    private boolean dryRun;

    @Option(
            names = {"-h", "-help", "--help"},
            description = "print this help")
    private boolean help;

    @Parameters(paramLabel = "COLLECTIVE", description = "bcast, allreduce ... (default all)")
    private List<String> collectives = new ArrayList<>();

    private final String about;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A command.
     *
     * @param about what is measured: name and version
     */
    TuneCommand(String about, PrintStream out, PrintStream err) {
        this.about = about;
        this.out = out;
        this.err = err;
    }

    /** Runs each job by {@code launcher}; answers the status of the first that fails, or 0. */
    int run(List<String> words, ToIntFunction<List<String>> launcher) {
        CommandLine command = new CommandLine(this);
        try {
            command.parseArgs(words.toArray(new String[0]));
        } catch (ParameterException e) {
            err.println("javampirun tune: " + e.getMessage() + "; see javampirun tune --help");
            return Javampirun.USAGE;
        }
        if (help) {
            command.usage(out);
            return 0;
        }
        List<Integer> worlds =
                ranks.isEmpty()
                        ? List.of(Math.max(2, Runtime.getRuntime().availableProcessors()))
                        : ranks;
        for (int world : worlds) {
            if (world < 2) {
                err.println("javampirun tune: -np " + world + ": at least 2 ranks are needed");
                return Javampirun.USAGE;
            }
        }
        int status = 0;
        for (int i = 0; i < worlds.size() && status == 0; i++) {
            status = launcher.applyAsInt(job(worlds.get(i), i > 0));
        }
        return status;
    }

    /** The command line of one job. */
    private List<String> job(int world, boolean further) {
        List<String> job = new ArrayList<>(List.of("-np", Integer.toString(world)));
        if (!transport.isEmpty()) {
            job.addAll(List.of("--transport", transport));
        }
        if (dryRun) {
            job.add("--dry-run");
        }
        job.addAll(List.of(PROGRAM, output.toAbsolutePath().normalize().toString()));
        if (quick) {
            job.add("--quick");
        }
        if (further) {
            job.add("--append");
        }
        String medium = transport.isEmpty() ? "" : ", transport " + transport;
        job.add("--about=" + about + medium);
        job.addAll(collectives);
        return job;
    }
}
