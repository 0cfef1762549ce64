package org.javampi.mpirun;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that is to be started, decided before anything is.
 *
 * @param job names the job
 * @param ranks number of ranks
 * @param ranksPerVm ranks hosted by each VM; the last may have fewer
 * @param jvmOptions options of each rank's JVM
 * @param environment variables to set besides the launcher's own
 * @param directory where the ranks start, or null for here
 * @param runtimePath class path of the runtime
 * @param settings of the runtime
 * @param labels whether lines of output are labelled
 * @param timeoutSeconds longest life, 0 for any
 */
record JobPlan(
        UUID job,
        int ranks,
        int ranksPerVm,
        Program program,
        List<String> jvmOptions,
        Map<String, String> environment,
        Path directory,
        List<Path> runtimePath,
        Map<String, String> settings,
        boolean labels,
        int timeoutSeconds) {
    private static final String VM_MAIN = "org.javampi.river.vm.VirtualMachineMain";

    /** Number of VMs. */
    int machines() {
        return (ranks + ranksPerVm - 1) / ranksPerVm;
    }

    /** Ranks that VM {@code machine} hosts. */
    int[] hosted(int machine) {
        int first = machine * ranksPerVm;
        int[] hosted = new int[Math.min(ranksPerVm, ranks - first)];
        for (int i = 0; i < hosted.length; i++) {
            hosted[i] = first + i;
        }
        return hosted;
    }

    /** Host of each rank: this one, or the pretended ones of the setting {@code pretend.hosts}. */
    int[] hostOfRanks() {
        int hosts = Integer.parseInt(settings.getOrDefault(Settings.PRETENDED_HOSTS, "1"));
        int[] host = new int[ranks];
        Arrays.setAll(host, rank -> rank % hosts);
        return host;
    }

    /** Whether VMs host several ranks, so that each needs class loaders of its own. */
    boolean isShared() {
        return ranksPerVm > 1;
    }

    /** The command that starts a VM. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmOptions.forRanks(runtimePath, jvmOptions));
        command.add("-cp");
        List<Path> path = new ArrayList<>(runtimePath);
        if (!isShared()) {
            path.addAll(program.classPath());
        }
        command.add(Program.join(path));
        command.add(VM_MAIN);
        return command;
    }

    /** Prints the plan. */
    void describe(PrintStream out) {
        out.println("job       " + job);
        out.println(
                "program   " + program.mainClass() + " " + String.join(" ", program.arguments()));
        for (int machine = 0; machine < machines(); machine++) {
            int[] hosted = hosted(machine);
            out.println(
                    "vm "
                            + machine
                            + "      ranks "
                            + hosted[0]
                            + ".."
                            + hosted[hosted.length - 1]
                            + " on this host");
        }
        settings.forEach((key, value) -> out.println("setting   " + key + "=" + value));
        environment.forEach((name, value) -> out.println("variable  " + name + "=" + value));
        out.println("directory " + (directory == null ? Path.of("").toAbsolutePath() : directory));
        out.println("command   " + String.join(" ", command()));
    }
}
