package org.javampi.mpirun.hosts;

import java.util.ArrayList;
import java.util.List;

/**
 * How agents get onto the hosts of a job.
 *
 * @param kind what starts them
 * @param shell words of the command that is called with a host and a command line for it; for srun more options
 * @param local for each host of the layout whether it is this one, where no agent is needed
 */
public record RemoteStart(Kind kind, List<String> shell, List<Boolean> local) {
    /** What starts agents. */
    public enum Kind {
        /** A remote shell, one call per host. */
        SSH,
        /** One {@code srun} for all hosts of an allocation. */
        SLURM,
        /** This host pretends to be all hosts: for trying things out. */
        FORK,
        /** VMs that have waited for work: the agents are deployed on them. */
        RIVER;

        /** Whether one of the hosts may be this one, where no agent is needed. */
        public boolean knowsThisHost() {
            return this != FORK && this != RIVER;
        }
    }

    /** Never asks for anything: a question would hang the job. */
    public static final List<String> SSH = List.of("ssh", "-x", "-o", "BatchMode=yes");

    /** Starters of batch systems, which are no shells. */
    private static final List<String> WORD_TAKERS = List.of("qrsh", "blaunch");

    /** Whether every rank is on this host. */
    public boolean isLocalOnly() {
        return !local.contains(false);
    }

    /** Hosts that need an agent. */
    public List<Integer> remoteHosts() {
        List<Integer> hosts = new ArrayList<>();
        for (int host = 0; host < local.size(); host++) {
            if (!local.get(host)) {
                hosts.add(host);
            }
        }
        return hosts;
    }

    /**
     * The command that runs {@code agent} on {@code hosts}; several hosts for Slurm only, and in
     * the layout's order.
     */
    public List<String> command(List<String> hosts, List<String> agent) {
        List<String> command = new ArrayList<>();
        switch (kind) {
            case FORK -> command.addAll(agent);
            case RIVER -> {
                command.add("deployed on VM");
                command.add(hosts.get(0));
            }
            case SSH -> {
                command.addAll(shell);
                command.add(hosts.get(0));
                if (takesWords()) {
                    command.addAll(agent);
                } else {
                    command.add(quoted(agent));
                }
            }
            case SLURM -> {
                String count = Integer.toString(hosts.size());
                command.addAll(List.of("srun", "-N", count, "-n", count));
                command.addAll(List.of("--ntasks-per-node=1", "--input", "none", "--mpi=none"));
                command.addAll(List.of("--cpu-bind=none", "--kill-on-bad-exit"));
                command.addAll(shell);
                command.add("--nodelist=" + String.join(",", hosts));
                command.addAll(agent);
            }
        }
        return command;
    }

    /** Whether the command hands words on as they are; remote shells read a line. */
    private boolean takesWords() {
        String command = shell.get(0);
        return WORD_TAKERS.contains(command.substring(command.lastIndexOf('/') + 1));
    }

    /** Words as a line for a remote shell, whichever it is. */
    static String quoted(List<String> words) {
        StringBuilder line = new StringBuilder("exec");
        words.forEach(word -> line.append(' ').append(ShellWord.of(word)));
        return line.toString();
    }
}
