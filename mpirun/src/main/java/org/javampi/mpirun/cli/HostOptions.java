package org.javampi.mpirun.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.javampi.mpirun.setting.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which hosts a job has, what goes where, and how it gets there. */
public final class HostOptions {
    @Mixin
    HostNames names = new HostNames();

    @Option(
            names = {"-N", "-ppn", "--ppn", "-npernode", "--npernode", "-perhost"},
            paramLabel = "N",
            description = "ranks per host, instead of the hosts' slots")
    Integer perHost;

    @Option(
            names = {"-map-by", "--map-by"},
            paramLabel = "slot|core|node",
            description = "fill each host first (slot or core), or deal ranks out host by host" + " (default slot)")
    String mapBy = "slot";

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
    public boolean displayMap;

    @Option(
            names = {"-launcher", "--launcher"},
            paramLabel = "ssh|slurm|pbs|lsf|sge|fork",
            description = "what starts agents on other hosts (default ssh; in a batch job the batch system's way)")
    String launcher = "";

    @Option(
            names = {"-rsh-agent", "--rsh-agent", "-launcher-exec", "--launcher-exec"},
            paramLabel = "CMD",
            description = "called 'CMD host command' instead of ssh")
    String shell = "";

    @Option(
            names = {"-ship", "--ship"},
            description = "copy the program's class path to the other hosts, where they share no file system")
    boolean ship;

    @Option(
            names = {"-interface", "--interface", "-iface", "--iface"},
            paramLabel = "NAME|CIDR",
            description = "network interface to use, such as eth0 or 10.0.0.0/8")
    private String networkInterface = "";

    /** The settings that these options stand for. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!networkInterface.isEmpty()) {
            settings.put(Settings.INTERFACE, networkInterface);
        }
        if (ship) {
            settings.put(Settings.SHIP, "true");
        }
        if (!bindTo.isEmpty()) {
            settings.put(Settings.BIND, bindTo);
        }
        if (reportBindings) {
            settings.put(Settings.BIND_REPORT, "true");
        }
        return settings;
    }

    /** Whether there shall be fewer than one rank on each host. */
    public boolean isNonePerHost() {
        return perHost != null && perHost < 1;
    }

    /** Slots of each host, or 0 for the hosts' own. */
    public int perHost() {
        return perHost == null ? 0 : perHost;
    }

    /** The hosts that the job may use, but for programs that name their own. */
    public HostNames names() {
        return names;
    }

    /** How ranks are dealt out: slot, core or node. */
    public String mapBy() {
        return mapBy;
    }

    /** What starts agents; empty where it was not said. */
    public String launcher() {
        return launcher;
    }

    /** What is called instead of ssh; empty where it was not said. */
    public String shell() {
        return shell;
    }
}
