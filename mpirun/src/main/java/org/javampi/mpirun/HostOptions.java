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
import org.javampi.mpirun.hosts.Layout;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.hosts.RemoteStart;
import picocli.CommandLine.Option;

/** The options that say which hosts a job has, what goes where, and how it gets there. */
final class HostOptions {
    @Option(
            names = {
                "-hostfile",
                "--hostfile",
                "-machinefile",
                "--machinefile",
                "-machinesfile",
                "--machinesfile",
                "-f"
            },
            paramLabel = "FILE",
            description = "file of hosts: 'h slots=4 max_slots=8', 'h:4' or 'h' on each line")
    private Path hostfile;

    @Option(
            names = {"-host", "--host", "-hosts", "--hosts", "-H"},
            paramLabel = "a:2,b",
            description = "hosts with their slots; may be repeated")
    private List<String> lists = new ArrayList<>();

    @Option(
            names = {"-N", "-ppn", "--ppn", "-npernode", "--npernode", "-perhost"},
            paramLabel = "N",
            description = "ranks per host, instead of the hosts' slots")
    private int perHost;

    @Option(
            names = {"-map-by", "--map-by"},
            paramLabel = "slot|node",
            description = "fill each host first, or deal ranks out host by host (default slot)")
    private String mapBy = "slot";

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
        return settings;
    }

    /**
     * What the options come to.
     *
     * @param layout where the ranks go
     * @param remote how their hosts are reached
     * @param mayComeLate whether hosts may still be coming up, as a cluster's operator starts them
     */
    record Choice(Layout layout, RemoteStart remote, boolean mayComeLate) {}

    /**
     * Decides.
     *
     * @param ranks as the user has said, or 0
     * @throws IllegalArgumentException when something is wrong
     */
    Choice choose(int ranks, int ranksPerMachine, Map<String, String> environment, OwnNames own) {
        if (!mapBy.matches("slot|node|core|host")) {
            throw new IllegalArgumentException("--map-by " + mapBy + ": slot or node");
        }
        if (perHost < 0) {
            throw new IllegalArgumentException("-N " + perHost + ": at least 1 is needed");
        }
        Hosts hosts = Hosts.find(hostfile, lists, environment, new SystemFiles(), own.name());
        RemoteStart.Kind kind = kind(hosts);
        hosts = localNamesAsOne(hosts, kind, own);
        boolean slotsCount = perHost > 0 || hosts.source() != Hosts.Source.NOBODY;
        if (perHost > 0) {
            hosts = hosts.withSlots(perHost);
        }
        int wanted = ranks > 0 ? ranks : slotsCount ? Math.max(1, hosts.slots()) : 1;
        boolean byNode = mapBy.equals("node") || mapBy.equals("host");
        Layout layout = Layout.of(hosts.all(), wanted, byNode, ranksPerMachine);
        List<Boolean> local = new ArrayList<>();
        for (String host : layout.hosts()) {
            local.add(kind != RemoteStart.Kind.FORK && host.equals(own.name()));
        }
        if (kind == RemoteStart.Kind.SLURM && local.contains(false)) {
            // One srun starts all hosts alike.
            local.replaceAll(any -> false);
        }
        List<String> words =
                shell.isBlank() ? RemoteStart.SSH : List.of(shell.trim().split("\\s+"));
        return new Choice(
                layout,
                new RemoteStart(kind, words, local),
                hosts.source() == Hosts.Source.AGREED_FILE);
    }

    private RemoteStart.Kind kind(Hosts hosts) {
        return switch (launcher) {
            case "" ->
                    hosts.source() == Hosts.Source.SLURM && shell.isBlank()
                            ? RemoteStart.Kind.SLURM
                            : RemoteStart.Kind.SSH;
            case "ssh", "rsh" -> RemoteStart.Kind.SSH;
            case "slurm" -> RemoteStart.Kind.SLURM;
            case "fork" -> RemoteStart.Kind.FORK;
            default ->
                    throw new IllegalArgumentException(
                            "-launcher " + launcher + ": ssh, slurm or fork");
        };
    }

    private Hosts localNamesAsOne(Hosts hosts, RemoteStart.Kind kind, OwnNames own) {
        if (kind == RemoteStart.Kind.FORK || hosts.source() == Hosts.Source.NOBODY) {
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
