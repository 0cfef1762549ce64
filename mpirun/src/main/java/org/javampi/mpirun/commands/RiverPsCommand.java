package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.javampi.mpirun.cli.RiverPlace;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.resource.River;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code river ps}: the resources that live on VMs. */
@Command(
        name = "ps",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Lists the resources on all VMs that can be found.")
final class RiverPsCommand implements RiverAction {
    private static final String LINE = "%-36s  %-8s  %-12s  %7s  %7s  %8s  %s%n";
    private static final int SHORT = 8;

    @Mixin
    private RiverPlace place = new RiverPlace();

    private final PrintStream out;
    private final PrintStream err;

    RiverPsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public int perform() throws InterruptedException {
        try (River river = RiverPlace.open(place.options())) {
            List<RiverInventory.Resident> all = new RiverInventory(river).residents();
            if (all.isEmpty()) {
                err.println("river: no resource lives on a VM that can be found; 'river ls' lists the VMs");
                return 0;
            }
            out.printf(Locale.ROOT, LINE, "RESOURCE", "VM", "HOST", "PID", "QUEUED", "SECONDS", "CLASS");
            for (RiverInventory.Resident one : all) {
                out.printf(
                        Locale.ROOT,
                        LINE,
                        one.name(),
                        one.vm().id().toString().substring(0, SHORT),
                        one.vm().peer().host(),
                        one.vm().peer().pid(),
                        one.queued(),
                        one.seconds(),
                        one.type() + (one.frozen() ? " (frozen, to be thawed)" : ""));
            }
            return 0;
        } catch (IOException e) {
            throw new LaunchFailure(RiverPlace.text(e), e);
        }
    }
}
