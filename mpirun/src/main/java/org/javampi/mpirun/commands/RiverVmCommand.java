package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.javampi.mpirun.cli.RiverPlace;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code river vm}: a node that waits for work until its process is ended. */
@Command(
        name = "vm",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = "Starts a VM that waits for work, until Ctrl-C.")
public final class RiverVmCommand implements RiverAction {
    @Mixin
    private RiverPlace place = new RiverPlace();

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "TCP port to listen on, for seeds to be known by (default any)")
    private int port;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "ranks of a job that it is meant for (default: one per processor)")
    private int slots = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--attribute",
            paramLabel = "NAME=VALUE",
            description = "what programs can look for, such as gpu=2; may be repeated")
    private List<String> attributes = new ArrayList<>();

    private final PrintStream out;
    private final PrintStream err;

    RiverVmCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    private RiverOptions options() {
        RiverOptions options = place.options().withPort(port).takingWork().withSlots(slots);
        try {
            Map<String, Object> all = new LinkedHashMap<>(options.attributes());
            all.putAll(RiverOptions.attributes(attributes));
            return options.withAttributes(all);
        } catch (IOException e) {
            throw new LaunchFailure(RiverPlace.text(e), e);
        }
    }

    @Override
    public int perform() throws InterruptedException {
        if (slots < 1) {
            throw new LaunchFailure("--slots " + slots + ": at least 1 is needed");
        }
        River river = RiverPlace.open(options());
        Thread farewell = new Thread(
                () -> {
                    try {
                        river.close();
                    } catch (IOException e) {
                        err.println("river: at the end: " + e.getMessage());
                    }
                },
                "river-farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        river.problems().forEach(problem -> err.println("river: " + problem));
        out.println("river: VM " + river.id() + " waits for work at "
                + river.self().peer().endpoint());
        out.flush();
        // Its end comes from outside.
        new CountDownLatch(1).await();
        return 0;
    }
}
