package org.javampi.mpirun;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.javampi.mpirun.hosts.HostSlots;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.hosts.Placement;
import org.javampi.river.JobFiles;
import org.javampi.river.JobHold;
import org.javampi.river.checkpoint.Manifest;
import org.javampi.river.control.Entropy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The launcher: {@code javampirun -np N Program}. */
@Command(
        name = "javampirun",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        synopsisHeading = "usage: ",
        customSynopsis = {
            "javampirun [options] -np N [JVM options] PROGRAM [arguments]",
            "       javampirun tune [-np N] [--output FILE] [--quick] [COLLECTIVE...]",
            "       javampirun tune --check FILE [-np N] [COLLECTIVE...]",
            "       javampirun checkpoint [JOB]",
            "       javampirun ckpt ls|show|diff|watch DIR ..."
        },
        description = {
            "Runs a Java MPI program as N ranks. PROGRAM is a source file (Prog.java, compiled on the"
                    + " way), a class on the class path, or -jar X.jar.",
            ""
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  javampirun -np 4 Prog.java 1000            arguments go behind the program",
            "  javampirun -np 4 -Xmx1g -cp classes Prog   options of the JVM before it",
            "  javampirun -np 8 -host a:4,b:4 -cp classes Prog",
            "  javampirun -np 2 --timeout 10 Prog.java    where it hangs, if it does",
            "",
            "Exit status: 0 if every rank ended with 0; else that of the rank that failed",
            "first: 128 + n for a signal, the code of MPI_Abort; 124 for --timeout; 2 for",
            "wrong usage; 1 when there is nothing to run, or no way to."
        })
public final class Javampirun {
    /** Wrong usage. */
    public static final int USAGE = 2;

    /** The launcher itself has failed. */
    public static final int FAILED = 1;

    /** How long hosts that an operator starts may take to come up. */
    private static final int LATE_SECONDS = 60;

    private static final String VERSION = "0.1.0";

    private static final List<String> NUMBER_OF_RANKS = List.of("-np", "-n", "-c", "--np");

    @Option(
            names = {"-np", "-n", "-c", "--np"},
            paramLabel = "N",
            description = "number of ranks (default 1, or all slots of the hosts that are named)")
    private Integer ranks;

    @Option(
            names = {"-vm-ranks", "--vm-ranks"},
            paramLabel = "K",
            description = "ranks hosted by each JVM (default 1)")
    private int ranksPerVm = 1;

    @Option(
            names = {"-transport", "--transport"},
            paramLabel = "T",
            description = "shm, tcp or shm,tcp (default: the best that reaches each peer)")
    private String transport = "";

    @Option(
            names = {"-x"},
            paramLabel = "V[=val]",
            description = "pass environment variable V on, or set it; may be repeated")
    private List<String> variables = new ArrayList<>();

    @Option(
            names = {"-wdir", "--wd", "-wd", "--wdir"},
            paramLabel = "DIR",
            description = "directory in which the ranks start")
    private Path directory;

    @Option(
            names = {"-cp", "-classpath", "--class-path", "--classpath"},
            paramLabel = "PATH",
            description = "class path of the program (default $CLASSPATH or .)")
    private String classPath;

    @Option(
            names = {"-jar", "--jar"},
            paramLabel = "X.jar",
            description = "run the main class of a jar")
    private String jar;

    @Option(
            names = {"-l", "-prepend-rank", "--prepend-rank", "--tag-output", "-tag-output"},
            description = "begin each line of output with [rank]")
    private boolean labels;

    @Option(
            names = {"-timeout", "--timeout"},
            paramLabel = "S",
            description = "end the job after S seconds, with each rank's stacks; status 124")
    private Integer timeoutSeconds;

    @Option(
            names = {"-set", "--set"},
            paramLabel = "key=value",
            description = "one of the settings that --list-settings names; may be repeated")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin private HostOptions hosts = new HostOptions();

    @Mixin private DiscoverOptions discovery = new DiscoverOptions();

    @Mixin private CollectiveOptions collectives = new CollectiveOptions();

    @Option(
            names = {"-job", "--job"},
            paramLabel = "UUID",
            description = "name the job (default: a random name)")
    private UUID job;

    @Mixin private CheckpointOptions checkpoints = new CheckpointOptions();

    @Option(
            names = {"-oversubscribe", "--oversubscribe"},
            description = "accepted: never needed",
            hidden = true)
    private boolean oversubscribe;

    @Option(
            names = {"-allow-run-as-root", "--allow-run-as-root"},
            description = "accepted: never needed",
            hidden = true)
    private boolean allowRunAsRoot;

    @Option(
            names = {"-dry-run", "--dry-run", "-do-not-launch", "--do-not-launch"},
            description = "print what would be started, and start nothing")
    private boolean dryRun;

    @Option(
            names = {"-list-settings", "--list-settings"},
            description = "print all settings with their defaults")
    private boolean listSettings;

    @Option(
            names = {"--make-archives"},
            description = "make the distribution's class-data archives",
            hidden = true)
    private boolean makeArchives;

    @Option(
            names = {"--first-jvm-option"},
            description = "an option of the first JVM only; may be repeated",
            hidden = true)
    private List<String> firstJvmOptions = new ArrayList<>();

    @Option(
            names = {"--exit-in-order"},
            description = "let the launcher's JVM end in order, which writes archives",
            hidden = true)
    private boolean exitInOrder;

    @Option(
            names = {"-version", "--version", "-V"},
            description = "print the version")
    private boolean version;

    @Option(
            names = {"-h", "-help", "--help"},
            description = "print this help")
    private boolean help;

    /** The VMs that the job runs on; null without {@code --discover}. */
    private LeasedVms vms;

    /** Taken before the job's first file is made; null as long as there is none. */
    private JobHold hold;

    private final List<Path> runtimePath;
    private final LongSupplier clock;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A launcher.
     *
     * @param runtimePath class path of the ranks' runtime: jars or class directories
     */
    public Javampirun(List<Path> runtimePath, PrintStream out, PrintStream err) {
        this(runtimePath, System::nanoTime, System.in, out, err);
    }

    /**
     * A launcher with a clock and a standard input of its own.
     *
     * @param clock what {@code --timeout} goes by, in nanoseconds
     * @param in goes to rank 0 when that is on another host; on this host rank 0 has the process's
     */
    Javampirun(
            List<Path> runtimePath,
            LongSupplier clock,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.clock = clock;
        this.in = in;
        this.runtimePath = runtimePath;
        this.out = out;
        this.err = err;
    }

    /** The command. */
    public static void main(String[] words) {
        Javampirun launcher = new Javampirun(RuntimePath.own(), System.out, System.err);
        int status = launcher.run(List.of(words));
        System.out.flush();
        if (launcher.exitInOrder) {
            System.exit(status);
        }
        // halt: nothing of the launcher's is left to end in order, and a shutdown hook's worth of
        // time counts.
        Runtime.getRuntime().halt(status);
    }

    /** Runs one command line to its end; answers the exit status. */
    public int run(List<String> words) {
        if (!words.isEmpty() && words.get(0).equals("tune")) {
            return new TuneCommand(about(), out, err)
                    .run(
                            words.subList(1, words.size()),
                            job -> new Javampirun(runtimePath, out, err).run(job));
        }
        try {
            return perform(words);
        } catch (WrongUsage e) {
            err.println("javampirun: " + e.getMessage());
            return USAGE;
        } catch (LaunchFailure e) {
            err.println("javampirun: " + e.getMessage());
            return FAILED;
        } finally {
            if (vms != null) {
                vms.close();
            }
        }
    }

    private int perform(List<String> words) {
        if (!words.isEmpty() && words.get(0).equals(CkptCommand.NAME)) {
            return new CkptCommand(out, err).run(words.subList(1, words.size()));
        }
        if (!words.isEmpty() && words.get(0).equals(CheckpointCommand.NAME)) {
            return new CheckpointCommand(out, err).run(words.subList(1, words.size()));
        }
        Arguments arguments = read(words);
        if (help || version || listSettings) {
            return inform();
        }
        if (collectives.isListing()) {
            return collectives.list(runtimePath, classPath, out, err);
        }
        if (makeArchives) {
            return new ArchiveMaker(runtimePath, out).make();
        }
        try {
            JobPlan plan = plan(arguments);
            if (dryRun) {
                plan.describe(out);
                return 0;
            }
            warnOfSeveralPrograms(plan.program().arguments());
            if (hosts.displayMap) {
                plan.describeMap(out);
            }
            return run(plan);
        } finally {
            letGo();
        }
    }

    /** Of other launchers' users some expect a program of its own behind each colon. */
    private void warnOfSeveralPrograms(List<String> arguments) {
        int colon = arguments.indexOf(":");
        if (colon >= 0
                && colon + 1 < arguments.size()
                && NUMBER_OF_RANKS.contains(arguments.get(colon + 1))) {
            err.println(
                    "javampirun: ':' begins no second program: all ranks run the first, and get "
                            + String.join(" ", arguments.subList(colon, arguments.size()))
                            + " as arguments; let one program branch by its rank");
        }
    }

    private Arguments read(List<String> words) {
        Arguments arguments = readPlainly(words);
        return arguments != null ? arguments : new PicocliReader(this).read(words);
    }

    /** Reads a command line without picocli; null, and nothing done, if that cannot be. */
    Arguments readPlainly(List<String> words) {
        PlainOption.Line line = PlainOption.read(words);
        if (line == null) {
            return null;
        }
        line.options().forEach(this::take);
        return line.arguments();
    }

    private void take(PlainOption.Given given) {
        String value = given.value();
        switch (given.option()) {
            case RANKS -> ranks = Integer.valueOf(value);
            case RANKS_PER_VM -> ranksPerVm = Integer.parseInt(value);
            case TRANSPORT -> transport = value;
            case VARIABLE -> variables.add(value);
            case DIRECTORY -> directory = Path.of(value);
            case CLASS_PATH -> classPath = value;
            case JAR -> jar = value;
            case LABELS -> labels = true;
            case TIMEOUT -> timeoutSeconds = Integer.parseInt(value);
            case SETTING -> {
                int equals = value.indexOf('=');
                settings.put(value.substring(0, equals), value.substring(equals + 1));
            }
            case HOSTS -> hosts.lists.add(value);
            case HOSTFILE -> hosts.hostfile = Path.of(value);
            case BIND_TO -> hosts.bindTo = value;
            case REPORT_BINDINGS -> hosts.reportBindings = true;
            case RULE -> collectives.rules.add(value);
            case EXPLAIN -> collectives.explain = true;
            case OVERSUBSCRIBE -> oversubscribe = true;
            case RUN_AS_ROOT -> allowRunAsRoot = true;
            case DRY_RUN -> dryRun = true;
            case VERSION -> version = true;
            case EXIT_IN_ORDER -> exitInOrder = true;
            default -> throw new IllegalStateException(given.option() + " is not read");
        }
    }

    /** The version, and the commit where a checkout's script says so. */
    private static String about() {
        String commit = System.getenv("JAVAMPI_COMMIT");
        return "javampi " + VERSION + (commit == null ? "" : " (" + commit + ")");
    }

    /** The name of the job that was run, or null if it did not come to that. */
    UUID job() {
        return job;
    }

    /** Says that this launcher keeps files of the job: who finds it gone removes them. */
    private void hold() {
        if (hold != null) {
            return;
        }
        try {
            hold = JobFiles.hold(job);
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** Removes the job's files. */
    private void letGo() {
        if (hold == null) {
            return;
        }
        JobFiles.remove(job);
        try {
            hold.close();
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private static LaunchFailure cannotKeep(IOException e) {
        return new LaunchFailure("cannot keep the job's files: " + e.getMessage(), e);
    }

    /** Runs a job to its last life's end. */
    private int run(JobPlan plan) {
        if (plan.keepsFiles()) {
            hold();
        }
        try {
            return live(plan, hold == null ? JobHold.none() : hold);
        } catch (IOException e) {
            throw cannotKeep(e);
        } finally {
            JobFiles.remove(plan.job());
            JobFiles.sweep();
        }
    }

    /** Runs a job; again from its last checkpoint when it dies and that is wished. */
    private int live(JobPlan first, JobHold held) throws IOException {
        JobPlan plan = first;
        Set<String> lost = new LinkedHashSet<>();
        for (int left = checkpoints.rollbacks(); ; left--) {
            int status;
            boolean died;
            try (Job job = new Job(plan, held, vms, clock, in, out, err)) {
                status = job.run();
                died = job.hasDied();
                lost.addAll(job.lostHosts());
            }
            if (status == 0 || !died || left == 0) {
                return status;
            }
            Placement next = without(lost, plan);
            if (next == null) {
                err.println("javampirun: --ft: no host is left to go on with");
                return status;
            }
            Manifest last = CheckpointOptions.newest(plan.checkpoints().directory(), err);
            if (last != null && first.checkpoints().from() == null && !last.job().equals(job)) {
                // Of another job that has used the directory before.
                last = null;
            }
            err.println(
                    "javampirun: --ft: "
                            + (last == null
                                    ? "there is no checkpoint yet: starting anew"
                                    : "going on from checkpoint "
                                            + last.epoch()
                                            + " at point "
                                            + last.point())
                            + ", "
                            + (left - 1)
                            + " more times allowed"
                            + (lost.isEmpty() ? "" : ", without " + String.join(", ", lost)));
            plan = plan.from(last, next);
        }
    }

    /** Where a job goes on that has lost hosts; null when there is none left. */
    private Placement without(Set<String> lost, JobPlan plan) {
        List<HostSlots> left;
        if (vms == null) {
            left = plan.placement().hostsWithout(lost);
        } else {
            vms.drop(lost);
            left = vms.lease(plan.ranks(), hosts.perHost());
        }
        return left.isEmpty() ? null : plan.placement().on(left);
    }

    private int inform() {
        if (help) {
            new PicocliReader(this).usage(out);
        } else if (version) {
            out.println("javampi " + VERSION + " (MPI-1.2), Java " + Runtime.version());
        } else {
            Settings.describe(out);
        }
        return 0;
    }

    private JobPlan plan(Arguments arguments) {
        List<String> words = arguments.program();
        List<String> jvm = arguments.jvm();
        if (checkpoints.isRestart()) {
            Manifest from = checkpoints.manifest(err);
            int saved = from.resources().size();
            check(
                    ranks == null || ranks == saved,
                    "-np " + ranks + ": the checkpoint has " + CkptCommand.ranks(saved));
            ranks = saved;
            List<String> before = new PicocliReader(this).split(from.command()).launcher();
            List<String> inherited = checkpoints.inherit(before);
            if (!inherited.isEmpty()) {
                err.println("javampirun: --restart: as before " + String.join(" ", inherited));
            }
            if (jar == null && words.isEmpty()) {
                return again(from, jvm);
            }
        }
        check(ranks == null || ranks >= 1, "-np " + ranks + ": at least 1 rank is needed");
        check(ranksPerVm >= 1, "--vm-ranks " + ranksPerVm + ": at least 1 is needed");
        check(
                timeoutSeconds == null || timeoutSeconds >= 1,
                "--timeout " + timeoutSeconds + ": at least 1 second; leave it out for no limit");
        check(
                jar != null || !words.isEmpty(),
                "no program: javampirun -np 4 Program.java, a class name, or -jar X.jar"
                        + " (--help lists the options)");
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(hosts.settings());
        if (!transport.isEmpty()) {
            all.put(Settings.TRANSPORT, transport);
        }
        all.putAll(collectives.settings());
        HostOptions.Choice choice;
        try {
            Settings.check(all);
            discovery.check();
            vms = discovery.isOn() ? discovery.open() : null;
            choice =
                    hosts.choose(
                            ranks == null ? 0 : ranks,
                            ranksPerVm,
                            System.getenv(),
                            OwnNames.ofThisHost(),
                            vms);
            if (choice.placement().remote().isLocalOnly()) {
                Settings.checkFiles(all);
                check(
                        directory == null || Files.isDirectory(directory),
                        "--wdir " + directory + ": there is no such directory");
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
        if (choice.mayComeLate()) {
            all.putIfAbsent(Settings.RETRY, Integer.toString(LATE_SECONDS));
        }
        if (job == null) {
            job = Entropy.uuid();
        }
        String path = classPath != null ? classPath : System.getenv("CLASSPATH");
        CheckpointPlan checkpointPlan;
        try {
            checkpointPlan = checkpoints.plan(command(path, jvm, words), err);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
        if (jar == null && Program.isSource(words.get(0))) {
            hold();
        }
        Program program = Program.resolve(jar, words, path == null ? "." : path, runtimePath, job);
        return new JobPlan(
                job,
                choice.placement(),
                program,
                jvm,
                firstJvmOptions,
                environment(),
                directory,
                runtimePath,
                all,
                labels,
                timeoutSeconds == null ? 0 : timeoutSeconds,
                checkpointPlan);
    }

    /** The words that a restart needs to run the same program. */
    private List<String> command(String path, List<String> jvm, List<String> words) {
        List<String> command = new ArrayList<>(checkpoints.words());
        if (path != null && jar == null) {
            command.addAll(List.of("-cp", path));
        }
        command.addAll(jvm);
        if (jar != null) {
            command.addAll(List.of("-jar", jar));
        }
        command.addAll(words);
        return command;
    }

    /** The plan of a restart whose command line names no program: the checkpoint does. */
    private JobPlan again(Manifest from, List<String> typed) {
        Arguments saved = new PicocliReader(this).split(from.command());
        for (int i = 0; i + 1 < saved.launcher().size(); i += 2) {
            String value = saved.launcher().get(i + 1);
            switch (saved.launcher().get(i)) {
                case "-jar" -> jar = value;
                case "-cp" -> classPath = classPath == null ? value : classPath;
                default -> {
                    // About checkpoints: inherited.
                }
            }
        }
        check(
                jar != null || !saved.program().isEmpty(),
                "the checkpoint does not say which program it is of: name it");
        List<String> jvm = new ArrayList<>(saved.jvm());
        jvm.addAll(typed);
        return plan(new Arguments(saved.launcher(), jvm, saved.program()));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : variables) {
            String[] parts = variable.split("=", 2);
            String value = parts.length == 2 ? parts[1] : System.getenv(parts[0]);
            check(
                    value != null && !parts[0].isEmpty(),
                    "-x "
                            + variable
                            + ": no such environment variable; write -x V=value to set it");
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
