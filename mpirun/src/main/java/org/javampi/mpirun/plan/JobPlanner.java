package org.javampi.mpirun.plan;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.checkpoint.Manifest;
import org.javampi.job.vm.ThreadDeathPolicy;
import org.javampi.mpirun.archive.RuntimePrograms;
import org.javampi.mpirun.cli.Arguments;
import org.javampi.mpirun.cli.CheckpointOptions;
import org.javampi.mpirun.cli.LaunchOptions;
import org.javampi.mpirun.cli.OtherProgram;
import org.javampi.mpirun.cli.ProgramOptions;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.failure.WrongUsage;
import org.javampi.mpirun.hosts.HostSlots;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.hosts.Placement;
import org.javampi.mpirun.setting.Settings;
import org.javampi.river.trust.Entropy;

/**
 * Makes the plan of a job from the options, the surroundings, and the checkpoint it goes on from.
 */
public final class JobPlanner {
    /** How long hosts that an operator starts may take to come up. */
    private static final int LATE_SECONDS = 60;

    private static final int LAST_PORT = 65_535;

    private final LaunchOptions options;
    private final List<Path> runtimePath;
    private final PrintStream err;
    private final CheckpointPlanner checkpoints;

    /** The rank that runs alone, or null. */
    private ReplayPlan replayed;

    private final HostPlanner hosts;
    private static final String EAGER_BYTES = "eager.bytes";

    private Map<String, String> settings;

    /**
     * A planner of one job.
     *
     * @param options in which a restart notes what the checkpoint says
     */
    public JobPlanner(LaunchOptions options, List<Path> runtimePath, PrintStream err) {
        this.options = options;
        this.runtimePath = runtimePath;
        this.err = err;
        checkpoints = new CheckpointPlanner(options.checkpoints);
        hosts = new HostPlanner(options.hosts);
    }

    /**
     * Adds to the options what the checkpoint says that the job begins at, and checks them.
     *
     * @return the arguments, with the program's where the checkpoint names it
     * @throws WrongUsage when they do not fit each other
     */
    public Arguments prepare(Arguments typed) {
        resume();
        Arguments arguments = !options.checkpoints.isRestart()
                ? typed
                : options.checkpoints.isReplay() ? replay(typed) : inherit(typed);
        checkRanks(options.program);
        options.others().forEach(other -> checkRanks(other.own));
        check(options.ranksPerVm >= 1, "--vm-ranks " + options.ranksPerVm + ": at least 1 is needed");
        check(
                options.timeoutSeconds == null || options.timeoutSeconds >= 1,
                "--timeout " + options.timeoutSeconds + ": at least 1 second; leave it out for no limit");
        checkProgram(options.program, arguments);
        options.others().forEach(other -> checkProgram(other.own, other.arguments()));
        threadDeaths();
        checkClassPath(options.program);
        options.others().forEach(other -> checkClassPath(other.own));
        settings = new LinkedHashMap<>(options.settings);
        settings.putAll(options.hosts.settings());
        if (!options.transport.isEmpty()) {
            settings.put(Settings.TRANSPORT, options.transport);
        }
        if (options.deadlock != null) {
            settings.put(Settings.DEADLOCK, options.deadlock);
        }
        if (options.checked) {
            settings.put(Settings.CHECK, "true");
        }
        if (options.synchronousSends) {
            settings.put(EAGER_BYTES, "0");
        }
        settings.putAll(options.collectives.settings());
        try {
            Settings.check(settings);
            options.trace.check();
            options.discovery.check();
            if (options.discovery.isOn()) {
                hosts.checkDiscovered(options.others());
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
        return arguments;
    }

    /** Looks whether a job that may have been cut off has left checkpoints. */
    private void resume() {
        if (!options.checkpoints.isResumed()) {
            return;
        }
        Path directory = options.checkpoints.directory();
        check(directory != null, "--resume needs --checkpoint-dir DIR");
        check(!options.checkpoints.isRestart(), "--resume and --restart: one of them is enough");
        Manifest newest = CheckpointPlanner.newest(directory, err);
        if (newest != null) {
            options.checkpoints.resume();
        }
        err.println("javampirun: --resume: "
                + (newest == null
                        ? "no good checkpoint in " + directory + " yet: the program begins at its start"
                        : "going on from the newest checkpoint in " + directory));
    }

    private static void checkRanks(ProgramOptions program) {
        check(program.ranks == null || program.ranks >= 1, "-np " + program.ranks + ": at least 1 rank is needed");
    }

    private static void checkProgram(ProgramOptions program, Arguments arguments) {
        check(
                program.jar != null || !arguments.program().isEmpty(),
                "no program: javampirun -np 4 Program.java, a class name, or -jar X.jar"
                        + " (--help lists the options)");
    }

    /** A class path is searched in silence: an entry that is not there is a mistake that shows late. */
    private void checkClassPath(ProgramOptions program) {
        if (program.classPath == null
                || options.hosts.names().isNamed()
                || options.others().stream().anyMatch(other -> other.hosts.isNamed())) {
            return;
        }
        for (String entry : program.classPath.split(File.pathSeparator)) {
            boolean isJar = entry.endsWith(".jar") || entry.endsWith(".zip");
            check(
                    !isJar || Files.exists(Path.of(entry)),
                    "-cp " + entry + ": there is no such file (in "
                            + Path.of("").toAbsolutePath() + ")");
        }
    }

    /** The number of ranks that the command line asks for; 0 where the hosts decide. */
    public int ranksWanted() {
        Integer first = options.program.ranks;
        if (options.others().isEmpty()) {
            return first == null ? 0 : first;
        }
        return Math.max(1, first == null ? 1 : first)
                + options.others().stream()
                        .mapToInt(other -> other.own.ranks == null ? 1 : other.own.ranks)
                        .sum();
    }

    private Arguments inherit(Arguments typed) {
        Manifest from = checkpoints.manifest(err);
        int saved = from.resources().size();
        List<String> words = new ArrayList<>(LaunchOptions.launcherWords(from.command()));
        options.transparent |= words.remove(LaunchOptions.TRANSPARENT);
        if (words.remove(CheckpointOptions.RECORD)) {
            options.checkpoints.record();
        }
        List<String> inherited = new ArrayList<>(options.checkpoints.inherit(words));
        if (options.transparent) {
            inherited.add(LaunchOptions.TRANSPARENT);
        }
        if (options.checkpoints.isRecorded()) {
            inherited.add(CheckpointOptions.RECORD);
        }
        if (!inherited.isEmpty()) {
            err.println("javampirun: --restart: as before " + String.join(" ", inherited));
        }
        int wanted = ranksWanted();
        boolean isNamed = options.program.jar != null || !typed.program().isEmpty();
        Arguments arguments = isNamed ? typed : options.readAgain(from.command(), typed.jvm());
        check(
                isNamed || options.program.jar != null || !arguments.program().isEmpty(),
                "the checkpoint does not say which program it is of: name it");
        if (options.others().isEmpty()) {
            options.program.ranks = saved;
        } else if (!isNamed) {
            wanted = wanted == 0 ? saved : wanted;
        }
        check(
                wanted == 0 || wanted == saved,
                "-np " + wanted + ": the checkpoint has " + saved + (saved == 1 ? " rank" : " ranks"));
        return arguments;
    }

    /** One rank of a job that was recorded runs alone. */
    private Arguments replay(Arguments typed) {
        replayed = ReplayPlan.of(options.checkpoints, err);
        List<String> command = replayed.life().command();
        options.transparent |= LaunchOptions.launcherWords(command).contains(LaunchOptions.TRANSPARENT);
        boolean isNamed = options.program.jar != null || !typed.program().isEmpty();
        Arguments arguments =
                isNamed ? typed : options.readAgain(LaunchOptions.programOf(replayed.rank(), command), typed.jvm());
        check(
                ranksWanted() <= 1 || !isNamed,
                "-np " + ranksWanted() + ": --replay runs rank " + replayed.rank() + " alone");
        options.program.ranks = 1;
        return arguments;
    }

    /** The rank's JVM adds the arguments, and package mpi takes them away again. */
    private static List<String> withMpjArguments(List<String> jvm) {
        List<String> more = new ArrayList<>(jvm);
        more.add("-Djavampi.mpj.args=true");
        return more;
    }

    /**
     * Decides everything about the job that {@linkplain #prepare prepared} arguments ask for.
     *
     * @param leased VMs that it runs on instead of hosts, or null
     * @throws WrongUsage when something does not fit
     * @throws LaunchFailure when there is nothing to run
     */
    public JobPlan plan(Arguments arguments, List<HostSlots> leased) {
        HostPlanner.Choice choice;
        try {
            choice = hosts.choose(
                    options.program.ranks == null ? 0 : options.program.ranks,
                    options.others(),
                    options.ranksPerVm,
                    System.getenv(),
                    OwnNames.ofThisHost(),
                    leased);
            if (choice.placement().remote().isLocalOnly()) {
                Settings.checkFiles(settings);
                checkDirectory(options.program.directory);
                options.others().forEach(other -> checkDirectory(other.own.directory));
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
        if (choice.note() != null) {
            err.println("javampirun: " + choice.note());
        }
        if (choice.mayComeLate()) {
            settings.putIfAbsent(Settings.RETRY, Integer.toString(LATE_SECONDS));
        }
        if (options.job == null) {
            options.job = Entropy.uuid();
        }
        String given = options.program.classPath;
        String path = given != null ? given : System.getenv("CLASSPATH");
        List<String> command = new ArrayList<>(options.checkpoints.words());
        if (isFrozenAnywhere()) {
            command.add(LaunchOptions.TRANSPARENT);
        }
        if (options.checkpoints.isRecorded()) {
            command.add(CheckpointOptions.RECORD);
        }
        List<Application> applications = new ArrayList<>();
        command.addAll(command(options.program, arguments, path));
        applications.add(application(options.program, arguments, path, options.variables(), 0));
        for (OtherProgram other : options.others()) {
            String own = other.own.classPath != null ? other.own.classPath : path;
            List<String> variables = new ArrayList<>(options.variables());
            variables.addAll(other.own.passedVariables());
            command.add(":");
            command.addAll(command(other.own, other.arguments(), own));
            applications.add(application(other.own, other.arguments(), own, variables, applications.size()));
        }
        CheckpointPlan checkpointPlan;
        try {
            checkpointPlan = replayed != null
                    ? CheckpointPlan.none(isFrozenAnywhere(), replayed.settings())
                    : checkpoints.plan(command, isFrozenAnywhere(), err);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
        return new JobPlan(
                options.job,
                choice.placement(),
                applications,
                options.firstJvmOptions,
                isFrozenAnywhere() ? RewritingPath.added(runtimePath) : runtimePath,
                settings,
                new OutputPlan(
                        options.labels,
                        options.pattern,
                        options.timestamps,
                        options.outputFile,
                        options.outPattern,
                        options.errPattern,
                        options.merged,
                        options.grouped),
                InputPlan.of(options.input, choice.placement().layout().ranks()),
                threadDeaths(),
                timeoutSeconds(options.timeoutSeconds, System.getenv("MPIEXEC_TIMEOUT")),
                debugPort(choice.placement()),
                checkpointPlan);
    }

    private ThreadDeathPolicy threadDeaths() {
        if (options.threadException == null) {
            return ThreadDeathPolicy.END_WHEN_DAMAGED;
        }
        return switch (options.threadException) {
            case "end" -> ThreadDeathPolicy.END;
            case "report" -> ThreadDeathPolicy.REPORT;
            default ->
                throw new WrongUsage(
                        "--thread-exception " + options.threadException
                                + ": give report or end; without it, exceptions are reported and an OutOfMemoryError ends the job");
        };
    }

    /** With --check the program is only looked at. */
    private boolean isFrozenAnywhere() {
        return options.transparent && !options.checked;
    }

    private static void checkDirectory(Path directory) {
        check(
                directory == null || Files.isDirectory(directory),
                "--wdir " + directory + ": there is no such directory");
    }

    /**
     * One program of the job.
     *
     * @param path its class path, or null
     * @param variables that the job's programs get; its own come behind them
     * @param number of the program, from 0
     */
    private Application application(
            ProgramOptions own, Arguments arguments, String path, List<String> variables, int number) {
        List<String> all = new ArrayList<>(variables);
        all.addAll(own.ownVariables());
        return new Application(
                Program.resolve(
                        own.jar,
                        arguments.program(),
                        path == null ? "." : path,
                        Program.classesOf(options.job, number)),
                traced(jvmOptions(own.jar, options.mpjArguments ? withMpjArguments(arguments.jvm()) : arguments.jvm())),
                environment(all),
                own.directory);
    }

    private int debugPort(Placement placement) {
        if (options.debugPort == null) {
            return 0;
        }
        int last = options.debugPort + placement.layout().machines() - 1;
        check(
                options.debugPort >= 1 && last <= LAST_PORT,
                "-debug " + options.debugPort + ": ports " + options.debugPort + " to " + last + " must be within 1 to "
                        + LAST_PORT);
        check(placement.remote().isLocalOnly(), "-debug " + options.debugPort + ": all ranks must be on this host");
        return options.debugPort;
    }

    /** As the option says; else as MPIEXEC_TIMEOUT does, which other launchers know; else 0 for any time. */
    static int timeoutSeconds(Integer option, String variable) {
        if (option != null || variable == null || variable.isBlank()) {
            return option == null ? 0 : option;
        }
        check(
                variable.matches("[1-9]\\d{0,8}"),
                "MPIEXEC_TIMEOUT=" + variable + ": give a number of seconds, or unset it");
        return Integer.parseInt(variable);
    }

    private List<String> traced(List<String> jvm) {
        return options.trace.isOn() ? options.trace.jvmOptions(jvm, RuntimePrograms.mainClass("trace")) : jvm;
    }

    /** The options that the program's jar asks for, then the user's. */
    private static List<String> jvmOptions(String jar, List<String> users) {
        List<String> all = new ArrayList<>(Program.manifestOptions(jar));
        all.addAll(users);
        return all;
    }

    /** The words that a restart needs to run the same program, from whichever directory. */
    private List<String> command(ProgramOptions own, Arguments arguments, String path) {
        List<String> command = new ArrayList<>();
        if (!options.others().isEmpty()) {
            command.addAll(List.of("-np", own.ranks == null ? "1" : own.ranks.toString()));
        }
        if (path != null && own.jar == null) {
            command.addAll(List.of("-cp", Program.absolute(path)));
        }
        command.addAll(options.mpjArguments ? withMpjArguments(arguments.jvm()) : arguments.jvm());
        if (own.jar != null) {
            command.addAll(List.of("-jar", Program.absolute(own.jar)));
        }
        List<String> words = new ArrayList<>(arguments.program());
        if (own.jar == null && Program.isSource(words.get(0))) {
            words.set(0, Program.absolute(words.get(0)));
        }
        command.addAll(words);
        return command;
    }

    private static Map<String, String> environment(List<String> variables) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : variables) {
            String[] parts = variable.split("=", 2);
            String value = parts.length == 2 ? parts[1] : System.getenv(parts[0]);
            check(
                    value != null && !parts[0].isEmpty(),
                    "'" + variable
                            + "' (-x, -genvlist, -envlist): no such environment variable; write -x V=value to set it");
            environment.put(parts[0], value);
        }
        return environment;
    }

    private static void check(boolean good, String refusal) {
        if (!good) {
            throw new WrongUsage(refusal);
        }
    }
}
