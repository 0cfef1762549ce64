package org.javampi.mpirun.hosts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Batch systems that tell a job's hosts by a file or a variable: PBS and Torque, LSF, and Grid Engine. Slurm is another
 * matter: see {@link RemoteStart.Kind#SLURM}.
 */
public enum BatchSystem {
    /** {@code $PBS_NODEFILE} has a line for each slot; ssh leads to the hosts. */
    PBS("PBS_NODEFILE") {
        @Override
        List<HostSlots> parse(List<String> lines, String where) {
            return Hostfile.parse(lines, where);
        }

        @Override
        public List<String> starter(Map<String, String> environment) {
            return RemoteStart.SSH;
        }
    },
    /** {@code $LSB_DJOB_HOSTFILE} has a line for each slot; {@code blaunch} leads to the hosts. */
    LSF("LSB_DJOB_HOSTFILE") {
        @Override
        List<HostSlots> parse(List<String> lines, String where) {
            return Hostfile.parse(lines, where);
        }

        @Override
        public List<String> starter(Map<String, String> environment) {
            return List.of("blaunch");
        }

        /** {@code h1 4 h2 2}, where no file is named. */
        @Override
        List<HostSlots> ofVariables(Map<String, String> environment) {
            String[] words =
                    environment.getOrDefault("LSB_MCPU_HOSTS", "").trim().split("\\s+");
            List<HostSlots> hosts = new ArrayList<>();
            for (int i = 0; i + 1 < words.length; i += 2) {
                hosts.add(new HostSlots(
                        HostList.entry(words[i], "LSB_MCPU_HOSTS").name(),
                        HostSlots.count(words[i + 1], "LSB_MCPU_HOSTS")));
            }
            return HostSlots.merged(hosts);
        }
    },
    /** {@code $PE_HOSTFILE} has lines {@code host slots queue processors}; {@code qrsh} leads to the hosts. */
    SGE("PE_HOSTFILE") {
        @Override
        List<HostSlots> parse(List<String> lines, String where) {
            List<HostSlots> hosts = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                String[] words = lines.get(i).trim().split("\\s+");
                String line = where + " line " + (i + 1);
                if (!words[0].isEmpty()) {
                    int slots = words.length > 1 ? HostSlots.count(words[1], line) : 1;
                    hosts.add(new HostSlots(HostList.entry(words[0], line).name(), slots));
                }
            }
            if (hosts.isEmpty()) {
                throw new IllegalArgumentException(where + " names no host");
            }
            return HostSlots.merged(hosts);
        }

        @Override
        public List<String> starter(Map<String, String> environment) {
            String root = environment.getOrDefault("SGE_ROOT", "");
            String system = environment.getOrDefault("ARC", "");
            String command = root.isEmpty() || system.isEmpty()
                    ? "qrsh"
                    : Path.of(root, "bin", system, "qrsh").toString();
            return List.of(command, "-inherit");
        }
    };

    private final String variable;

    BatchSystem(String variable) {
        this.variable = variable;
    }

    /** A batch system's hosts. */
    record Allocation(BatchSystem system, List<HostSlots> hosts) {}

    abstract List<HostSlots> parse(List<String> lines, String where);

    /** Words of the command that is called with a host and a command for it. */
    public abstract List<String> starter(Map<String, String> environment);

    /** Hosts that variables alone tell; none where there are none. */
    List<HostSlots> ofVariables(Map<String, String> environment) {
        return List.of();
    }

    /**
     * The hosts that a batch system has given this job, or null where none has.
     *
     * @throws IllegalArgumentException when the file that it names cannot be read, or is wrong
     */
    static Allocation find(Map<String, String> environment, Hosts.Files files) {
        for (BatchSystem system : values()) {
            String file = environment.getOrDefault(system.variable, "");
            if (!file.isEmpty()) {
                try {
                    return new Allocation(system, system.parse(files.lines(Path.of(file)), file));
                } catch (IOException e) {
                    throw new IllegalArgumentException(
                            system.variable + "=" + file + ": there is no such file that can be read", e);
                }
            }
            List<HostSlots> hosts = system.ofVariables(environment);
            if (!hosts.isEmpty()) {
                return new Allocation(system, hosts);
            }
        }
        return null;
    }
}
