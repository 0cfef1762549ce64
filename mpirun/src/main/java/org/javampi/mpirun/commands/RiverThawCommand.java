package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.javampi.mpirun.cli.RiverPlace;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.resource.River;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code river thaw}: a resource comes to life from a file. */
@Command(
        name = "thaw",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Brings a resource to life that 'river freeze' has written to a file.")
final class RiverThawCommand implements RiverAction {
    @Mixin
    private RiverPlace place = new RiverPlace();

    @Option(
            names = "--on",
            paramLabel = "VM",
            description = "the VM's name, or what that begins with (default: one that waits for work)")
    private String vm;

    @Parameters(paramLabel = "FILE", description = "what 'river freeze' has written")
    private Path file;

    private final PrintStream out;

    RiverThawCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public int perform() throws InterruptedException {
        try (River river = RiverPlace.open(place.options())) {
            byte[] image = Files.readAllBytes(file);
            RiverInventory inventory = new RiverInventory(river);
            RiverVm target = vm == null ? inventory.anyVm() : inventory.vm(vm);
            out.println("river: resource "
                    + inventory
                            .ask(target, Map.of("ask", "thaw", "image", image))
                            .getUuid("resource") + " lives on "
                    + target.peer());
            return 0;
        } catch (IOException e) {
            throw new LaunchFailure(RiverPlace.text(e), e);
        }
    }
}
