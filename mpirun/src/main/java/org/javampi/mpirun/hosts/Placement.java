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
        this(
                hosts,
                shares,
                byNode,
                ranksPerMachine,
                kind,
                shell,
                self,
                Layout.of(hosts, shares, byNode, ranksPerMachine));
    }

    private Placement(
            List<HostSlots> hosts,
            List<Share> shares,
            boolean byNode,
            int ranksPerMachine,
            RemoteStart.Kind kind,
            List<String> shell,
            String self,
            Layout layout) {
        this.hosts = List.copyOf(hosts);
        this.shares = List.copyOf(shares);
        this.byNode = byNode;
        this.ranksPerMachine = ranksPerMachine;
        this.kind = kind;
        this.shell = shell;
        this.self = self;
        this.layout = layout;
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

    /**
     * The same ranks, but one of them is on another host, which may be new to the job.
     *
     * @throws IllegalArgumentException when it cannot go there
     */
    public Placement withMoved(int rank, String typed) {
        requireReachable();
        if (rank < 0 || rank >= layout.ranks()) {
            throw new IllegalArgumentException("there is no rank " + rank + ": ranks are 0 to " + (layout.ranks() - 1));
        }
        String name = ownOr(typed);
        List<HostSlots> wider = new ArrayList<>(hosts);
        HostSlots known = named(name);
        if (known == null && kind == RemoteStart.Kind.SLURM) {
            throw new IllegalArgumentException(
                    "host " + name + " is not in the allocation, which has " + String.join(", ", names()));
        }
        if (known == null) {
            wider.add(new HostSlots(name, 1));
        } else if (!layout.ranksOn(name).contains(rank) && layout.ranksOn(name).size() >= known.most()) {
            throw new IllegalArgumentException(
                    "host " + name + " has as many ranks as it takes: " + known.most() + " (max_slots)");
        }
        return with(wider, layout.withMoved(rank, name));
    }

    /**
     * The same ranks, but those of a host are on the others, and none will be there again.
     *
     * @throws IllegalArgumentException when they cannot go anywhere
     */
    public Placement withDrained(String typed) {
        requireReachable();
        String name = ownOr(typed);
        if (named(name) == null) {
            throw new IllegalArgumentException(
                    "the job has no host " + name + ": it has " + String.join(", ", names()));
        }
        List<HostSlots> others = hostsWithout(Set.of(name));
        if (others.isEmpty()) {
            throw new IllegalArgumentException(
                    "the job has no other host than " + name + ": javampirun migrate JOB RANK HOST adds one");
        }
        long most = others.stream().mapToLong(HostSlots::most).sum();
        if (layout.ranks() > most) {
            throw new IllegalArgumentException(
                    "the other hosts take " + most + " ranks (max_slots), and there are " + layout.ranks());
        }
        return with(others, layout.withDrained(name, others, shares));
    }

    private void requireReachable() {
        if (kind == RemoteStart.Kind.RIVER) {
            throw new IllegalArgumentException(
                    "the job is on VMs that --discover has found, which cannot be chosen by name: javampirun suspend"
                            + " JOB ends it, and --restart with --discover finds VMs anew");
        }
    }

    private Placement with(List<HostSlots> others, Layout moved) {
        return new Placement(others, shares, byNode, ranksPerMachine, kind, shell, self, moved);
    }

    /** This host has one name among the hosts. */
    private String ownOr(String typed) {
        return kind.knowsThisHost() && named(typed) == null && new OwnNames(self).matchesOrResolves(typed)
                ? self
                : typed;
    }

    private HostSlots named(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<String> names() {
        return hosts.stream().map(HostSlots::name).toList();
    }

    /** The same ranks on other hosts; beyond their slots if need be. */
    public Placement on(List<HostSlots> others) {
        // Where no host was lost, ranks stay where they were moved.
        return others.equals(hosts) ? this : new Placement(others, shares, byNode, ranksPerMachine, kind, shell, self);
    }
}
