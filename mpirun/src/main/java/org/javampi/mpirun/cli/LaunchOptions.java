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
            "       javampirun tune [-np N] [--output FILE] [--quick] [COLLECTIVE...]",
            "       javampirun tune --check FILE [-np N] [COLLECTIVE...]",
            "       javampirun status [JOB]",
            "       javampirun checkpoint take|ls|show|diff|watch ..."
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
            "first: 128 + n for a signal, the code of MPI_Abort; 123 if --check found mistakes; 124 for --timeout;",
            "125 for a deadlock; 2 for wrong usage; 1 when there is nothing to run, or no way to."
        })
public final class LaunchOptions {
    /** Variables that say something of a host or a login there. */
    private static final List<String> OWN_OF_A_HOST = List.of(
            "PATH", "HOME", "HOSTNAME", "USER", "LOGNAME", "SHELL", "PWD", "OLDPWD", "TMPDIR", "TERM", "SHLVL", "_");

    @Option(
            names = {"-np", "-n", "-c", "--np"},
            paramLabel = "N",
            description = "number of ranks (default 1, or all slots of the hosts that are named)")
    public Integer ranks;

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
            names = {"-x"},
            paramLabel = "V[=val]",
            description = "pass environment variable V on, or set it; may be repeated")
    public List<String> variables = new ArrayList<>();

    @Option(
            names = {"-genv", "-env"},
            arity = "2",
            paramLabel = "V",
            hidden = true,
            description = "set an environment variable: -genv V val, as hydra has it")
    List<String> generalVariables = new ArrayList<>();

    @Option(
            names = {"-genvlist", "-envlist"},
            paramLabel = "V,W",
            hidden = true,
            description = "pass environment variables on, as hydra has it")
    List<String> variableLists = new ArrayList<>();

    @Option(
            names = {"-genvall", "-envall"},
            hidden = true,
            description = "pass all environment variables on to other hosts, as hydra has it")
    boolean allVariables;

    @Option(
            names = {"-genvnone", "-envnone"},
            hidden = true,
            description = "pass no environment variable on to other hosts; the default, as hydra has it")
    boolean noVariables;

    @Option(
            names = {"-debug", "--debug"},
            paramLabel = "PORT",
            description = "let a debugger attach to rank R at PORT + R (JDWP); ranks do not wait for it")
    public Integer debugPort;

    @Option(
            names = {"-wdir", "--wd", "-wd", "--wdir"},
            paramLabel = "DIR",
            description = "directory in which the ranks start")
    public Path directory;

    @Option(
            names = {"-cp", "-classpath", "--class-path", "--classpath"},
            paramLabel = "PATH",
            description = "class path of the program (default $CLASSPATH or .)")
    public String classPath;

    @Option(
            names = {"-jar", "--jar"},
            paramLabel = "X.jar",
            description = "run the main class of a jar")
    public String jar;

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
            description = "what an uncaught exception in another thread than main does: it is reported with its rank"
                    + " (default), or it ends the job; an OutOfMemoryError always ends it")
    public String threadException = "report";

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

    @Option(
            names = {"-job", "--job"},
            paramLabel = "UUID",
            description = "name the job (default: a random name)")
    public UUID job;

    @Mixin
    public CheckpointOptions checkpoints = new CheckpointOptions();

    @Option(
            names = {"-oversubscribe", "--oversubscribe"},
            description = "accepted: never needed",
            hidden = true)
    boolean oversubscribe;

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
     * @throws WrongUsage when it is wrong
     */
    public Arguments read(List<String> words) {
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

    /** Variables that ranks get: {@code V} or {@code V=val}. */
    public List<String> variables() {
        List<String> all = new ArrayList<>(variables);
        for (int i = 0; i + 1 < generalVariables.size(); i += 2) {
            all.add(generalVariables.get(i) + "=" + generalVariables.get(i + 1));
        }
        variableLists.forEach(list -> all.addAll(List.of(list.split(","))));
        if (allVariables) {
            System.getenv().keySet().stream()
                    .filter(name -> !OWN_OF_A_HOST.contains(name))
                    .forEach(all::add);
        }
        return all;
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
}
