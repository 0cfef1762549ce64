package org.javampi.mpirun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that name hosts: those of the job, or of one of its programs. */
public final class HostNames {
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

    /** The file of hosts, or null. */
    public Path hostfile() {
        return hostfile;
    }

    /** Lists of hosts; none, one or several. */
    public List<String> lists() {
        return lists;
    }

    /** Whether any host is named. */
    public boolean isNamed() {
        return hostfile != null || !lists.isEmpty();
    }
}
