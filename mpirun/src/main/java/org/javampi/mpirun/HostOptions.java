package org.javampi.mpirun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.mpirun.hosts.HostSlots;
import org.javampi.mpirun.hosts.Hosts;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.hosts.Placement;
import org.javampi.mpirun.hosts.RemoteStart;
import picocli.CommandLine.Option;

/** The options that say which hosts a job has, what goes where, and how it gets there. */
final class HostOptions {
    @Option(
            names = {"-hostfile", "--hostfile", "-machinefile", "--machinefile", "-machinesfile", "--machinesfile", "-f"
            },
            paramLabel = "FILE",
            description = "file of hosts: 'h slots=4 max_slots=8', 'h:4' or 'h' on each line")
    Path hostfile;

    @Option(
            names = {"-host", "--host", "-hosts", "--hosts", "-H"},
            paramLabel = "a:2,b",
            description = "hosts with their slots; may be repeated")
    List<String> lists = new ArrayList<>();

    @Option(
            names = {"-N", "-ppn", "--ppn", "-npernode", "--npernode", "-perhost"},
            paramLabel = "N",
            description = "ranks per host, instead of the hosts' slots")
    private int perHost;

    @Option(
            names = {"-map-by", "--map-by"},
            paramLabel = "slot|core|node",
            description = "fill each host first (slot or core), or deal ranks out host by host" + " (default slot)")
    private String mapBy = "slot";

    @Option(
            names = {"-bind-to", "--bind-to"},
            paramLabel = "core|none|crowded",
            description = "bind each rank's thread to a core of its own, or never, or (default) when"
                    + " other processes crowd the machine and the ranks need most cores")
    String bindTo = "";

    @Option(
            names = {"-report-bindings", "--report-bindings"},
            description = "print which rank is bound to which core")
    boolean reportBindings;

    @Option(
            names = {"-display-map", "--display-map"},
            description = "print which rank goes where")
    boolean displayMap;

    @Option(
            names = {"-launcher", "--launcher"},
            paramLabel = "ssh|slurm|fork",
            description = "what starts agents on other hosts (default ssh; slurm in an allocation)")
    private String launcher = "";

    @Option(
            names = {"-rsh-agent", "--rsh-agent", "-launcher-exec", "--launcher-exec"},
            paramLabel = "CMD",
            description = "called 'CMD host command' instead of ssh")
    private String shell = "";

    @Option(
            names = {"-interface", "--interface", "-iface", "--iface"},
            paramLabel = "NAME|CIDR",
            description = "network interface to use, such as eth0 or 10.0.0.0/8")
    private String networkInterface = "";

    /** The settings that these options stand for. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!networkInterface.isEmpty()) {
            settings.put(Settings.INTERFACE, networkInterface);
        }
        if (!bindTo.isEmpty()) {
            settings.put(Settings.BIND, bindTo);
        }
        if (reportBindings) {
            settings.put(Settings.BIND_REPORT, "true");
        }
        return settings;
    }

    /**
     * What the options come to.
     *
     * @param placement where the ranks go, and how their hosts are reached
     * @param mayComeLate whether hosts may still be coming up, as a cluster's operator starts them
     */
    record Choice(Placement placement, boolean mayComeLate) {}

    /**
     * Decides.
     *
     * @param ranks as the user has said, or 0
     * @param discovered VMs that are to be used instead of hosts, or null
     * @throws IllegalArgumentException when something is wrong
     */
    Choice choose(int ranks, int ranksPerMachine, Map<String, String> environment, OwnNames own, LeasedVms discovered) {
        if (!List.of("slot", "node", "core", "host").contains(mapBy)) {
            throw new IllegalArgumentException("--map-by " + mapBy + ": slot, core or node");
        }
        if (perHost < 0) {
            throw new IllegalArgumentException("-N " + perHost + ": at least 1 is needed");
        }
        Hosts hosts = discovered == null
                ? Hosts.find(hostfile, lists, environment, new SystemFiles(), own.name())
                : discovered(ranks, discovered);
        RemoteStart.Kind kind = kind(hosts);
        hosts = localNamesAsOne(hosts, kind, own);
        boolean slotsCount = perHost > 0 || hosts.source() != Hosts.Source.NOBODY;
        if (perHost > 0) {
            hosts = hosts.withSlots(perHost);
        }
        int wanted = ranks > 0 ? ranks : slotsCount ? Math.max(1, hosts.slots()) : 1;
        boolean byNode = mapBy.equals("node") || mapBy.equals("host");
        List<String> words =
                shell.isBlank() ? RemoteStart.SSH : List.of(shell.trim().split("\\s+"));
        return new Choice(
                new Placement(hosts.all(), wanted, byNode, ranksPerMachine, kind, words, own.name()),
                hosts.source() == Hosts.Source.AGREED_FILE);
    }

    private Hosts discovered(int ranks, LeasedVms vms) {
        if (hostfile != null || !lists.isEmpty() || !launcher.isEmpty() || !shell.isBlank()) {
            throw new IllegalArgumentException(
                    "--discover finds the hosts itself: leave -hostfile, -host, -launcher and" + " --rsh-agent out");
        }
        List<HostSlots> found = vms.lease(ranks, perHost);
        if (found.isEmpty()) {
            throw new LaunchFailure("--discover: " + vms.whyNone());
        }
        return new Hosts(found, Hosts.Source.DISCOVERED);
    }

    /** Slots of each host, or 0 for the hosts' own. */
    int perHost() {
        return perHost;
    }

    private RemoteStart.Kind kind(Hosts hosts) {
        if (hosts.source() == Hosts.Source.DISCOVERED) {
            return RemoteStart.Kind.RIVER;
        }
        return switch (launcher) {
            case "" ->
                hosts.source() == Hosts.Source.SLURM && shell.isBlank() ? RemoteStart.Kind.SLURM : RemoteStart.Kind.SSH;
            case "ssh", "rsh" -> RemoteStart.Kind.SSH;
            case "slurm" -> RemoteStart.Kind.SLURM;
            case "fork" -> RemoteStart.Kind.FORK;
            default -> throw new IllegalArgumentException("-launcher " + launcher + ": ssh, slurm or fork");
        };
    }

    private Hosts localNamesAsOne(Hosts hosts, RemoteStart.Kind kind, OwnNames own) {
        if (!kind.knowsThisHost() || hosts.source() == Hosts.Source.NOBODY) {
            return hosts;
        }
        // Whoever names a shell of his own may know better what a name stands for.
        boolean ask = kind == RemoteStart.Kind.SSH && shell.isBlank();
        List<HostSlots> renamed = new ArrayList<>();
        for (HostSlots host : hosts.all()) {
            boolean local = ask ? own.matchesOrResolves(host.name()) : own.matches(host.name());
            renamed.add(local ? new HostSlots(own.name(), host.slots(), host.most()) : host);
        }
        return new Hosts(HostSlots.merged(renamed), hosts.source());
    }

    /** The files of this host. */
    private static final class SystemFiles implements Hosts.Files {
        @Override
        public boolean isReadable(Path file) {
            return Files.isReadable(file);
        }

        @Override
        public List<String> lines(Path file) throws IOException {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        }
    }
}
