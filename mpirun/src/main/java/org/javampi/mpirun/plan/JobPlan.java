package org.javampi.mpirun.plan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.javampi.checkpoint.Manifest;
import org.javampi.checkpoint.Recordings;
import org.javampi.job.vm.ThreadDeathPolicy;
import org.javampi.mpirun.hosts.Layout;
import org.javampi.mpirun.hosts.Placement;
import org.javampi.mpirun.hosts.RemoteStart;
import org.javampi.mpirun.setting.Settings;

/**
 * Everything that is to be started, decided before anything is.
 *
 * @param job names the job
 * @param placement which rank goes where, and how other hosts are reached
 * @param applications the programs, in the order of their ranks
 * @param firstJvmOptions more options of the first JVM
 * @param runtimePath class path of the runtime
 * @param settings of the runtime
 * @param output what becomes of the ranks' output
 * @param input which ranks get standard input
 * @param threadDeaths what an uncaught exception in a thread of the program does
 * @param timeoutSeconds longest life, 0 for any
 * @param debugPort where a debugger finds the first JVM, the others behind it; 0 for nowhere
 * @param checkpoints what it does about them
 */
public record JobPlan(
        UUID job,
        Placement placement,
        List<Application> applications,
        List<String> firstJvmOptions,
        List<Path> runtimePath,
        Map<String, String> settings,
        OutputPlan output,
        InputPlan input,
        ThreadDeathPolicy threadDeaths,
        int timeoutSeconds,
        int debugPort,
        CheckpointPlan checkpoints) {
    private static final String VM_MAIN = "org.javampi.job.vm.VirtualMachineMain";
    private static final String AGENT_MAIN = "org.javampi.job.agent.HostAgentMain";
    private static final String AGENT_JARS = "river-";

    /** Has all in it. */
    private static final String ONE_JAR = "javampi.jar";

    /** Which rank goes where. */
    public Layout layout() {
        return placement.layout();
    }

    /** How other hosts are reached. */
    public RemoteStart remote() {
        return placement.remote();
    }

    /** Number of ranks. */
    public int ranks() {
        return layout().ranks();
    }

    /** Whether its launcher keeps files as long as it lives. */
    public boolean keepsFiles() {
        return applications.stream().anyMatch(one -> one.program().isSource()) || checkpoints.isOn();
    }

    /** The same job's next life: from a checkpoint on, or from the program's start. */
    public JobPlan from(Manifest manifest, Placement next) {
        return with(next, checkpoints.from(manifest));
    }

    /** The same life, whose recording has begun, where it is to be recorded. */
    public JobPlan recorded() throws IOException {
        if (!checkpoints.recorded()) {
            return this;
        }
        Recordings recordings = new Recordings(checkpoints.directory());
        return with(placement, checkpoints.recordedIn(recordings.begin(checkpoints.life(job, ranks()))));
    }

    private JobPlan with(Placement next, CheckpointPlan planned) {
        return new JobPlan(
                job,
                next,
                applications,
                firstJvmOptions,
                runtimePath,
                settings,
                output,
                input,
                threadDeaths,
                timeoutSeconds,
                debugPort,
                planned);
    }

    /** The same job with its programs compiled. */
    public JobPlan with(List<Program> compiled) {
        List<Application> made = new ArrayList<>();
        for (int i = 0; i < applications.size(); i++) {
            made.add(applications.get(i).with(compiled.get(i)));
        }
        return new JobPlan(
                job,
                placement,
                made,
                firstJvmOptions,
                runtimePath,
                settings,
                output,
                input,
                threadDeaths,
                timeoutSeconds,
                debugPort,
                checkpoints);
    }

    /** What a VM runs. */
    public Application application(int machine) {
        return applications.get(layout().shareOf(machine));
    }

    /** The number of what a VM runs, from 0 (MPI-4.1 11.10.3, MPI_APPNUM). */
    public int applicationNumber(int machine) {
        return layout().shareOf(machine);
    }

    /** What ranks are told: the user's settings and the plan's own. */
    public Map<String, String> allSettings() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(checkpoints.settings());
        return all;
    }

    /** Whether the program's class path is copied to other hosts. */
    public boolean ships() {
        return Boolean.parseBoolean(settings.get(Settings.SHIP));
    }

    /** Number of VMs. */
    public int machines() {
        return layout().machines();
    }

    /** Ranks that VM {@code machine} hosts. */
    public int[] hosted(int machine) {
        return layout().hosted(machine);
    }

    /** Whether all ranks are on the launcher's host. */
    public boolean isLocalOnly() {
        return remote().isLocalOnly();
    }

    /** Whether a VM is on the launcher's host. */
    public boolean isLocal(int machine) {
        return remote().local().get(layout().hostOfMachine(machine));
    }

    /** Host of each rank; the setting {@code pretend.hosts} deals one host's out to several. */
    public int[] hostOfRanks() {
        int hosts = Integer.parseInt(settings.getOrDefault(Settings.PRETENDED_HOSTS, "1"));
        int[] host = new int[ranks()];
        for (int rank = 0; rank < host.length; rank++) {
            host[rank] = isLocalOnly() ? rank % hosts : layout().hostOf(rank);
        }
        return host;
    }

    /** Whether ranks need class loaders of their own: VMs host several, or the program's classes are rewritten. */
    public boolean isShared() {
        return layout().isShared() || checkpoints.transparent();
    }

    /** The command that starts a VM on this host. */
    public List<String> command(Application application) {
        return command(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                runtimePath,
                application.providers(runtimePath),
                rankOptions(TemporaryDirectory.shared(application.jvmOptions())),
                application.program().classPath());
    }

    /** The user's options, and one that lets a rank reach all of a program's state where that is saved. */
    private List<String> rankOptions(List<String> users) {
        if (!checkpoints.transparent()) {
            return users;
        }
        List<String> options = new ArrayList<>(users);
        options.add(RewritingPath.JVM_OPTION);
        return options;
    }

    /** Options of one JVM's own. */
    public List<String> ownOptions(int machine) {
        return debugPort == 0
                ? List.of()
                : List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend="
                        + (Boolean.parseBoolean(settings.get(Settings.DEBUG_SUSPEND)) ? "y" : "n")
                        + ",address=127.0.0.1:"
                        + (debugPort + machine));
    }

    /** The command that starts a VM on another host, where compiled classes are elsewhere. */
    public List<String> remoteCommand(Application application, List<Path> programPath) {
        return command(remoteJava(), remoteRuntimePath(), null, rankOptions(application.jvmOptions()), programPath);
    }

    private List<String> command(
            String java, List<Path> runtime, String providers, List<String> jvmOptions, List<Path> programPath) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(JvmOptions.forRanks(runtime, providers, jvmOptions));
        command.add("-cp");
        List<Path> path = new ArrayList<>(runtime);
        if (!isShared()) {
            path.addAll(programPath);
        }
        command.add(Program.join(path));
        command.add(VM_MAIN);
        return command;
    }

    private String remoteJava() {
        return settings.getOrDefault(
                Settings.REMOTE_JAVA,
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    private List<Path> remoteRuntimePath() {
        String home = settings.get(Settings.REMOTE_HOME);
        return home == null
                ? runtimePath
                : runtimePath.stream()
                        .map(jar -> Path.of(home, "lib", jar.getFileName().toString()))
                        .toList();
    }

    /** The command that starts another host's agent there: like the launcher, it mostly waits. */
    List<String> agentCommand() {
        List<String> command = new ArrayList<>();
        command.add(remoteJava());
        // A small machine's heap and collector, unless its site has chosen others.
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:MaxRAM=512m"));
        command.addAll(List.of("-XX:-UsePerfData", "-cp"));
        command.add(Program.join(remoteRuntimePath().stream()
                .filter(path -> path.toString().contains(AGENT_JARS)
                        || path.getFileName().toString().startsWith(ONE_JAR))
                .toList()));
        command.add(AGENT_MAIN);
        return command;
    }

    /** The commands that start agents: one per host, or one for all. */
    public List<List<String>> startCommands() {
        List<List<String>> commands = new ArrayList<>();
        for (List<Integer> hosts : startedTogether()) {
            commands.add(
                    remote().command(hosts.stream().map(layout().hosts()::get).toList(), agentCommand()));
        }
        return commands;
    }

    /** Hosts that one command starts, for each command. */
    public List<List<Integer>> startedTogether() {
        List<Integer> hosts = remote().remoteHosts();
        return remote().kind() == RemoteStart.Kind.SLURM && !hosts.isEmpty()
                ? List.of(hosts)
                : hosts.stream().map(List::of).toList();
    }

    /** Prints which rank goes where. */
    public void describeMap(PrintStream out) {
        layout().lines().forEach(line -> out.println("map       " + line));
    }

    /** Says what is going to be done, for people who watch it. */
    public void describeSteps(Consumer<String> say) {
        say.accept("job " + job + ": ranks " + ranks() + ", JVMs " + machines() + ", by Java " + Runtime.version()
                + " in " + System.getProperty("java.home"));
        layout().lines().forEach(say);
        say.accept("class path of javampi: " + Program.join(runtimePath));
        for (Application one : applications) {
            say.accept("class path of " + one.program().name() + ": "
                    + Program.join(one.program().classPath()));
        }
        settings.forEach((key, value) -> say.accept("setting " + key + "=" + value));
    }

    /** Prints the plan. */
    public void describe(PrintStream out) {
        out.println("job       " + job);
        applications.forEach(one -> out.println("program   " + one.program().name() + " "
                + String.join(" ", one.program().arguments())));
        for (int machine = 0; machine < machines(); machine++) {
            int[] hosted = hosted(machine);
            String ranks = hosted[hosted.length - 1] - hosted[0] == hosted.length - 1
                    ? hosted[0] + ".." + hosted[hosted.length - 1]
                    : Arrays.toString(hosted).replaceAll("[\\[\\],]", "");
            out.println("vm "
                    + machine
                    + "      ranks "
                    + ranks
                    + " on "
                    + (isLocal(machine) ? "this host" : layout().hosts().get(layout().hostOfMachine(machine)))
                    + (applications.size() > 1
                            ? " run " + application(machine).program().name()
                            : ""));
        }
        describeMap(out);
        settings.forEach((key, value) -> out.println("setting   " + key + "=" + value));
        for (Application one : applications) {
            one.environment().forEach((name, value) -> out.println("variable  " + name + "=" + value));
            out.println("directory " + (one.directory() == null ? Path.of("").toAbsolutePath() : one.directory()));
            out.println("command   " + String.join(" ", command(one)));
        }
        startCommands().forEach(words -> out.println("agent     " + String.join(" ", words)));
    }
}
