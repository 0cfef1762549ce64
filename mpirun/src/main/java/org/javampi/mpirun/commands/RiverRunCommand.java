package org.javampi.mpirun.commands;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.freezing.ProgramMain;
import org.javampi.job.JobFiles;
import org.javampi.job.JobHold;
import org.javampi.mpirun.cli.RiverPlace;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.launch.SourceCompiler;
import org.javampi.mpirun.plan.Program;
import org.javampi.mpirun.plan.RewritingPath;
import org.javampi.river.platform.Encodings;
import org.javampi.river.resource.ChildVmMain;
import org.javampi.river.resource.RiverOptions;
import org.javampi.river.trust.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code river run}: a program that uses River, with VMs of its own if wanted. The VMs end with
 * this process: it holds the other end of their standard input.
 */
@Command(
        name = "run",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Runs a Java program with River on its class path.")
public final class RiverRunCommand implements RiverAction {
    private static final long FAREWELL_MS = 3_000;

    @Mixin
    private RiverPlace place = new RiverPlace();

    @Option(
            names = "--vms",
            paramLabel = "N",
            description = {
                "start N VMs on this host for the program, which end with it; they have",
                "a secret of their own unless one is named"
            })
    private int vms;

    @Option(
            names = "--transparent",
            description = {
                "'river freeze' and 'river migrate' take the program's resources in the middle",
                "of their receives and sends, with their stacks, statics and objects"
            })
    private boolean transparent;

    @Option(names = "--check", description = "with --transparent: only list where the program cannot be frozen")
    private boolean check;

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATH",
            description = "class path of the program (default $CLASSPATH or .)")
    private String classPath;

    @Option(names = "-X", paramLabel = "...", description = "JVM options, as -Xmx2g")
    private List<String> extras = new ArrayList<>();

    @Option(names = "-D", paramLabel = "K=V", description = "system properties")
    private List<String> properties = new ArrayList<>();

    @Parameters(
            arity = "1..*",
            paramLabel = "Program.java|Class [arguments]",
            description = "the program and what is its own")
    private List<String> program;

    private final List<Path> runtimePath;
    private final PrintStream out;
    private final PrintStream err;
    private final List<Process> machines = new ArrayList<>();
    private final List<Thread> outputs = new ArrayList<>();

    /** Where the VMs listen: the program need not look for them, and misses none that is slow. */
    private final List<String> endpoints = new ArrayList<>();

    RiverRunCommand(List<Path> runtimePath, PrintStream out, PrintStream err) {
        this.runtimePath = runtimePath;
        this.out = out;
        this.err = err;
    }

    @Override
    public int perform() throws InterruptedException {
        if (check && !transparent) {
            throw new LaunchFailure("--check lists where a program cannot be frozen: give --transparent, too");
        }
        UUID job = UUID.randomUUID();
        Map<String, String> environment =
                place.environment(vms > 0 ? Secret.random().toHex() : null);
        String path = classPath != null ? classPath : System.getenv("CLASSPATH");
        JobHold hold = JobHold.none();
        try {
            hold = JobFiles.hold(job);
            Program resolved = SourceCompiler.compile(
                    Program.resolve(null, program, path == null ? "." : path, Program.classesOf(job)),
                    runtimePath,
                    List.of());
            if (check) {
                return new FreezeListing(out, err).printResources(resolved);
            }
            for (int i = 0; i < vms; i++) {
                startVm(environment);
            }
            return run(resolved, environment);
        } catch (IOException e) {
            throw new LaunchFailure(e.getMessage(), e);
        } finally {
            endMachines();
            JobFiles.remove(job);
            letGo(hold);
            JobFiles.sweep();
        }
    }

    private static void letGo(JobHold hold) {
        try {
            hold.close();
        } catch (IOException e) {
            throw new LaunchFailure("cannot let the program's files go: " + e.getMessage(), e);
        }
    }

    /** Lets go of the leashes, and lets out what the VMs still have to say. */
    private void endMachines() throws InterruptedException {
        for (Process machine : machines) {
            try {
                machine.getOutputStream().close();
            } catch (IOException e) {
                // Gone already.
                continue;
            }
        }
        for (Thread output : outputs) {
            output.join(FAREWELL_MS);
        }
        machines.forEach(Process::destroy);
    }

    private int run(Program resolved, Map<String, String> environment) throws IOException, InterruptedException {
        List<Path> all = transparent ? RewritingPath.addedForRiver(runtimePath) : new ArrayList<>(runtimePath);
        all.addAll(resolved.classPath());
        List<String> words = java(Program.join(all));
        if (transparent) {
            words.add(ProgramMain.class.getName());
        }
        words.add(resolved.mainClass());
        words.addAll(resolved.arguments());
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().putAll(environment);
        if (!endpoints.isEmpty()) {
            builder.environment()
                    .merge(RiverOptions.SEEDS, String.join(",", endpoints), (named, own) -> named + "," + own);
        }
        Process process = builder.start();
        // Killed with -9, this process cannot end the program; everything else ends it here.
        Thread end = new Thread(process::destroy, "river-end");
        Runtime.getRuntime().addShutdownHook(end);
        int status = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        return status;
    }

    /** Starts a VM that lacks the program's classes, as one on another host would. */
    private void startVm(Map<String, String> environment) throws IOException {
        List<String> words = java(Program.join(transparent ? RewritingPath.addedForRiver(runtimePath) : runtimePath));
        words.add(ChildVmMain.class.getName());
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process machine = builder.start();
        machines.add(machine);
        BufferedReader output =
                new BufferedReader(new InputStreamReader(machine.getInputStream(), Encodings.ofPipes()));
        String line = output.readLine();
        // What JVM options make the JVM print comes before.
        while (line != null && !line.startsWith(ChildVmMain.READY)) {
            out.println(line);
            line = output.readLine();
        }
        if (line == null) {
            throw new LaunchFailure("a VM has not come up; its message is above");
        }
        endpoints.add(line.substring(line.lastIndexOf(' ') + 1));
        Thread copy = new Thread(() -> output.lines().forEach(out::println), "river-output");
        copy.setDaemon(true);
        copy.start();
        outputs.add(copy);
    }

    private List<String> java(String path) {
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        words.add("-XX:-UsePerfData");
        if (transparent) {
            words.add(RewritingPath.JVM_OPTION);
        }
        extras.forEach(extra -> words.add("-X" + extra));
        properties.forEach(property -> words.add("-D" + property));
        words.addAll(List.of("-cp", path));
        return words;
    }
}
