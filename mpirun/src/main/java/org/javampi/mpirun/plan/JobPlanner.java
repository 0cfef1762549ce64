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
import org.javampi.mpirun.cli.Arguments;
import org.javampi.mpirun.cli.LaunchOptions;
import org.javampi.mpirun.cli.PicocliReader;
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
        Arguments arguments = options.checkpoints.isRestart() ? inherit(typed) : typed;
        check(options.ranks == null || options.ranks >= 1, "-np " + options.ranks + ": at least 1 rank is needed");
        check(options.ranksPerVm >= 1, "--vm-ranks " + options.ranksPerVm + ": at least 1 is needed");
        check(
                options.timeoutSeconds == null || options.timeoutSeconds >= 1,
                "--timeout " + options.timeoutSeconds + ": at least 1 second; leave it out for no limit");
        check(
                options.jar != null || !arguments.program().isEmpty(),
                "no program: javampirun -np 4 Program.java, a class name, or -jar X.jar"
                        + " (--help lists the options)");
        check(
                List.of("report", "end").contains(options.threadException),
                "--thread-exception " + options.threadException + ": give report or end (default: report)");
        checkClassPath();
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
            options.discovery.check();
            if (options.discovery.isOn()) {
                hosts.checkDiscovered();
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
        return arguments;
    }

    /** A class path is searched in silence: an entry that is not there is a mistake that shows late. */
    private void checkClassPath() {
        if (options.classPath == null || options.hosts.namesHosts()) {
            return;
        }
        for (String entry : options.classPath.split(File.pathSeparator)) {
            boolean isJar = entry.endsWith(".jar") || entry.endsWith(".zip");
            check(
                    !isJar || Files.exists(Path.of(entry)),
                    "-cp " + entry + ": there is no such file (in "
                            + Path.of("").toAbsolutePath() + ")");
        }
    }

    private Arguments inherit(Arguments typed) {
        Manifest from = checkpoints.manifest(err);
        int saved = from.resources().size();
        check(
                options.ranks == null || options.ranks == saved,
                "-np " + options.ranks + ": the checkpoint has " + saved + (saved == 1 ? " rank" : " ranks"));
        options.ranks = saved;
        List<String> before = new PicocliReader(options).split(from.command()).launcher();
        List<String> inherited = options.checkpoints.inherit(before);
        if (!inherited.isEmpty()) {
            err.println("javampirun: --restart: as before " + String.join(" ", inherited));
        }
        return options.jar == null && typed.program().isEmpty() ? again(from, typed.jvm()) : typed;
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
        List<String> words = arguments.program();
        List<String> jvm = options.mpjArguments ? withMpjArguments(arguments.jvm()) : arguments.jvm();
        HostPlanner.Choice choice;
        try {
            choice = hosts.choose(
                    options.ranks == null ? 0 : options.ranks,
                    options.ranksPerVm,
                    System.getenv(),
                    OwnNames.ofThisHost(),
                    leased);
            if (choice.placement().remote().isLocalOnly()) {
                Settings.checkFiles(settings);
                check(
                        options.directory == null || Files.isDirectory(options.directory),
                        "--wdir " + options.directory + ": there is no such directory");
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
        if (choice.mayComeLate()) {
            settings.putIfAbsent(Settings.RETRY, Integer.toString(LATE_SECONDS));
        }
        if (options.job == null) {
            options.job = Entropy.uuid();
        }
        String path = options.classPath != null ? options.classPath : System.getenv("CLASSPATH");
        CheckpointPlan checkpointPlan;
        try {
            checkpointPlan = checkpoints.plan(command(path, jvm, words), err);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
        return new JobPlan(
                options.job,
                choice.placement(),
                Program.resolve(options.jar, words, path == null ? "." : path, Program.classesOf(options.job)),
                jvmOptions(jvm),
                options.firstJvmOptions,
                environment(),
                options.directory,
                runtimePath,
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
                options.threadException.equals("end"),
                timeoutSeconds(),
                debugPort(choice.placement()),
                checkpointPlan);
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
    private int timeoutSeconds() {
        String variable = System.getenv("MPIEXEC_TIMEOUT");
        if (options.timeoutSeconds != null || variable == null || variable.isBlank()) {
            return options.timeoutSeconds == null ? 0 : options.timeoutSeconds;
        }
        check(
                variable.matches("[1-9]\\d{0,8}"),
                "MPIEXEC_TIMEOUT=" + variable + ": give a number of seconds, or unset it");
        return Integer.parseInt(variable);
    }

    /** The options that the program's jar asks for, then the user's. */
    private List<String> jvmOptions(List<String> users) {
        List<String> all = new ArrayList<>(Program.manifestOptions(options.jar));
        all.addAll(users);
        return all;
    }

    /** The words that a restart needs to run the same program. */
    private List<String> command(String path, List<String> jvm, List<String> words) {
        List<String> command = new ArrayList<>(options.checkpoints.words());
        if (path != null && options.jar == null) {
            command.addAll(List.of("-cp", path));
        }
        command.addAll(jvm);
        if (options.jar != null) {
            command.addAll(List.of("-jar", options.jar));
        }
        command.addAll(words);
        return command;
    }

    /** The arguments of a restart whose command line names no program: the checkpoint does. */
    private Arguments again(Manifest from, List<String> typed) {
        Arguments saved = new PicocliReader(options).split(from.command());
        for (int i = 0; i + 1 < saved.launcher().size(); i += 2) {
            String value = saved.launcher().get(i + 1);
            switch (saved.launcher().get(i)) {
                case "-jar" -> options.jar = value;
                case "-cp" -> options.classPath = options.classPath == null ? value : options.classPath;
                default -> {
                    // About checkpoints: inherited.
                }
            }
        }
        check(
                options.jar != null || !saved.program().isEmpty(),
                "the checkpoint does not say which program it is of: name it");
        List<String> jvm = new ArrayList<>(saved.jvm());
        jvm.addAll(typed);
        return new Arguments(saved.launcher(), jvm, saved.program());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : options.variables()) {
            String[] parts = variable.split("=", 2);
            String value = parts.length == 2 ? parts[1] : System.getenv(parts[0]);
            check(
                    value != null && !parts[0].isEmpty(),
                    "-x " + variable + ": no such environment variable; write -x V=value to set it");
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
