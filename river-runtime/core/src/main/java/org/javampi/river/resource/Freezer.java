package org.javampi.river.resource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Peer;

/**
 * Freezes resources of this VM at their receives, thaws them here, and moves them to other VMs. A resource that has moved
 * keeps its name: what is sent to it here is passed on, in order.
 */
final class Freezer {
    private final River river;
    private final LocalResources residents;
    private final ControlResource control;

    Freezer(River river, LocalResources residents, ControlResource control) {
        this.river = river;
        this.residents = residents;
        this.control = control;
    }

    /**
     * Freezes a resource: waits until it stands at a receive.
     *
     * @return its image
     * @throws IllegalStateException when it cannot be frozen, or does not come to a receive in time
     */
    byte[] freeze(UUID name, long timeoutMs) throws InterruptedException {
        LocalResource place = resident(name);
        byte[] image = stop(place, timeoutMs).encode();
        Ending end = Ending.onRequest("it was frozen");
        residents.bury(name, end);
        place.leave(end, (message, from) -> river.tellGone(from, name, end.text()));
        return image;
    }

    private LocalResource resident(UUID name) {
        LocalResource place = residents.find(name);
        if (place == null) {
            throw new IllegalStateException("resource " + name + " does not live on this VM");
        }
        return place;
    }

    private static ResourceImage stop(LocalResource place, long timeoutMs) throws InterruptedException {
        CompletableFuture<ResourceImage> image = place.suspend();
        try {
            return image.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (place.resume()) {
                throw new IllegalStateException(
                        place.describe() + " has not come to a receive within " + timeoutMs
                                + " ms: it can be frozen only there",
                        e);
            }
            return image.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    /**
     * Brings a frozen resource to life here, under its name.
     *
     * @param deployer the VM on whose behalf it lives from now on
     */
    UUID thaw(ResourceImage image, UUID deployer) throws Exception {
        if (residents.find(image.resource()) != null) {
            throw new IllegalStateException("resource " + image.resource() + " lives on this VM already");
        }
        ClassLoader classes = new ShippedLoader(image::fileOf);
        VirtualResource resource = ControlResource.make(classes, image.className());
        image.restore(resource, classes);
        LocalResource place =
                river.settle(resource, image.resource(), image.parent(), deployer, image.arguments(), classes);
        place.thawed = true;
        for (RiverMessage message : image.queue()) {
            place.mailbox.deliver(message);
        }
        residents.start(place);
        return image.resource();
    }

    /**
     * Moves a resource to another VM.
     *
     * @throws IllegalStateException when it cannot be frozen here or thawed there: it goes on here then
     */
    void migrate(UUID name, Peer target, long timeoutMs) throws Exception {
        LocalResource place = resident(name);
        ResourceImage image = stop(place, timeoutMs);
        try {
            river.remember(target);
            Map<String, Object> order =
                    new LinkedHashMap<>(Map.of("ask", "thaw", "image", image.encode(), "keep", true));
            Peer deployer = river.peer(place.deployer);
            if (deployer != null) {
                order.put("deployer", deployer.encode());
            }
            RiverMessage answer = ControlResource.await(control.ask(target.machine(), order));
            if (answer.has("error")) {
                throw new IllegalStateException(answer.getString("error"));
            }
        } catch (LostException | IllegalStateException e) {
            residents.forget(name);
            thaw(image, place.deployer);
            LocalResource again = residents.find(name);
            place.leave(null, (message, from) -> again.mailbox.deliver(message));
            throw new IllegalStateException(
                    "resource " + name + " stays where it is, since it cannot be thawed on " + target + ": "
                            + e.getMessage(),
                    e);
        }
        place.leave(null, (message, from) -> river.passOn(target.machine(), name, message, from));
        residents.moved(name, target.machine());
        // Those that watch it here hear of its end there.
        control.ask(target.machine(), Map.of("ask", "watch", "resource", name)).whenComplete((end, loss) -> {
            boolean known = end != null && end.has("text");
            place.end(
                    known
                            ? new Ending(end.getBoolean("failed"), end.getString("text"), null)
                            : new Ending(true, loss == null ? "it is lost" : loss.getMessage(), null));
        });
    }

    /** What lives here, for people. */
    List<Map<String, Object>> resources() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (LocalResource place : residents.all()) {
            list.add(Map.of(
                    "resource", place.name,
                    "class", place.className(),
                    "parent", place.parent,
                    "queued", place.mailbox.size(),
                    "seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - place.bornNs)));
        }
        return list;
    }

    /** Reads a VM's description. */
    static Peer peer(byte[] bytes) {
        try {
            return Peer.decode(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
