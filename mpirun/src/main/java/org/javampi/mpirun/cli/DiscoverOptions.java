package org.javampi.mpirun.cli;

import org.javampi.river.resource.RiverOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say that a job's hosts are VMs that wait for work. */
public final class DiscoverOptions {
    @Option(
            names = {"-discover", "--discover"},
            description = {
                "run on free VMs that 'river vm' has started, found on the network of --bind-address",
                "or by --seed, and leased until the job has ended"
            })
    private boolean discover;

    @Mixin
    private RiverPlace place = new RiverPlace();

    /** Whether hosts are to be discovered. */
    public boolean isOn() {
        return discover;
    }

    /** Which River is meant. */
    public RiverOptions river() {
        return place.options();
    }

    /**
     * Refuses options that mean nothing without {@code --discover}.
     *
     * @throws IllegalArgumentException naming them
     */
    public void check() {
        if (!discover && place.isNamed()) {
            throw new IllegalArgumentException(
                    "--secret-file, --bind-address, --seed and --discovery-port belong to --discover");
        }
    }
}
