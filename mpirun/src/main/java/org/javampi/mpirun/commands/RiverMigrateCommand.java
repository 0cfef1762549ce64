package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.javampi.mpirun.cli.RiverPlace;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.resource.River;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code river migrate}: a resource moves to another VM, and keeps its name. */
@Command(
        name = "migrate",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Moves a resource to another VM at its next receive; it keeps its name, fields and queue.")
final class RiverMigrateCommand implements RiverAction {
    @Mixin
    private RiverPlace place = new RiverPlace();

    @Parameters(index = "0", paramLabel = "RESOURCE", description = "its name, or what that begins with")
    private String resource;

    @Parameters(index = "1", paramLabel = "VM", description = "the VM's name, or what that begins with")
    private String vm;

    private final PrintStream out;

    RiverMigrateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public int perform() throws InterruptedException {
        try (River river = RiverPlace.open(place.options())) {
            RiverInventory inventory = new RiverInventory(river);
            RiverInventory.Resident resident = inventory.resident(resource);
            RiverVm target = inventory.vm(vm);
            inventory.ask(
                    resident.vm(),
                    Map.of(
                            "ask",
                            "migrate",
                            "resource",
                            resident.name(),
                            "vm",
                            target.peer().encode(),
                            "timeoutMs",
                            RiverInventory.FREEZE_MS));
            out.println("river: resource " + resident.name() + " has moved to " + target.peer());
            return 0;
        } catch (IOException e) {
            throw new LaunchFailure(RiverPlace.text(e), e);
        }
    }
}
