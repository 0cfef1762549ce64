package org.javampi.freezing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.FreezableClasses;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;
import org.javampi.river.resource.VirtualResource;
import org.javampi.river.trust.Secret;

/** A river of several VMs in this process, and what the command does with resources. */
final class Landscape implements AutoCloseable {
    private static final long PATIENCE_MS = 120_000;

    final River home;
    final List<River> vms = new ArrayList<>();

    Landscape(int count) throws IOException, InterruptedException {
        int port;
        try (DatagramSocket socket = new DatagramSocket(0)) {
            port = socket.getLocalPort();
        }
        RiverOptions options = RiverOptions.of(Secret.random()).withDiscoveryPort(port);
        home = River.open(options);
        for (int i = 0; i < count; i++) {
            vms.add(River.open(options.takingWork()));
            home.find(vms.get(i).self().peer().address());
        }
    }

    River vm(int number) {
        return vms.get(number);
    }

    /** A class of the program, as a program has it that was started to be freezable. */
    static Class<? extends VirtualResource> freezable(Class<? extends VirtualResource> type) {
        FreezableClasses classes = new RewritingProvider().open(type.getName(), type.getClassLoader(), Landscape::file);
        try {
            return Class.forName(type.getName(), true, classes.loader()).asSubclass(VirtualResource.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] file(String className) {
        try (InputStream in = Landscape.class.getResourceAsStream("/" + className.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code river freeze} asks. */
    RiverMessage freeze(River vm, UUID resource) throws InterruptedException {
        return home.ask(vm.id(), Map.of("ask", "freeze", "resource", resource, "timeoutMs", PATIENCE_MS));
    }

    /** What {@code river thaw} asks. */
    RiverMessage thaw(River vm, byte[] image) throws InterruptedException {
        return home.ask(vm.id(), Map.of("ask", "thaw", "image", image));
    }

    /** What {@code river migrate} asks. */
    RiverMessage migrate(River from, UUID resource, River to) throws InterruptedException {
        return home.ask(
                from.id(),
                Map.of(
                        "ask",
                        "migrate",
                        "resource",
                        resource,
                        "vm",
                        to.self().peer().encode(),
                        "timeoutMs",
                        PATIENCE_MS));
    }

    @Override
    public void close() throws IOException {
        for (River vm : vms) {
            vm.close();
        }
        home.close();
    }
}
