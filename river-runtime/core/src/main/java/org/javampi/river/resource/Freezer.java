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
     * Freezes a resource: waits until it stands at a call where it can be. What is sent to one whose frames were saved is
     * held here until it is thawed.
     *
     * @return its image
     * @throws IllegalStateException when it cannot be frozen, or does not come to such a call in time
     */
    byte[] freeze(UUID name, long timeoutMs) throws Exception {
        LocalResource place = resident(name);
        ResourceImage image = stop(place, timeoutMs);
        boolean isKept = image.frames() != null;
        byte[] bytes;
        try {
            bytes = (isKept ? image.withHome(river.self().peer()) : image).encode();
        } catch (IllegalStateException e) {
            settle(revive(image, place.deployer), image, place);
            throw e;
        }
        if (isKept) {
            place.keep();
        } else {
            Ending end = Ending.onRequest("it was frozen");
            residents.bury(name, end);
            place.leave(end, (message, from) -> river.tellGone(from, name, end.text()));
        }
        return bytes;
    }

    private LocalResource resident(UUID name) {
        LocalResource place = residents.find(name);
        if (place == null) {
            throw new IllegalStateException("resource " + name + " does not live on this VM");
        }
        if (place.isArriving()) {
            throw new IllegalStateException("resource " + name + " is on its way to this VM: ask again");
        }
        if (place.isLeaving()) {
            throw new IllegalStateException("resource " + name + " is frozen already");
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
        UUID name = image.resource();
        LocalResource before = residents.find(name);
        if (before != null && !before.isKept()) {
            throw new IllegalStateException("resource " + name + " lives on this VM already");
        }
        if (before == null && image.home() != null && image.home().machine().equals(river.id())) {
            throw new IllegalStateException(notWaitedFor(name));
        }
        settle(revive(image, deployer), image, before);
        return name;
    }

    /** A resource as it was, which has not begun yet. */
    private LocalResource revive(ResourceImage image, UUID deployer) throws Exception {
        LocalResource place;
        if (image.frames() == null) {
            ShippedLoader shipped = new ShippedLoader(image::fileOf);
            VirtualResource resource = ControlResource.make(shipped, image.className());
            image.restore(resource, shipped);
            place = river.settle(resource, image.resource(), image.parent(), deployer, image.arguments(), shipped);
        } else {
            ClassLoader classes = FreezableProviders.open(image).loader();
            place = new LocalResource(
                    river,
                    null,
                    image.className(),
                    image.resource(),
                    image.parent(),
                    deployer,
                    image.arguments(),
                    classes);
            try {
                place.revive(image.frames(), image.leftNs()).get();
            } catch (ExecutionException e) {
                Throwable why = e.getCause();
                throw new IllegalStateException(
                        place.describe() + " cannot be thawed: "
                                + (why instanceof IOException ? why.getMessage() : why.toString()),
                        why);
            }
        }
        place.thawed = true;
        for (RiverMessage message : image.queue()) {
            place.mailbox.deliver(message);
        }
        return place;
    }

    /**
     * Lets a resource that was revived begin, when what was held for it is here.
     *
     * @param before what has held it on this VM; null if that is another VM, or none
     */
    private void settle(LocalResource place, ResourceImage image, LocalResource before) throws InterruptedException {
        place.awaitArrival();
        UUID earlier = residents.movedTo(place.name);
        river.register(place);
        if (before != null) {
            before.leave(null, (message, from) -> place.takePassed(message));
            place.onEnd(before::end);
        } else if (image.home() != null) {
            try {
                fetchHeld(place, image.home());
            } catch (IllegalStateException e) {
                turnAway(place, earlier);
                throw e;
            }
        }
        river.restoreWatches(place, image.watches());
        place.arrive();
        residents.begin(place);
    }

    private void fetchHeld(LocalResource place, Peer home) throws InterruptedException {
        river.remember(home);
        RiverMessage answer;
        try {
            answer = ControlResource.await(control.ask(
                    home.machine(),
                    Map.of(
                            "ask",
                            "handover",
                            "resource",
                            place.name,
                            "vm",
                            river.self().peer().encode())));
        } catch (LostException e) {
            // With that VM what it held is lost, as its senders have heard.
            return;
        }
        if (answer.has("error")) {
            throw new IllegalStateException(answer.getString("error"));
        }
    }

    /** A resource does not come here after all: what has come for it goes where it would have gone. */
    private void turnAway(LocalResource place, UUID earlier) {
        if (earlier == null) {
            residents.forget(place.name);
            place.leave(null, (message, from) -> river.tellGone(from, place.name, "it is not there, or no longer"));
        } else {
            residents.moved(place.name, earlier);
            place.leave(null, (message, from) -> river.passOn(earlier, place.name, message, from));
        }
        place.abandon();
    }

    /** Why a resource that was frozen here cannot be thawed from its file. */
    private String notWaitedFor(UUID name) {
        UUID elsewhere = residents.movedTo(name);
        return "resource " + name
                + (elsewhere != null
                        ? " was thawed before, on " + river.describe(elsewhere)
                        : " was ended on " + river.self().peer() + " after it was frozen");
    }

    /**
     * A resource that was frozen here goes on elsewhere: passes on what was held for it, and what comes.
     *
     * @throws IllegalArgumentException when it is not waited for here
     */
    void handOver(UUID name, Peer target) {
        LocalResource place = residents.find(name);
        if (place == null || !place.isLeaving()) {
            throw new IllegalArgumentException(
                    place == null
                            ? notWaitedFor(name)
                            : "resource " + name + " was thawed before, on "
                                    + river.self().peer());
        }
        place.leave(null, (message, from) -> river.passOn(target.machine(), name, message, from));
        residents.moved(name, target.machine());
        // Those that watch it here hear of its end there.
        control.ask(target.machine(), Map.of("ask", "watch", "resource", name))
                .whenComplete((end, loss) -> place.end(Ending.elsewhere(end, loss, target)));
    }

    /**
     * Moves a resource to another VM.
     *
     * @throws IllegalStateException when it cannot be frozen here or thawed there: it goes on here then
     */
    void migrate(UUID name, Peer target, long timeoutMs) throws Exception {
        LocalResource place = resident(name);
        if (target.machine().equals(river.id())) {
            throw new IllegalStateException("resource " + name + " lives on " + target + " already");
        }
        ResourceImage image = stop(place, timeoutMs);
        try {
            river.remember(target);
            Map<String, Object> order = new LinkedHashMap<>(Map.of(
                    "ask", "thaw", "image", image.withHome(river.self().peer()).encode(), "keep", true));
            Peer deployer = river.peer(place.deployer);
            if (deployer != null) {
                order.put("deployer", deployer.encode());
            }
            RiverMessage answer = ControlResource.await(control.ask(target.machine(), order));
            if (answer.has("error")) {
                throw new IllegalStateException(answer.getString("error"));
            }
        } catch (LostException | IllegalStateException e) {
            if (!place.isLeaving()) {
                throw new IllegalStateException(
                        "resource " + name + " was lost on its way to " + target + ": " + e.getMessage(), e);
            }
            settle(revive(image, place.deployer), image, place);
            throw new IllegalStateException(
                    "resource " + name + " stays where it is, since it cannot be thawed on " + target + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** What lives here, for people. */
    List<Map<String, Object>> resources() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (LocalResource place : residents.all()) {
            list.add(Map.of(
                    "resource", place.name,
                    "class", place.className(),
                    "parent", place.parent,
                    "queued", place.queued(),
                    "frozen", place.isKept(),
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
