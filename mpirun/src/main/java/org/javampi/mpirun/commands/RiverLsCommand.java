package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.javampi.mpirun.cli.RiverPlace;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Peer;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code river ls}: who is there, and what they do. */
@Command(
        name = "ls",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Lists the VMs that can be found, with their state.")
public final class RiverLsCommand implements RiverAction {
    private static final String LINE = "%-36s  %-21s  %-16s  %5s  %7s  %-6s  %9s  %s%n";

    @Mixin
    private RiverPlace place = new RiverPlace();

    private final PrintStream out;
    private final PrintStream err;

    RiverLsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public int perform() throws InterruptedException {
        RiverOptions options = place.options();
        try (River river = RiverPlace.open(options)) {
            river.problems().forEach(problem -> err.println("river: " + problem));
            List<RiverVm> found = river.discover();
            if (found.isEmpty()) {
                err.println("river: no VM found on the network of "
                        + options.bind().getHostAddress()
                        + " with this secret; 'river vm' starts one");
                return 0;
            }
            out.printf(Locale.ROOT, LINE, "VM", "ADDRESS", "HOST", "SLOTS", "PID", "STATE", "RESOURCES", "OWNER");
            found.stream()
                    .sorted(Comparator.comparing(vm -> vm.peer().endpoint()))
                    .forEach(vm -> print(river, vm));
            return 0;
        } catch (IOException e) {
            throw new LaunchFailure(RiverPlace.text(e), e);
        }
    }

    private void print(River river, RiverVm vm) {
        Peer peer = vm.peer();
        RiverMessage state = state(river, vm);
        out.printf(
                Locale.ROOT,
                LINE,
                vm.id(),
                peer.endpoint(),
                peer.host(),
                state == null ? "?" : state.getInt("slots"),
                peer.pid(),
                vm.state().name().toLowerCase(Locale.ROOT),
                state == null ? "(gone)" : state.getList("resources").size(),
                vm.owner() == null ? "" : vm.owner());
    }

    /** What a VM says of itself; null when it is gone. */
    private static RiverMessage state(River river, RiverVm vm) {
        try {
            return river.ask(vm.id(), Map.of("ask", "state"));
        } catch (LostException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
