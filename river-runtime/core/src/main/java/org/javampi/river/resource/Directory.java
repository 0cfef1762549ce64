package org.javampi.river.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Network;
import org.javampi.river.network.Peer;

/** On which VM each resource lives, and which of them are gone, as far as this VM knows. */
final class Directory {
    private final Network network;
    private final UUID self;
    private final LocalResources residents;
    private final ControlResource control;
    private final Neighborhood surroundings;

    /** On which VM resources live that this one has talked to. */
    private final ExpiringMap<UUID> places;

    /** Resources elsewhere that are known to have ended. */
    private final ExpiringMap<LostException> gone;

    /**
     * A directory of nobody yet.
     *
     * @param keepMs how long it knows what is not asked for; later requests search again
     */
    Directory(
            Network network, LocalResources residents, ControlResource control, Neighborhood surroundings, int keepMs) {
        long keepNs = TimeUnit.MILLISECONDS.toNanos(keepMs);
        places = new ExpiringMap<>(keepNs, System::nanoTime);
        gone = new ExpiringMap<>(keepNs, System::nanoTime);
        this.network = network;
        self = network.self().machine();
        this.residents = residents;
        this.control = control;
        this.surroundings = surroundings;
    }

    /** A resource has been brought to life on a VM. */
    void onDeployed(UUID resource, UUID machine) {
        places.put(resource, machine);
    }

    /** A message of a resource has come from a VM. */
    void onHeard(UUID resource, UUID machine) {
        places.putIfAbsent(resource, machine);
    }

    /** A resource is said to live on a VM. */
    void onHeard(UUID resource, Peer vm) {
        network.remember(vm);
        onHeard(resource, vm.machine());
    }

    /** The VM that a resource was last known to live on; null when none is known. */
    Peer lastPlace(UUID resource) {
        UUID machine = residents.find(resource) != null ? self : places.get(resource);
        return machine == null ? null : network.find(machine);
    }

    /** A resource is not there any more: the first that is told of it stays. */
    void onGone(UUID resource, LostException loss) {
        gone.putIfAbsent(resource, loss.noted());
        places.remove(resource);
    }

    /** A VM has been gone for long: who lived there is not spoken of any more. */
    void onForgotten(UUID machine) {
        places.removeIf(machine::equals);
        gone.removeIf(loss -> machine.equals(loss.machine()));
    }

    /** The failure to throw when a resource is needed that is gone. */
    LostException lost(UUID resource, UUID machine, String why) {
        return new LostException(
                resource,
                machine,
                resource.equals(machine)
                        ? describe(machine) + " is gone: " + why
                        : "resource " + resource + " on " + describe(machine) + " is gone: " + why);
    }

    /** A VM for people. */
    String describe(UUID machine) {
        Peer peer = network.find(machine);
        return peer == null ? "VM " + machine : peer.toString();
    }

    /** The VM that a resource lives on: known, or asked for at first contact. */
    UUID locate(UUID resource) throws InterruptedException {
        if (residents.find(resource) != null || resource.equals(self)) {
            return self;
        }
        LostException loss = gone.get(resource);
        if (loss != null) {
            throw new LostException(resource, loss.machine(), loss.getMessage());
        }
        UUID machine = places.get(resource);
        UUID lastPlace = null;
        if (machine != null && !machine.equals(resource) && network.whyGone(machine) != null) {
            // It may have moved before, and be known elsewhere.
            lastPlace = machine;
            machine = null;
        }
        if (machine == null && network.find(resource) != null) {
            return resource;
        }
        if (machine == null) {
            Ending end = residents.endingOf(resource);
            if (end != null) {
                throw lost(resource, self, end.text());
            }
            machine = search(resource, lastPlace);
            places.put(resource, machine);
        }
        return machine;
    }

    /** Asks all VMs; {@code lastPlace} is the VM, gone by now, where it was seen last, or null. */
    private UUID search(UUID resource, UUID lastPlace) throws InterruptedException {
        Set<UUID> asked = new LinkedHashSet<>();
        UUID machine = whoHosts(resource, network.connected(), asked);
        if (machine == null) {
            try {
                List<Peer> others = new ArrayList<>();
                surroundings.discover(Integer.MAX_VALUE, River.LISTEN).forEach(vm -> others.add(vm.peer()));
                machine = whoHosts(resource, others, asked);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot look for resource " + resource, e);
            }
        }
        if (machine == null && lastPlace != null) {
            throw lost(resource, lastPlace, network.whyGone(lastPlace));
        }
        if (machine == null) {
            throw new LostException(
                    resource,
                    null,
                    "resource "
                            + resource
                            + " is not known to any of the "
                            + asked.size()
                            + " VMs that this one can find");
        }
        return machine;
    }

    private UUID whoHosts(UUID resource, List<Peer> peers, Set<UUID> asked) throws InterruptedException {
        List<Peer> fresh = new ArrayList<>();
        for (Peer peer : peers) {
            if (asked.add(peer.machine())) {
                fresh.add(peer);
            }
        }
        for (CompletableFuture<RiverMessage> answer :
                control.askAll(fresh, Map.of("ask", "where", "resource", resource))) {
            try {
                RiverMessage place = ControlResource.await(answer);
                if (place.has("vm")) {
                    return place.getUuid("vm");
                }
            } catch (LostException e) {
                // A node that is gone hosts nothing.
                continue;
            }
        }
        return null;
    }
}
