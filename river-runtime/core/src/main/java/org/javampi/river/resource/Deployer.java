package org.javampi.river.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Network;
import org.javampi.river.network.Peer;

/** Brings resources to life on other VMs. */
final class Deployer {
    private final Network network;
    private final ControlResource control;
    private final Directory directory;
    private final Watches watches;

    Deployer(Network network, ControlResource control, Directory directory, Watches watches) {
        this.network = network;
        this.control = control;
        this.directory = directory;
        this.watches = watches;
    }

    /**
     * Brings a resource to life on a VM.
     *
     * @param parent who hears of its end, or null for this VM, which does not
     */
    UUID deploy(Peer peer, Class<? extends VirtualResource> type, List<?> arguments, LocalResource parent)
            throws InterruptedException {
        network.remember(peer);
        UUID vm = peer.machine();
        try {
            type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new DeploymentException(
                    type.getName()
                            + " cannot be deployed: it must be top-level or static, with a"
                            + " constructor without parameters",
                    e);
        }
        UUID child = UUID.randomUUID();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("ask", "deploy");
        order.put("class", type.getName());
        order.put("loader", control.shelf().numberOf(type));
        if (type.getClassLoader() instanceof FreezableClasses) {
            order.put("freezable", true);
        }
        order.put("arguments", arguments);
        order.put("resource", child);
        order.put("parent", parent == null ? network.self().machine() : parent.name);
        ControlResource.Ticket end = null;
        if (parent != null) {
            end = control.ticket(vm);
            order.put("watch", end.number());
        }
        RiverMessage answer;
        try {
            answer = ControlResource.await(control.ask(vm, order));
        } catch (LostException e) {
            forget(end);
            throw new LostException(e.resource(), e.machine(), type.getName() + " not deployed: " + e.getMessage());
        }
        if (answer.has("error")) {
            forget(end);
            throw new DeploymentException(
                    type.getName() + " not deployed on " + directory.describe(vm) + ": " + answer.getString("error"));
        }
        directory.onDeployed(child, vm);
        if (end != null) {
            parent.watched.add(child);
            watches.hear(parent, child, vm, end.answer(), true);
        }
        return child;
    }

    private static void forget(ControlResource.Ticket ticket) {
        if (ticket != null) {
            ticket.answer().cancel(false);
        }
    }
}
