package org.javampi.mpirun;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.javampi.job.agent.ServiceThreadDeath;
import org.javampi.mpirun.archive.ArchiveMaker;
import org.javampi.mpirun.cli.Arguments;
import org.javampi.mpirun.cli.LaunchOptions;
import org.javampi.mpirun.cli.PicocliReader;
import org.javampi.mpirun.cli.Version;
import org.javampi.mpirun.commands.CheckpointCommand;
import org.javampi.mpirun.commands.CkptCommand;
import org.javampi.mpirun.commands.CollectiveListing;
import org.javampi.mpirun.commands.ConsoleCommand;
import org.javampi.mpirun.commands.DrainCommand;
import org.javampi.mpirun.commands.FreezeListing;
import org.javampi.mpirun.commands.MigrateCommand;
import org.javampi.mpirun.commands.StatusCommand;
import org.javampi.mpirun.commands.SuspendCommand;
import org.javampi.mpirun.commands.TuneCommand;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.failure.WrongUsage;
import org.javampi.mpirun.hosts.HostSlots;
import org.javampi.mpirun.launch.Console;
import org.javampi.mpirun.launch.JobLives;
import org.javampi.mpirun.launch.KeptFiles;
import org.javampi.mpirun.launch.LauncherSignals;
import org.javampi.mpirun.launch.LeasedVms;
import org.javampi.mpirun.output.StepLog;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.mpirun.plan.JobPlanner;
import org.javampi.mpirun.setting.Settings;
import org.javampi.river.platform.Platform;
import org.javampi.river.trust.Entropy;

/** The launcher: {@code javampirun -np N Program}. */
public final class Javampirun {
    private final LaunchOptions options = new LaunchOptions();

    private final List<Path> runtimePath;
    private final Console console;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A launcher.
     *
     * @param runtimePath class path of the ranks' runtime: jars or class directories
     */
    public Javampirun(List<Path> runtimePath, PrintStream out, PrintStream err) {
        this(runtimePath, new Console(System.in, out, err, System::nanoTime, LauncherSignals.none()));
    }

    /** A launcher in a process, or in a part of one. */
    Javampirun(List<Path> runtimePath, Console console) {
        this.console = console;
        this.runtimePath = runtimePath;
        out = console.out();
        err = console.err();
    }

    /** The command. */
    public static void main(String[] words) {
        refuseUnknownPlatform("javampirun");
        Thread.setDefaultUncaughtExceptionHandler(
                new ServiceThreadDeath("javampirun", System.err, () -> System.exit(ExitStatus.FAILED)));
        Javampirun launcher = new Javampirun(
                RuntimePath.own(),
                new Console(System.in, System.out, System.err, System::nanoTime, LauncherSignals.install()));
        int status = launcher.run(List.of(words));
        System.out.flush();
        if (launcher.options.exitInOrder) {
            System.exit(status);
        }
        // halt: nothing of the launcher's is left to end in order, and a shutdown hook's worth of
        // time counts.
        Runtime.getRuntime().halt(status);
    }

    /** Ends this process when its environment names a platform that there is not. */
    static void refuseUnknownPlatform(String command) {
        try {
            Platform.current();
        } catch (IllegalStateException e) {
            System.err.println(command + ": " + e.getMessage());
            System.exit(ExitStatus.USAGE);
        }
    }

    /** Runs one command line to its end; answers the exit status. */
    public int run(List<String> words) {
        if (!words.isEmpty() && words.get(0).equals("tune")) {
            return new TuneCommand(Version.text(), out, err)
                    .run(words.subList(1, words.size()), job -> new Javampirun(runtimePath, out, err).run(job));
        }
        try {
            return perform(words);
        } catch (WrongUsage e) {
            err.println("javampirun: " + e.getMessage());
            return ExitStatus.USAGE;
        } catch (InvalidPathException e) {
            err.println("javampirun: '" + e.getInput() + "' is no name of a file here (" + e.getReason()
                    + "); for letters beyond ASCII set LC_ALL=C.UTF-8");
            return ExitStatus.USAGE;
        } catch (LaunchFailure e) {
            err.println("javampirun: " + e.getMessage());
            return ExitStatus.FAILED;
        }
    }

    private int perform(List<String> words) {
        ToIntFunction<List<String>> command = words.isEmpty() ? null : command(words.get(0));
        return command == null ? launch(words) : command.applyAsInt(words.subList(1, words.size()));
    }

    /** What a first word asks for that is no program's; null for others. */
    private ToIntFunction<List<String>> command(String name) {
        return switch (name) {
            case CkptCommand.NAME -> new CkptCommand(out, err)::run;
            case StatusCommand.NAME -> new StatusCommand(out, err)::run;
            case CheckpointCommand.NAME -> this::checkpoint;
            case SuspendCommand.NAME -> new SuspendCommand(out, err)::run;
            case MigrateCommand.NAME -> new MigrateCommand(out, err)::run;
            case DrainCommand.NAME -> new DrainCommand(out, err)::run;
            case ConsoleCommand.NAME -> new ConsoleCommand(console.in(), out, err)::attach;
            default -> null;
        };
    }

    /** Of a running job, or of those in a directory. */
    private int checkpoint(List<String> words) {
        return !words.isEmpty() && CkptCommand.knows(words.get(0))
                ? new CkptCommand(out, err).run(words)
                : new CheckpointCommand(out, err).run(words);
    }

    private int launch(List<String> words) {
        Arguments arguments = options.read(words);
        if (options.help || options.version || options.listSettings) {
            return inform();
        }
        if (options.collectives.isListing()) {
            return new CollectiveListing(out, err).print(runtimePath, options.program.classPath);
        }
        if (options.collectives.drawn() != null) {
            return draw(arguments.program());
        }
        if (options.makeArchives) {
            return new ArchiveMaker(
                            runtimePath, Javampirun.class, job -> new Javampirun(runtimePath, out, out).run(job), out)
                    .make();
        }
        if (arguments.program().equals(List.of(ConsoleCommand.NAME))) {
            return console(words);
        }
        JobPlanner planner = new JobPlanner(options, runtimePath, err);
        Arguments prepared = planner.prepare(arguments);
        if (!options.discovery.isOn()) {
            return launch(planner.plan(prepared, null), null);
        }
        try (LeasedVms vms = new LeasedVms(options.discovery.river())) {
            List<HostSlots> leased = vms.lease(planner.ranksWanted(), options.hosts.perHost());
            if (leased.isEmpty()) {
                throw new LaunchFailure("--discover: " + vms.whyNone());
            }
            JobPlan plan = planner.plan(prepared, leased);
            if (!options.oversubscribe) {
                vms.crowded(plan.layout()).forEach(line -> err.println("javampirun: " + line));
            }
            return launch(plan, vms);
        }
    }

    private int draw(List<String> words) {
        Integer ranks = options.program.ranks;
        if (words.size() != 1 || !words.get(0).endsWith(".svg") || ranks == null || ranks < 2) {
            throw new WrongUsage("--draw-coll " + options.collectives.drawn()
                    + ": give 2 or more ranks and a file to write: -np 8 out.svg");
        }
        return new CollectiveListing(out, err)
                .draw(runtimePath, options.program.classPath, options.collectives.drawn(), ranks, words.get(0));
    }

    /** Ranks without a program, and a prompt for them. */
    private int console(List<String> words) {
        List<String> job = new ArrayList<>(words.subList(0, words.size() - 1));
        job.add(ConsoleCommand.RANKS);
        // The prompt reads standard input, not rank 0.
        Javampirun ranks = new Javampirun(
                runtimePath, new Console(InputStream.nullInputStream(), out, err, console.clock(), console.signals()));
        ranks.options.job = Entropy.uuid();
        return new ConsoleCommand(console.in(), out, err).around(ranks.options.job, () -> ranks.run(job));
    }

    private int launch(JobPlan plan, LeasedVms vms) {
        if (options.dryRun) {
            plan.describe(out);
            return 0;
        }
        if (options.hosts.displayMap) {
            plan.describeMap(out);
        }
        try (KeptFiles files = new KeptFiles()) {
            JobLives lives = new JobLives(vms, options.hosts.perHost(), files, console, steps());
            return options.transparent && options.checked
                    ? lives.compiled(plan, new FreezeListing(out, err)::print)
                    : lives.run(plan);
        }
    }

    private StepLog steps() {
        if (!options.verbose) {
            return StepLog.silent();
        }
        long now = System.currentTimeMillis();
        long start = ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElse(now);
        return StepLog.to(err::println, () -> System.currentTimeMillis() - start);
    }

    /** The name of the job that was run, or null if it did not come to that. */
    UUID job() {
        return options.job;
    }

    private int inform() {
        if (options.help) {
            new PicocliReader(options).usage(out);
        } else if (options.version) {
            Version.print(runtimePath, out);
        } else {
            Settings.describe(out);
        }
        return 0;
    }
}
