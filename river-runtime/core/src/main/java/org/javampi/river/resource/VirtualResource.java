package org.javampi.river.resource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.Constraint;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.message.SuspendedException;

/**
 * A virtual resource: a body of its own, {@link #run}, in a thread of its own, with a queue of
 * messages and a name by which every resource of the River can talk to it, wherever either lives.
 * Users extend this; {@link River#run}, {@link River#start} or {@link #deploy} bring it to life,
 * and only then its name and queue exist: not in its constructor.
 *
 * <p>A resource is deployed as its class, which therefore is public or not, but top-level or
 * static, with a constructor without parameters; what it needs to know comes as {@link #arguments}
 * or by message. Threads that it starts may use all its methods, and end with it.
 */
public abstract class VirtualResource {
    private LocalResource residency;

    /** A resource that does not live yet. */
    protected VirtualResource() {
        // It gets its place when it comes to life.
    }

    /**
     * What the resource does; its life ends when this returns or throws.
     *
     * @throws Exception anything: a failure, of which those hear that have deployed or watch it
     */
    protected abstract void run() throws Exception;

    /**
     * Whether this is a resource that was frozen, or has moved, and now runs again: {@link #run} begins anew, with the fields
     * and the queue that it had at the receive where it was frozen. Fields that are transient are as the constructor has
     * made them. A resource of {@link FreezableClasses} goes on where it was, in the middle of its call.
     */
    protected final boolean isThawed() {
        return here().thawed;
    }

    final void settle(LocalResource place) {
        residency = place;
    }

    private LocalResource here() {
        if (residency == null) {
            throw new IllegalStateException(
                    getClass().getName() + " lives in no River yet: River.run or start it first");
        }
        return residency;
    }

    /** Its name: no other resource ever bears it. */
    public final UUID name() {
        return here().name;
    }

    /** Who has deployed it: a resource, or a VM's control resource. */
    public final UUID parent() {
        return here().parent;
    }

    /** The VM it lives on. */
    public final River river() {
        return here().river;
    }

    /** What it was started or deployed with; empty rather than null. */
    protected final List<?> arguments() {
        return here().arguments;
    }

    /**
     * Sends a message. Returns as soon as it is on its way; messages from one resource to another
     * arrive in the order in which they were sent.
     *
     * @param destination name of the receiver, wherever it lives
     * @param attributes copied before this returns; what may be sent says {@link
     *     org.javampi.river.message.AttributeCodec}
     * @throws LostException when the receiver is known to be gone, or nobody knows it
     * @throws InterruptedException when this resource is ended while the receiver is looked for
     */
    protected final void send(UUID destination, Map<String, ?> attributes) throws InterruptedException {
        send(List.of(destination), attributes);
    }

    /**
     * Sends one message to several resources. When one is gone the others get theirs all the same,
     * before this throws.
     */
    protected final void send(Iterable<UUID> destinations, Map<String, ?> attributes) throws InterruptedException {
        while (true) {
            here().pass();
            try {
                here().river.send(here().name, destinations, attributes);
                return;
            } catch (SuspendedException e) {
                // Nothing has been sent: it is tried again, here or where the resource has moved to.
                continue;
            }
        }
    }

    /**
     * Takes the first message, in order of arrival, that meets all constraints, and waits for it;
     * all others stay where they are.
     *
     * @throws LostException when the constraints name a source that is gone and no such message of
     *     its is here; without a source, once for each resource that this one has deployed or
     *     {@link #watch watches} and that has failed or vanished with its VM
     * @throws InterruptedException when this resource is ended
     */
    protected final RiverMessage recv(Constraint... constraints) throws InterruptedException {
        hearOfSources(constraints);
        while (true) {
            try {
                return here().mailbox.receive(constraints);
            } catch (SuspendedException e) {
                here().freeze(-1);
            }
        }
    }

    /**
     * As {@link #recv(Constraint...)}, but waits only so long.
     *
     * @return empty when no such message has come in time
     * @throws LostException as there
     * @throws InterruptedException when this resource is ended
     */
    protected final Optional<RiverMessage> recv(Duration timeout, Constraint... constraints)
            throws InterruptedException {
        hearOfSources(constraints);
        long endNs = System.nanoTime() + here().timeLeftNs(timeout.toNanos());
        while (true) {
            try {
                return here().mailbox.receive(endNs - System.nanoTime(), constraints);
            } catch (SuspendedException e) {
                here().freeze(endNs - System.nanoTime());
            }
        }
    }

    /** Who waits for a certain one must hear of its end; who finds its message need not. */
    private void hearOfSources(Constraint... constraints) throws InterruptedException {
        for (Constraint constraint : constraints) {
            UUID source = constraint.source();
            if (source != null
                    && !here().watched.contains(source)
                    && peek(constraints).isEmpty()) {
                here().river.watch(here(), source, false);
            }
        }
    }

    /** The message that {@link #recv(Constraint...)} would take now, left where it is. */
    protected final Optional<RiverMessage> peek(Constraint... constraints) {
        return here().mailbox.peek(constraints);
    }

    /**
     * From now on this resource hears when another one fails, as it does of those that it deploys:
     * by an exception at its next {@link #recv(Constraint...)} that finds nothing.
     */
    protected final void watch(UUID other) throws InterruptedException {
        here().river.watch(here(), other, true);
    }

    /**
     * Brings a resource to life on a VM, as a child of this one; returns its name when it lives.
     *
     * @throws LostException when the VM is gone
     * @throws DeploymentException when the VM does not want it, or cannot load or make it
     */
    protected final UUID deploy(RiverVm vm, Class<? extends VirtualResource> type, Object... arguments)
            throws InterruptedException {
        return here().river.deploy(vm.peer(), type, List.of(arguments), here());
    }
}
