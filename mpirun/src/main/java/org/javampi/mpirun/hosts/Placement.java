package org.javampi.mpirun.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the ranks of a job may go, and where they do: what is needed to place them again when a
 * host is lost.
 */
public final class Placement {
    private final List<HostSlots> hosts;
    private final List<Share> shares;
    private final boolean byNode;
    private final int ranksPerMachine;
    private final RemoteStart.Kind kind;
    private final List<String> shell;
    private final String self;
    private final Layout layout;
    private final RemoteStart remote;

    /**
     * Places ranks.
     *
     * @param hosts that may be used; not empty
     * @param shares the ranks of each program
     * @param byNode whether neighbours go to different hosts
     * @param ranksPerMachine most ranks that share a virtual machine
     * @param kind what starts agents on other hosts
     * @param shell words of the remote shell
     * @param self the name of this host among the hosts
     */
    public Placement(
            List<HostSlots> hosts,
            List<Share> shares,
            boolean byNode,
            int ranksPerMachine,
            RemoteStart.Kind kind,
            List<String> shell,
            String self) {
        this.hosts = List.copyOf(hosts);
        this.shares = List.copyOf(shares);
        this.byNode = byNode;
        this.ranksPerMachine = ranksPerMachine;
        this.kind = kind;
        this.shell = shell;
        this.self = self;
        layout = Layout.of(hosts, shares, byNode, ranksPerMachine);
        remote = new RemoteStart(kind, shell, local());
    }

    private List<Boolean> local() {
        List<Boolean> local = new ArrayList<>();
        for (String host : layout.hosts()) {
            local.add(kind.knowsThisHost() && host.equals(self));
        }
        if (kind == RemoteStart.Kind.SLURM && local.contains(false)) {
            // One srun starts all hosts alike.
            local.replaceAll(any -> false);
        }
        return local;
    }

    /** Which rank goes where. */
    public Layout layout() {
        return layout;
    }

    /** How the layout's hosts are reached. */
    public RemoteStart remote() {
        return remote;
    }

    /** The hosts that may be used, but for those that are {@code lost}; perhaps none. */
    public List<HostSlots> hostsWithout(Set<String> lost) {
        return hosts.stream().filter(host -> !lost.contains(host.name())).toList();
    }

    /** The same ranks on other hosts; beyond their slots if need be. */
    public Placement on(List<HostSlots> others) {
        return new Placement(others, shares, byNode, ranksPerMachine, kind, shell, self);
    }
}
