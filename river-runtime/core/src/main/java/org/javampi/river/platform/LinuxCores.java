package org.javampi.river.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The processor cores that Linux lets this process use, each as a list of its hardware threads in
 * the kernel's notation ({@code 0,4} or {@code 2-3}).
 */
final class LinuxCores {
    private static final String ALLOWED = "Cpus_allowed_list:";

    private final BitSet allowed;
    private final Path topology;

    /**
     * Cores by what the kernel says.
     *
     * @param allowed hardware threads that may be used
     * @param topology the directory that has {@code cpu0}, {@code cpu1} ...
     */
    LinuxCores(String allowed, Path topology) {
        this.allowed = parse(allowed);
        this.topology = topology;
    }

    /** Those of the running process. */
    static LinuxCores ofThisProcess() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(ALLOWED)) {
                return new LinuxCores(line.substring(ALLOWED.length()).trim(), Path.of("/sys/devices/system/cpu"));
            }
        }
        throw new IOException("/proc/self/status has no " + ALLOWED);
    }

    /**
     * What {@code ranks} ranks are bound to, in turn: cores, or hardware threads where there are
     * fewer cores than ranks.
     */
    List<String> forRanks(int ranks) throws IOException {
        Set<String> cores = new LinkedHashSet<>();
        List<String> threads = new ArrayList<>();
        for (int cpu = allowed.nextSetBit(0); cpu >= 0; cpu = allowed.nextSetBit(cpu + 1)) {
            cores.add(coreOf(cpu));
            threads.add(Integer.toString(cpu));
        }
        return cores.size() >= ranks ? List.copyOf(cores) : threads;
    }

    private String coreOf(int cpu) throws IOException {
        Path siblings = topology.resolve("cpu" + cpu + "/topology/thread_siblings_list");
        if (!Files.exists(siblings)) {
            return Integer.toString(cpu);
        }
        BitSet threads = parse(Files.readString(siblings).trim());
        threads.and(allowed);
        List<String> numbers = new ArrayList<>();
        threads.stream().forEach(thread -> numbers.add(Integer.toString(thread)));
        return String.join(",", numbers);
    }

    /** Reads "0-3,8". */
    private static BitSet parse(String list) {
        BitSet numbers = new BitSet();
        for (String range : list.split(",")) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            numbers.set(first, last + 1);
        }
        return numbers;
    }
}
