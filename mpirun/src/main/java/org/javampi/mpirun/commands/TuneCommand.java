package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.javampi.mpirun.archive.RuntimePrograms;
import org.javampi.mpirun.failure.ExitStatus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code javampirun tune}: jobs that measure collective algorithms and write rules, or check rules
 * that are there.
 *
 * <p>A machine changes while it is measured, and one run of one program sees little of that. So
 * what a first job finds for each number of ranks is measured again by further ones, in turns,
 * after all the first.
 */
@Command(
        name = "javampirun tune",
        sortOptions = false,
        description = {
            "Measures on this machine which collective algorithms are faster than the built-in choices, and writes"
                    + " rules for --coll-file. With --check it measures what rules that are there change, and ends with"
                    + " status 1 when something is slower than the built-in choice."
        })
public final class TuneCommand {
    private static final String DEFAULT_OUTPUT = "javampi-tuned.rules";

    /** One more than must have had steady times. */
    private static final int QUICK_CONFIRMATIONS = 4;

    private static final int CONFIRMATIONS = 6;
    private static final int QUICK_PAUSE_MILLIS = 500;
    private static final int PAUSE_MILLIS = 5_000;

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
            description = "file to write (default " + DEFAULT_OUTPUT + ")")
    private Path output;

    @Option(
            names = {"-quick", "--quick"},
            description = "four sizes and default parameters only")
    private boolean quick;

    @Option(
            names = {"-check", "--check"},
            paramLabel = "FILE",
            description =
                    "measure what the rules of FILE change against the built-in choices, in several windows of time;"
                            + " write nothing")
    private Path check;

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
    public TuneCommand(String about, PrintStream out, PrintStream err) {
        this.about = about;
        this.out = out;
        this.err = err;
    }

    /** Runs each job by {@code launcher}; answers the status of the first that fails, or 0. */
    public int run(List<String> words, ToIntFunction<List<String>> launcher) {
        CommandLine command = new CommandLine(this);
        try {
            command.parseArgs(words.toArray(new String[0]));
        } catch (ParameterException e) {
            err.println("javampirun tune: " + e.getMessage() + "; see javampirun tune --help");
            return ExitStatus.USAGE;
        }
        if (help) {
            command.usage(out);
            return 0;
        }
        List<Integer> worlds =
                ranks.isEmpty() ? List.of(Math.max(2, Runtime.getRuntime().availableProcessors())) : ranks;
        for (int world : worlds) {
            if (world < 2) {
                err.println("javampirun tune: -np " + world + ": at least 2 ranks are needed");
                return ExitStatus.USAGE;
            }
        }
        String refusal = check != null ? refusalToCheck() : refusalToWrite();
        if (refusal != null) {
            err.println("javampirun tune: " + refusal);
            return ExitStatus.USAGE;
        }
        if (check != null) {
            // The others too where one is slower.
            int first = 0;
            for (int world : worlds) {
                int status = launcher.applyAsInt(checking(world));
                first = first == 0 ? status : first;
            }
            return first;
        }
        return tune(worlds, launcher);
    }

    private String refusalToCheck() {
        if (!Files.isRegularFile(check) || !Files.isReadable(check)) {
            return "--check " + check + ": there is no such file that can be read; tune writes one";
        }
        if (output != null) {
            return "--check writes nothing: leave out --output " + output;
        }
        return quick ? "--check takes the sizes that the rules are for: leave out --quick" : null;
    }

    private String refusalToWrite() {
        Path file = written();
        if (Files.isDirectory(file)) {
            return "--output " + file + ": that is a directory; name a file";
        }
        return Files.isDirectory(file.getParent())
                ? null
                : "--output " + file + ": there is no directory " + file.getParent();
    }

    private Path written() {
        return (output == null ? Path.of(DEFAULT_OUTPUT) : output)
                .toAbsolutePath()
                .normalize();
    }

    private int tune(List<Integer> worlds, ToIntFunction<List<String>> launcher) {
        Path folder;
        try {
            folder = folder();
        } catch (IOException e) {
            err.println("javampirun tune: no directory for what is found: " + e);
            return ExitStatus.FAILED;
        }
        try {
            return tune(worlds, folder, launcher);
        } finally {
            remove(folder, worlds.size());
        }
    }

    private int tune(List<Integer> worlds, Path folder, ToIntFunction<List<String>> launcher) {
        List<List<String>> jobs = new ArrayList<>();
        for (int i = 0; i < worlds.size(); i++) {
            jobs.add(finding(worlds.get(i), findings(folder, i)));
        }
        int confirmations = quick ? QUICK_CONFIRMATIONS : CONFIRMATIONS;
        for (int turn = 1; turn <= confirmations; turn++) {
            for (int i = 0; i < worlds.size(); i++) {
                boolean last = turn == confirmations;
                jobs.add(confirming(worlds.get(i), findings(folder, i), last, i > 0));
            }
        }
        int status = 0;
        for (int i = 0; i < jobs.size() && status == 0; i++) {
            status = launcher.applyAsInt(jobs.get(i));
        }
        return status;
    }

    private void remove(Path folder, int count) {
        try {
            for (int i = 0; i < count; i++) {
                Files.deleteIfExists(findings(folder, i));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            err.println("javampirun tune: cannot be removed: " + e);
        }
    }

    private Path folder() throws IOException {
        return dryRun
                ? Path.of(System.getProperty("java.io.tmpdir"), "javampi-tune")
                : Files.createTempDirectory("javampi-tune");
    }

    private static Path findings(Path folder, int index) {
        return folder.resolve(index + ".findings");
    }

    private List<String> finding(int world, Path findings) {
        List<String> job = job(world, "tune", findings);
        if (quick) {
            job.add("--quick");
        }
        String medium = transport.isEmpty() ? "" : ", transport " + transport;
        job.add("--about=" + about + medium);
        job.addAll(collectives);
        return job;
    }

    private List<String> confirming(int world, Path findings, boolean last, boolean further) {
        List<String> job = job(world, "tune-confirmation", findings);
        job.add("--pause=" + (quick ? QUICK_PAUSE_MILLIS : PAUSE_MILLIS));
        if (last) {
            job.add("--into=" + written());
            if (further) {
                job.add("--append");
            }
        }
        return job;
    }

    private List<String> checking(int world) {
        List<String> job = job(world, "tune-check", check.toAbsolutePath().normalize());
        job.addAll(collectives);
        return job;
    }

    /** The command line of one job, up to the first argument of its program. */
    private List<String> job(int world, String program, Path file) {
        List<String> job = new ArrayList<>(List.of("-np", Integer.toString(world)));
        if (!transport.isEmpty()) {
            job.addAll(List.of("--transport", transport));
        }
        if (dryRun) {
            job.add("--dry-run");
        }
        job.addAll(List.of(RuntimePrograms.mainClass(program), file.toString()));
        return job;
    }
}
