package org.javampi.mpirun.hosts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javampi.job.slurm.NodeList;

/**
 * The hosts of a job and who has named them.
 *
 * @param all never empty
 * @param system the batch system that has named them, or null
 */
public record Hosts(List<HostSlots> all, Source source, BatchSystem system) {
    /** Who has named the hosts. */
    public enum Source {
        /** Nobody: this host. */
        NOBODY,
        /** Options of the command line. */
        OPTIONS,
        /** A file whose place is agreed, as on Kubernetes: its hosts may come up late. */
        AGREED_FILE,
        /** An allocation of Slurm. */
        SLURM,
        /** Another batch system. */
        BATCH,
        /** Nobody: VMs that were found. */
        DISCOVERED
    }

    /** Where Kubernetes' mpi-operator puts the hosts. */
    private static final String OPERATORS_FILE = "/etc/mpi/hostfile";

    private static final List<String> FILE_VARIABLES = List.of(
            "HYDRA_HOST_FILE",
            "OMPI_MCA_orte_default_hostfile",
            "PRTE_MCA_prte_default_hostfile",
            "I_MPI_HYDRA_HOST_FILE");

    /** The file system, as far as it is needed here. */
    public interface Files {
        boolean isReadable(Path file);

        List<String> lines(Path file) throws IOException;
    }

    /** Hosts that no batch system has named. */
    public Hosts(List<HostSlots> all, Source source) {
        this(all, source, null);
    }

    /**
     * Finds the hosts: the options' first; else those of an allocation or a batch system; else those of a file that
     * the environment names or whose place is agreed; else {@code self}.
     *
     * @param hostfile of the options, or null
     * @param lists {@code -host}'s, none, one or several; beside a hostfile they choose from it
     * @throws IllegalArgumentException when what names the hosts is wrong
     */
    public static Hosts find(
            Path hostfile, List<String> lists, Map<String, String> environment, Files files, String self) {
        if (hostfile != null || !lists.isEmpty()) {
            return new Hosts(given(hostfile, lists, files), Source.OPTIONS);
        }
        String nodes = environment.getOrDefault("SLURM_JOB_NODELIST", environment.getOrDefault("SLURM_NODELIST", ""));
        if (!nodes.isEmpty() && environment.containsKey("SLURM_JOB_ID")) {
            return new Hosts(allocated(nodes, environment), Source.SLURM);
        }
        BatchSystem.Allocation batch = BatchSystem.find(environment, files);
        if (batch != null) {
            return new Hosts(batch.hosts(), Source.BATCH, batch.system());
        }
        for (String variable : FILE_VARIABLES) {
            String file = environment.getOrDefault(variable, "");
            if (!file.isEmpty()) {
                return new Hosts(read(Path.of(file), variable + "=", files), Source.AGREED_FILE);
            }
        }
        Path operators = Path.of(OPERATORS_FILE);
        return files.isReadable(operators)
                ? new Hosts(read(operators, "", files), Source.AGREED_FILE)
                : new Hosts(List.of(new HostSlots(self, 1)), Source.NOBODY);
    }

    private static List<HostSlots> given(Path hostfile, List<String> lists, Files files) {
        List<HostSlots> listed = new ArrayList<>();
        lists.forEach(list -> listed.addAll(HostList.parse(list)));
        List<HostSlots> named = HostSlots.merged(listed);
        if (hostfile == null) {
            return named;
        }
        List<HostSlots> all = read(hostfile, "-hostfile ", files);
        if (named.isEmpty()) {
            return all;
        }
        List<HostSlots> chosen = new ArrayList<>();
        for (HostSlots name : named) {
            chosen.add(all.stream()
                    .filter(host -> host.name().equals(name.name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("-host "
                            + name.name()
                            + ": -hostfile "
                            + hostfile
                            + " does not name it; leave out one of"
                            + " the two")));
        }
        return chosen;
    }

    private static List<HostSlots> read(Path file, String before, Files files) {
        try {
            return Hostfile.parse(files.lines(file), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(before + file + ": there is no such file that can be read", e);
        }
    }

    private static List<HostSlots> allocated(String nodes, Map<String, String> environment) {
        List<String> names = NodeList.expand(nodes);
        String counts = environment.getOrDefault(
                "SLURM_TASKS_PER_NODE", environment.getOrDefault("SLURM_JOB_CPUS_PER_NODE", "1"));
        List<Integer> slots = NodeList.counts(counts);
        List<HostSlots> hosts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            // Slurm repeats the last count where it says less than there are nodes.
            int slot = slots.get(Math.min(i, slots.size() - 1));
            hosts.add(new HostSlots(names.get(i), Math.max(1, slot)));
        }
        return HostSlots.merged(hosts);
    }

    /** All slots. */
    public int slots() {
        return all.stream().mapToInt(HostSlots::slots).sum();
    }

    /** The same hosts with {@code slots} each. */
    public Hosts withSlots(int slots) {
        return new Hosts(
                all.stream()
                        .map(host -> new HostSlots(host.name(), slots, host.most()))
                        .toList(),
                source,
                system);
    }
}
