package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.javampi.mpirun.cli.RiverPlace;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.resource.River;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code river freeze}: a resource becomes a file. */
@Command(
        name = "freeze",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = {
            "Ends a resource at its next receive, and writes its fields and its queue to a file,",
            "from which 'river thaw' brings it to life again under its name. Of a program that",
            "runs with --transparent it writes the stack, too, at a receive or a send; what is sent",
            "to the resource meanwhile is kept for it."
        })
final class RiverFreezeCommand implements RiverAction {
    @Mixin
    private RiverPlace place = new RiverPlace();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "file to write; must not exist")
    private Path file;

    @Parameters(paramLabel = "RESOURCE", description = "its name, or what that begins with")
    private String resource;

    private final PrintStream out;

    RiverFreezeCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public int perform() throws InterruptedException {
        if (Files.exists(file)) {
            throw new LaunchFailure(file + " exists already: name another file");
        }
        try (River river = RiverPlace.open(place.options())) {
            // Before anything is frozen: where it goes to can be written.
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "river", ".draft");
            try {
                RiverInventory inventory = new RiverInventory(river);
                RiverInventory.Resident resident = inventory.resident(resource);
                byte[] image = inventory
                        .ask(
                                resident.vm(),
                                Map.of(
                                        "ask",
                                        "freeze",
                                        "resource",
                                        resident.name(),
                                        "timeoutMs",
                                        RiverInventory.FREEZE_MS))
                        .getBytes("image");
                try {
                    Files.write(draft, image);
                    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    inventory.ask(resident.vm(), Map.of("ask", "thaw", "image", image, "keep", true));
                    throw new LaunchFailure(
                            file + " cannot be written, and the resource goes on: " + RiverPlace.text(e), e);
                }
                out.println("river: resource " + resident.name() + " is frozen in " + file + " (" + image.length
                        + " bytes)");
                return 0;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new LaunchFailure(RiverPlace.text(e), e);
        }
    }
}
