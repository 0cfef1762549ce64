package org.javampi.river.farm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.ChildVm;
import org.javampi.river.resource.RiverOptions;
import org.javampi.river.resource.SiteOptions;
import org.javampi.river.resource.VirtualResource;

/**
 * Keeps a child VM on a VM of the River, for tasks that may have to be killed: starts it, kills it, starts it anew, and
 * says how it has ended. The child ends with its keeper.
 *
 * <pre>
 *  do      answered by
 *  start   endpoint of a new child
 *  ending  text: how the child has ended; it is killed if it has not
 *  kill
 * </pre>
 */
final class Keeper extends VirtualResource {
    static final String SERVICE = "keeper";
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration END = Duration.ofSeconds(5);

    private ChildVm child;
    private Path files;

    @Override
    protected void run() throws Exception {
        files = Files.createTempDirectory("river-tasks-");
        river().serve(name(), SERVICE, this::answer);
        try {
            while (true) {
                recv();
            }
        } finally {
            end();
        }
    }

    private synchronized Map<String, ?> answer(RiverMessage request) throws IOException, InterruptedException {
        return switch (request.getString("do")) {
            case "start" -> Map.of("endpoint", start());
            case "ending" -> Map.of("text", ending());
            case "kill" -> {
                child.kill();
                yield Map.of();
            }
            default -> throw new IllegalArgumentException("a keeper cannot " + request.get("do"));
        };
    }

    private String start() throws IOException, InterruptedException {
        if (child != null) {
            child.kill();
        }
        RiverOptions options = river().options();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(RiverOptions.SECRET, options.secret().toHex());
        environment.put(RiverOptions.BIND, options.bind().getHostAddress());
        environment.put(RiverOptions.DISCOVERY_PORT, Integer.toString(options.discoveryPort()));
        environment.put(RiverOptions.OWNER, ((UUID) arguments().get(0)).toString());
        List<String> jvm = new ArrayList<>(List.of(
                "-Xmx" + Runtime.getRuntime().maxMemory(), SiteOptions.DEFAULT_COLLECTOR, "-Djava.io.tmpdir=" + files));
        ((List<?>) arguments().get(1)).forEach(option -> jvm.add((String) option));
        child = ChildVm.start(System.getProperty("java.class.path"), jvm, environment, System.out);
        var endpoint = child.endpoint(START);
        return endpoint.getAddress().getHostAddress() + ":" + endpoint.getPort();
    }

    private String ending() throws InterruptedException {
        child.awaitEnd(END);
        child.kill();
        return child.ending();
    }

    private synchronized void end() {
        // Interrupted, since that is how it ends: the child must go all the same.
        Thread.interrupted();
        if (child != null) {
            child.close();
        }
        try (Stream<Path> tree = Files.walk(files)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files are left in " + files, e);
        }
    }
}
