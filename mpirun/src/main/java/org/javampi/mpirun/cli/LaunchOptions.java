package org.javampi.mpirun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.mpirun.failure.WrongUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The launcher's options as they were typed. */
@Command(
        name = "javampirun",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        synopsisHeading = "usage: ",
        customSynopsis = {
            "javampirun [options] -np N [JVM options] PROGRAM [arguments]",
            "       javampirun [options] -np N PROGRAM [arguments] : -np M PROGRAM [arguments]",
            "       javampirun tune [-np N] [--output FILE] [--quick] [COLLECTIVE...]",
            "       javampirun tune --check FILE [-np N] [COLLECTIVE...]",
            "       javampirun status [JOB]",
            "       javampirun checkpoint take|ls|show|diff|watch ...",
            "       javampirun suspend [JOB] | migrate [JOB] RANK HOST | drain [JOB] HOST",
            "       javampirun [options] -np N console | javampirun console JOB"
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
            "Exit status: 0 if every rank ended with 0; else that of the rank that failed first: 128 + n for",
            "a signal, the code of MPI_Abort; 75 if it was suspended; 123 if --check found mistakes; 124 for",
            "--timeout; 125 for a deadlock; 2 for wrong usage; 1 when there is nothing to run, or no way to."
        })
public final class LaunchOptions {
    /** Option: the program does not help. */
    public static final String TRANSPARENT = "--transparent";

    private static final String PROGRAM_FILE = "-configfile";

    /** The first program's; the only one's, mostly. */
    @Mixin
    public ProgramOptions program = new ProgramOptions();

    @Option(
            names = {"-vm-ranks", "--vm-ranks"},
            paramLabel = "K",
            description = "ranks hosted by each JVM (default 1)")
    public int ranksPerVm = 1;

    @Option(
            names = {"-transport", "--transport"},
            paramLabel = "T",
            description = "shm, tcp or shm,tcp (default: the best that reaches each peer)")
    public String transport = "";

    @Option(
            names = {"-genv"},
            arity = "2",
            paramLabel = "V",
            hidden = true,
            description = "set an environment variable: -genv V val, as hydra has it")
    List<String> generalVariables = new ArrayList<>();

    @Option(
            names = {"-genvlist"},
            paramLabel = "V,W",
            hidden = true,
            description = "pass environment variables on, as hydra has it")
    List<String> variableLists = new ArrayList<>();

    @Option(
            names = {"-genvall"},
            hidden = true,
            description = "pass all environment variables on to other hosts, as hydra has it")
    boolean allVariables;

    @Option(
            names = {"-genvnone"},
            hidden = true,
            description = "pass no environment variable on to other hosts; the default, as hydra has it")
    boolean noVariables;

    @Option(
            names = {"-debug", "--debug"},
            paramLabel = "PORT",
            description =
                    "let a debugger attach to rank R at PORT + R (JDWP); ranks wait for it with --set debug.suspend=true")
    public Integer debugPort;

    @Option(
            names = {"-l", "-prepend-rank", "--prepend-rank", "--tag-output", "-tag-output"},
            description = "begin each line of output with [rank]")
    public boolean labels;

    @Option(
            names = {"-prepend-pattern", "--prepend-pattern"},
            paramLabel = "P",
            description = "begin each line of output with P, where %%r is the rank and %%h its host: '[%%r@%%h] '")
    public String pattern;

    @Option(
            names = {"-timestamp-output", "--timestamp-output"},
            description = "begin each line of output with the time")
    public boolean timestamps;

    @Option(
            names = {"-output-filename", "--output-filename"},
            paramLabel = "F",
            description = "write the output and the errors of each rank to the file F.RANK")
    public String outputFile;

    @Option(
            names = {"-outfile-pattern", "--outfile-pattern"},
            paramLabel = "P",
            description = "write the output of each rank to the file P, where %%r is the rank and %%h its host")
    public String outPattern;

    @Option(
            names = {"-errfile-pattern", "--errfile-pattern"},
            paramLabel = "P",
            description = "write the errors of each rank to the file P, where %%r is the rank and %%h its host")
    public String errPattern;

    @Option(
            names = {"-merge-stderr-to-stdout", "--merge-stderr-to-stdout"},
            description = "write the ranks' errors to standard output, too")
    public boolean merged;

    @Option(
            names = {"-group", "--group"},
            description = "show lines that several ranks write alike once: [0-7] ready")
    public boolean grouped;

    @Option(
            names = {"-stdin", "--stdin"},
            paramLabel = "R|all|none",
            description = "the rank that gets standard input (default 0), all ranks, or none")
    public String input;

    @Option(
            names = {"-thread-exception", "--thread-exception"},
            paramLabel = "report|end",
            description =
                    "what an uncaught exception in another thread than main does: it is reported with its rank and"
                            + " the job goes on, or it ends the job. Default: report, but an OutOfMemoryError ends the job")
    public String threadException;

    @Option(
            names = {"-timeout", "--timeout"},
            paramLabel = "S",
            description = "end the job after S seconds, and tell what each rank waits for; status 124")
    public Integer timeoutSeconds;

    @Option(
            names = {"-mpj-args", "--mpj-args"},
            description = "give main three arguments (rank, ranks, device) before its own, as MPJ Express did")
    public boolean mpjArguments;

    @Option(
            names = {"-deadlock", "--deadlock"},
            paramLabel = "end|keep",
            description = "a job in which no rank can go on ends with status 125 (default), or is only reported")
    public String deadlock;

    @Option(
            names = {"-check", "--check"},
            description = "watch the calls of the ranks for mistakes: messages that nobody receives, requests that are"
                    + " never completed, types and counts that differ, and others; status 123 if there are any")
    public boolean checked;

    @Option(
            names = {"-transparent", TRANSPARENT},
            description =
                    "with --checkpoint-dir: save the program as it is, which need not know of checkpoints; with"
                            + " --check: list, without running it, the places where that cannot be, status 123 if there are any")
    public boolean transparent;

    @Option(
            names = {"-sync-sends", "--sync-sends"},
            description = "no message is buffered: shows programs that hang with longer messages (eager.bytes=0)")
    public boolean synchronousSends;

    @Option(
            names = {"-set", "--set"},
            paramLabel = "key=value",
            description = "one of the settings that --list-settings names; may be repeated")
    public Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    public HostOptions hosts = new HostOptions();

    @Mixin
    public DiscoverOptions discovery = new DiscoverOptions();

    @Mixin
    public CollectiveOptions collectives = new CollectiveOptions();

    @Mixin
    public TraceOptions trace = new TraceOptions();

    @Option(
            names = {PROGRAM_FILE, "--configfile", "-app", "--app"},
            paramLabel = "FILE",
            description = "several programs, one on each line of FILE with its options: -np 2 Prog args")
    Path programFile;

    @Option(
            names = {"-job", "--job"},
            paramLabel = "UUID",
            description = "name the job (default: a random name)")
    public UUID job;

    @Mixin
    public CheckpointOptions checkpoints = new CheckpointOptions();

    @Option(
            names = {"-oversubscribe", "--oversubscribe"},
            description = "never needed: --discover does not say that ranks share processors",
            hidden = true)
    public boolean oversubscribe;

    @Option(
            names = {"-allow-run-as-root", "--allow-run-as-root"},
            description = "accepted: never needed",
            hidden = true)
    boolean allowRunAsRoot;

    @Option(
            names = {"-dry-run", "--dry-run", "-do-not-launch", "--do-not-launch"},
            description = "print what would be started, and start nothing")
    public boolean dryRun;

    @Option(
            names = {"-v", "-verbose", "--verbose"},
            description = "say on standard error what is done, and when: hosts, commands, class paths")
    public boolean verbose;

    @Option(
            names = {"-list-settings", "--list-settings"},
            description = "print all settings with their defaults")
    public boolean listSettings;

    @Option(
            names = {"--make-archives"},
            description = "make the distribution's class-data archives",
            hidden = true)
    public boolean makeArchives;

    @Option(
            names = {"--first-jvm-option"},
            description = "an option of the first JVM only; may be repeated",
            hidden = true)
    public List<String> firstJvmOptions = new ArrayList<>();

    @Option(
            names = {"--exit-in-order"},
            description = "let the launcher's JVM end in order, which writes archives",
            hidden = true)
    public boolean exitInOrder;

    private final List<OtherProgram> others = new ArrayList<>();

    @Option(
            names = {"-version", "--version", "-V"},
            description = "print the version")
    public boolean version;

    @Option(
            names = {"-h", "-help", "--help"},
            description = "print this help")
    public boolean help;

    /**
     * Reads a command line.
     *
     * @return the first program's part; {@link #others} has the rest
     * @throws WrongUsage when it is wrong
     */
    public Arguments read(List<String> words) {
        Arguments arguments = ProgramList.isIn(words) ? null : readPlainly(words);
        return arguments != null ? arguments : readFully(words);
    }

    private Arguments readFully(List<String> words) {
        PicocliReader reader = new PicocliReader(this);
        List<List<String>> programs = ProgramList.split(words);
        Arguments first = reader.read(programs.get(0));
        if (programFile != null) {
            if (!first.program().isEmpty() || programs.size() > 1) {
                throw new WrongUsage(PROGRAM_FILE + " " + programFile + " names the programs: leave out "
                        + String.join(" ", first.program().isEmpty() ? programs.get(1) : first.program()));
            }
            programs = ProgramList.read(PROGRAM_FILE, programFile);
            programs.get(0).addAll(0, reader.without(PROGRAM_FILE, first));
            first = reader.read(programs.get(0));
        }
        programs.subList(1, programs.size()).forEach(one -> others.add(OtherProgram.read(one, reader.spec())));
        return first;
    }

    /** The launcher's options in the words by which a job is restarted. */
    public static List<String> launcherWords(List<String> command) {
        return new PicocliReader(new LaunchOptions())
                .split(ProgramList.split(command).get(0))
                .launcher();
    }

    /**
     * The words about the program that a rank has run, of a job that may have run several.
     *
     * @param command the words that all were saved with
     */
    public static List<String> programOf(int rank, List<String> command) {
        List<List<String>> programs = ProgramList.split(command);
        int first = 0;
        for (List<String> words : programs) {
            int place = words.indexOf("-np");
            first += place < 0 ? 1 : Integer.parseInt(words.get(place + 1));
            if (rank < first || programs.size() == 1) {
                return words;
            }
        }
        return programs.get(programs.size() - 1);
    }

    /**
     * Takes the programs of a job that is restarted, as an earlier command line has named them.
     *
     * @param command the words that they were saved with
     * @param jvmOptions more options of their JVMs
     * @return the first program's part
     */
    public Arguments readAgain(List<String> command, List<String> jvmOptions) {
        PicocliReader reader = new PicocliReader(new LaunchOptions());
        List<List<String>> programs = ProgramList.split(command);
        Arguments first = reader.split(programs.get(0));
        List<String> pairs = new ArrayList<>(first.launcher());
        pairs.removeAll(List.of(TRANSPARENT, CheckpointOptions.RECORD));
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            String value = pairs.get(i + 1);
            switch (pairs.get(i)) {
                case "-np" -> program.ranks = Integer.valueOf(value);
                case "-jar" -> program.jar = value;
                case "-cp" -> program.classPath = program.classPath == null ? value : program.classPath;
                default -> {
                    // About checkpoints: inherited.
                }
            }
        }
        programs.subList(1, programs.size())
                .forEach(one -> others.add(OtherProgram.read(one, reader.spec()).withJvmOptions(jvmOptions)));
        return first.withJvmOptions(jvmOptions);
    }

    /** The programs beside the first. */
    public List<OtherProgram> others() {
        return others;
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

    /** Variables that the ranks of all programs get: {@code V} or {@code V=val}. */
    public List<String> variables() {
        List<String> all = new ArrayList<>(program.variables);
        all.addAll(VariableNames.of(allVariables, generalVariables, variableLists));
        return all;
    }

    private void take(PlainOption.Given given) {
        String value = given.value();
        switch (given.option()) {
            case RANKS -> program.ranks = Integer.valueOf(value);
            case RANKS_PER_VM -> ranksPerVm = Integer.parseInt(value);
            case TRANSPORT -> transport = value;
            case VARIABLE -> program.variables.add(value);
            case DIRECTORY -> program.directory = Path.of(value);
            case CLASS_PATH -> program.classPath = value;
            case JAR -> program.jar = value;
            case LABELS -> labels = true;
            case TIMEOUT -> timeoutSeconds = Integer.parseInt(value);
            case SETTING -> {
                int equals = value.indexOf('=');
                settings.put(value.substring(0, equals), value.substring(equals + 1));
            }
            case HOSTS -> hosts.names.lists.add(value);
            case HOSTFILE -> hosts.names.hostfile = Path.of(value);
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
}
