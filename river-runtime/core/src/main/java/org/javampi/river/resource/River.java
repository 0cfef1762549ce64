package org.javampi.river.resource;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.discovery.VmState;
import org.javampi.river.message.Constraint;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Network;
import org.javampi.river.network.NetworkListener;
import org.javampi.river.network.Peer;
import org.javampi.river.platform.Platform;

/**
 * This process as a virtual machine of a River: hosts resources, knows where others are, finds,
 * leases and uses other VMs. Several may live in one process. Any thread.
 *
 * <pre>{@code
 * try (River river = River.open()) {
 *     river.run(new MyProgram());
 * }
 * }</pre>
 */
public final class River implements Closeable {
    /** How long answers to a question on the network are waited for. */
    static final Duration LISTEN = Duration.ofMillis(300);

    /** The Rivers of this process, in the order in which they were opened: for {@link #current} alone. */
    private static final ConcurrentLinkedDeque<River> OPEN = new ConcurrentLinkedDeque<>();

    /** A circle of senders that wait for each other is not longer. */
    private static final int MOST_HOPS = 64;

    private final RiverOptions options;
    private final Network network;
    private final LocalResources residents = new LocalResources();
    private final ControlResource control;
    private final Neighborhood surroundings;
    private final Directory directory;
    private final MessageRouter post;
    private final SendWindows windows;
    private final Watches watches;
    private final Deployer deployer;

    private River(RiverOptions options) throws IOException {
        this.options = options;
        control = new ControlResource(this, options, residents);
        network = Network.open(
                options.bind(),
                options.port(),
                Platform.current().hostName(),
                options.secret(),
                options.patience(),
                new Ears());
        surroundings = new Neighborhood(options, network, control, this::self);
        directory = new Directory(
                network, residents, control, surroundings, options.patience().goneMs());
        windows = new SendWindows(options.patience().goneMs(), this::probe);
        post = new MessageRouter(network, residents, control, directory, windows);
        watches = new Watches(control, directory);
        deployer = new Deployer(network, control, directory, watches);
    }

    /**
     * Takes part as the environment says; see {@link RiverOptions#fromEnvironment}.
     *
     * @throws IOException when it says something that cannot be, or as {@link #open(RiverOptions)}
     */
    public static River open() throws IOException {
        return open(RiverOptions.fromEnvironment());
    }

    /**
     * Takes part.
     *
     * @throws IOException when the address or port cannot be used; seeds that do not answer are no
     *     error but {@link #problems}, and called again and again
     */
    public static River open(RiverOptions options) throws IOException {
        River river = new River(options);
        river.network.start();
        river.surroundings.callSeedsFromNowOn();
        OPEN.add(river);
        return river;
    }

    /** This VM's name, which is also its control resource's. */
    public UUID id() {
        return network.self().machine();
    }

    /** This VM as others find it. */
    public RiverVm self() {
        return control.self(network.self());
    }

    /** How this VM takes part, secret included: for VMs that it starts itself. */
    public RiverOptions options() {
        return options;
    }

    /** What does not work of finding others, for people; empty when all does. */
    public List<String> problems() {
        return surroundings.problems();
    }

    /** Connections of callers that do not know the secret. */
    public long refusedConnections() {
        return network.refusedConnections();
    }

    /** Datagrams of senders that do not know the secret. */
    public long ignoredDatagrams() {
        return surroundings.ignoredDatagrams();
    }

    /** Messages that came for resources which were not here any more. */
    public long undeliverableMessages() {
        return post.undeliverableMessages();
    }

    /**
     * Looks for VMs for 300 ms.
     *
     * @return those that take work, leased ones too, this one not: those that answer a broadcast,
     *     and the seeds'
     * @throws IOException when the network takes no question
     * @throws InterruptedException when the thread is interrupted
     */
    public List<RiverVm> discover() throws IOException, InterruptedException {
        return discover(Integer.MAX_VALUE, LISTEN);
    }

    /**
     * Looks for VMs.
     *
     * @param enough with so many the search is over
     * @param timeout how long answers are waited for
     * @return as {@link #discover()}
     * @throws IOException when the network takes no question
     * @throws InterruptedException when the thread is interrupted
     */
    public List<RiverVm> discover(int enough, Duration timeout) throws IOException, InterruptedException {
        return surroundings.discover(enough, timeout);
    }

    /**
     * Looks for VMs of a certain kind, for 300 ms: {@code discover(where("cores").satisfies(Integer.class, n -> n >= 8))}.
     *
     * @param constraints on what a VM says of itself: {@code cores, slots, memory} (MiB of heap), {@code host, pid,
     *     java, os}, and what it was given as {@code river vm --attribute name=value}
     * @return as {@link #discover()}, those that meet all constraints
     * @throws IOException when the network takes no question
     * @throws InterruptedException when the thread is interrupted
     */
    public List<RiverVm> discover(Constraint... constraints) throws IOException, InterruptedException {
        List<RiverVm> fitting = new ArrayList<>();
        for (RiverVm vm : discover()) {
            try {
                RiverMessage state = ask(vm.id(), Map.of("ask", "state"));
                if (Arrays.stream(constraints).allMatch(constraint -> constraint.isMetBy(state))) {
                    fitting.add(vm);
                }
            } catch (LostException e) {
                // It was there a moment ago, and is not now: not found.
                continue;
            }
        }
        return fitting;
    }

    /**
     * Gets to know the VM that listens at an address.
     *
     * @throws IOException when none of this River does
     * @throws LostException when it goes before it says what it is
     * @throws InterruptedException when the thread is interrupted
     */
    public RiverVm find(InetSocketAddress endpoint) throws IOException, InterruptedException {
        Peer peer = network.call(endpoint);
        return ControlResource.vmOf(ask(peer.machine(), Map.of("ask", "state")));
    }

    /**
     * Leases free VMs, or none: those that one search finds.
     *
     * @param count how many
     * @throws NotEnoughVmsException when there are not so many
     * @throws IOException when the network takes no question
     * @throws InterruptedException when the thread is interrupted
     */
    public Allocation allocate(int count) throws IOException, InterruptedException {
        return allocate(count, Duration.ZERO);
    }

    /**
     * Leases free VMs, or none.
     *
     * @param count how many
     * @param patience how long to look again when there are not so many
     * @throws NotEnoughVmsException when there are not so many then
     * @throws IOException when the network takes no question
     * @throws InterruptedException when the thread is interrupted
     */
    public Allocation allocate(int count, Duration patience) throws IOException, InterruptedException {
        long startNs = System.nanoTime();
        while (true) {
            // Two that want more than there are must not take turns in step.
            long listenMs = ThreadLocalRandom.current().nextLong(LISTEN.toMillis());
            List<RiverVm> found = discover(Integer.MAX_VALUE, LISTEN.plusMillis(listenMs));
            List<RiverVm> leased = lease(found, count);
            if (leased.size() == count) {
                return new Allocation(this, leased);
            }
            leased.forEach(this::release);
            if (System.nanoTime() - startNs >= patience.toNanos()) {
                throw new NotEnoughVmsException(count
                        + " VMs asked for, "
                        + leased.size()
                        + " free of "
                        + found.size()
                        + " found: start more with 'river vm'"
                        + (problems().isEmpty() ? "" : " " + problems()));
            }
        }
    }

    private List<RiverVm> lease(List<RiverVm> found, int count) throws InterruptedException {
        List<RiverVm> leased = new ArrayList<>();
        for (RiverVm vm : found) {
            if (leased.size() < count && vm.state() == VmState.FREE) {
                network.remember(vm.peer());
                try {
                    RiverMessage answer = ControlResource.await(control.ask(vm.id(), Map.of("ask", "lease")));
                    if (answer.getBoolean("granted")) {
                        leased.add(vm);
                    }
                } catch (LostException e) {
                    // Free no longer.
                    continue;
                } catch (InterruptedException e) {
                    // Nobody will hear of those that are leased already, nor of the one asked.
                    leased.forEach(this::release);
                    release(vm);
                    throw e;
                }
            }
        }
        return leased;
    }

    /**
     * Leases certain VMs.
     *
     * @param wanted which
     * @return those of them that were free; perhaps none
     * @throws InterruptedException when the thread is interrupted
     */
    public Allocation lease(List<RiverVm> wanted) throws InterruptedException {
        return new Allocation(this, lease(wanted, wanted.size()));
    }

    void release(RiverVm vm) {
        control.ask(vm.id(), Map.of("ask", "release"));
    }

    /**
     * Asks a VM's control resource something, and waits for its answer.
     *
     * @param vm its name
     * @param question what can be asked is in {@code docs/river.md}
     * @throws LostException when the VM is gone, or goes before it answers
     * @throws InterruptedException when the thread is interrupted
     */
    public RiverMessage ask(UUID vm, Map<String, ?> question) throws InterruptedException {
        return ControlResource.await(control.ask(vm, question));
    }

    /**
     * Brings a resource to life on a VM, with this VM's control resource as its parent.
     *
     * @param vm one that is leased to this one, or takes work of anybody
     * @param type its class; see {@link VirtualResource}
     * @param arguments what it is told; of types that {@link
     *     org.javampi.river.message.AttributeCodec} takes
     * @return its name, once it lives
     * @throws LostException when the VM is gone
     * @throws DeploymentException when the VM does not want it, or cannot load or make it
     * @throws InterruptedException when the thread is interrupted
     */
    public UUID deploy(RiverVm vm, Class<? extends VirtualResource> type, Object... arguments)
            throws InterruptedException {
        return deploy(vm.peer(), type, List.of(arguments), null);
    }

    UUID deploy(Peer peer, Class<? extends VirtualResource> type, List<?> arguments, LocalResource parent)
            throws InterruptedException {
        return deployer.deploy(peer, type, arguments, parent);
    }

    /**
     * Brings a resource to life on this VM, in a thread of its own.
     *
     * @param arguments what it is told: the objects themselves, not copies
     * @return its name
     */
    public UUID start(VirtualResource resource, Object... arguments) {
        LocalResource place = settle(resource, UUID.randomUUID(), id(), id(), List.of(arguments), loaderOf(resource));
        residents.start(place);
        return place.name;
    }

    /**
     * Brings a resource to life on this VM and waits for its end.
     *
     * @param arguments what it is told: the objects themselves, not copies
     * @throws Exception what its body throws; InterruptedException when the waiting thread is
     *     interrupted, which ends it
     */
    public void run(VirtualResource resource, Object... arguments) throws Exception {
        LocalResource place = settle(resource, UUID.randomUUID(), id(), id(), List.of(arguments), loaderOf(resource));
        CompletableFuture<Ending> ended = new CompletableFuture<>();
        place.onEnd(ended::complete);
        residents.start(place);
        Ending end;
        try {
            end = ended.get();
        } catch (InterruptedException e) {
            place.end("the thread that started it was interrupted");
            throw e;
        }
        if (end.cause() instanceof Exception exception) {
            throw exception;
        }
        if (end.cause() instanceof Error error) {
            throw error;
        }
    }

    private static ClassLoader loaderOf(VirtualResource resource) {
        return resource.getClass().getClassLoader();
    }

    LocalResource settle(
            VirtualResource resource, UUID name, UUID parent, UUID deployer, List<?> arguments, ClassLoader classes) {
        String className = resource.getClass().getName();
        LocalResource place = new LocalResource(this, resource, className, name, parent, deployer, arguments, classes);
        resource.settle(place);
        return place;
    }

    /** A resource that comes from another VM can be found here from now on. */
    void register(LocalResource arrival) {
        post.register(arrival);
    }

    /** Whose ends a resource here hears of, for another VM. */
    List<?> watchesOf(LocalResource watcher) {
        return watches.of(watcher);
    }

    /** Lets a resource that has come here hear of those ends. */
    void restoreWatches(LocalResource watcher, List<?> what) throws InterruptedException {
        watches.restore(watcher, what);
    }

    /**
     * Ends a resource, wherever it lives: its receives are interrupted. Returns when its VM has
     * heard it, which may be before it has ended.
     *
     * @throws LostException when nobody knows it
     * @throws InterruptedException when the thread is interrupted
     */
    public void end(UUID resource) throws InterruptedException {
        UUID machine = directory.locate(resource);
        ControlResource.await(control.ask(machine, Map.of("ask", "end", "resource", resource)));
    }

    /**
     * Lets other VMs load the classes of {@code type}'s loader from this one.
     *
     * @return the number by which {@link #classesOf} of another VM gets them
     */
    public int offerClasses(Class<?> type) {
        return control.shelf().numberOf(type);
    }

    /**
     * The loader for classes that a VM offers: those that this VM has itself, and else that one's.
     *
     * @param number what {@link #offerClasses} there has answered
     */
    public ClassLoader classesOf(UUID vm, int number) {
        return control.classesOf(vm, number);
    }

    /**
     * From now on requests to {@code service} of a resource that lives here are answered by {@code body}, in threads of
     * that resource, until it ends.
     *
     * @param resource one that lives here, or this VM's own name
     * @throws LostException when it does not live here
     */
    public void serve(UUID resource, String service, Service body) {
        LocalResource resident = residents.find(resource);
        if (resident != null) {
            resident.services().serve(service, body);
        } else if (resource.equals(id())) {
            control.serve(service, body);
        } else {
            throw directory.lost(resource, id(), "it does not live here, so that nothing can be served for it");
        }
    }

    /**
     * Asks a service of a resource, wherever that lives.
     *
     * @param attributes what the service needs; not {@code ask}, {@code resource}, {@code service}, {@code ticket}
     * @return its answer; fails with a LostException when the resource or its VM is gone, and with a {@link
     *     RequestException} when the service does not exist or has thrown
     * @throws LostException when nobody knows the resource
     * @throws InterruptedException when the thread is interrupted while the resource is looked for
     */
    public CompletableFuture<RiverMessage> request(UUID resource, String service, Map<String, ?> attributes)
            throws InterruptedException {
        UUID machine = directory.locate(resource);
        Map<String, Object> question = new LinkedHashMap<>(attributes);
        question.put("ask", "service");
        question.put("resource", resource);
        question.put("service", service);
        return control.ask(machine, question).thenApply(answer -> {
            if (answer.has("gone")) {
                throw directory.lost(resource, machine, answer.getString("gone"));
            }
            if (answer.has("error")) {
                throw new RequestException(
                        directory.describe(machine) + ": " + answer.getString("error"), answer.has("missing"));
            }
            return answer;
        });
    }

    /** A VM for people: host, process, address. */
    public String describe(UUID vm) {
        return directory.describe(vm);
    }

    List<Peer> connected() {
        return network.connected();
    }

    boolean isGone(UUID machine) {
        return network.whyGone(machine) != null;
    }

    void send(UUID source, Iterable<UUID> destinations, Map<String, ?> attributes) throws InterruptedException {
        post.send(source, destinations, attributes);
    }

    /** Sends from a thread that must not wait, to a resource on a certain VM. */
    void transmit(UUID machine, UUID source, UUID destination, Map<String, ?> attributes) {
        post.transmit(machine, source, destination, attributes);
    }

    /** A VM says that a resource, which this one has sent a message to, is not there any more. */
    void onGone(UUID resource, UUID machine, String why) {
        LostException loss = directory.lost(resource, machine, why);
        directory.onGone(resource, loss);
        windows.lose(resource, loss);
    }

    /** Tells a VM that a resource here which it may be sending to has ended. */
    void tellGone(UUID machine, UUID resource, String why) {
        tell(machine, Map.of("gone", resource, "text", why));
    }

    /** Tells a VM that so many bytes of its in the queue of a resource here are no longer counted. */
    void credit(UUID machine, UUID resource, long bytes) {
        tell(machine, Map.of("credit", resource, "bytes", bytes));
    }

    /** A VM tells that so many bytes of this one in the queue of a resource there are no longer counted. */
    void onCredit(UUID resource, long bytes) {
        windows.credit(resource, bytes);
    }

    /** Asks whether a receiver waits for a sender that waits for it. */
    private void probe(UUID sender, UUID receiver) {
        forwardProbe(sender, receiver, 0);
    }

    private void forwardProbe(UUID sender, UUID receiver, int hops) {
        try {
            tell(directory.locate(receiver), Map.of("probe", receiver, "for", sender, "hops", hops));
        } catch (LostException e) {
            windows.lose(receiver, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A sender waits for a resource here: does that one wait for the sender, perhaps by way of others? */
    void onProbe(UUID receiver, UUID sender, int hops) {
        LocalResource resident = residents.find(receiver);
        if (resident == null || hops > MOST_HOPS) {
            return;
        }
        for (UUID next : windows.targetsOf(receiver)) {
            if (next.equals(sender)) {
                resident.ledger.settle(0);
            } else {
                forwardProbe(sender, next, hops + 1);
            }
        }
    }

    /** Notes where a VM listens. */
    void remember(Peer peer) {
        network.remember(peer);
    }

    /** Where a VM listens, or null. */
    Peer peer(UUID machine) {
        return network.find(machine);
    }

    /** Passes a message on to the VM that its receiver has moved to. */
    void passOn(UUID machine, UUID resource, RiverMessage message, UUID from) {
        try {
            post.passOn(machine, resource, message, from);
        } catch (LostException e) {
            tellGone(from, resource, e.getMessage());
        }
    }

    void onPassed(UUID from, RiverMessage parcel) {
        try {
            post.onPassed(from, parcel);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void tell(UUID machine, Map<String, ?> message) {
        try {
            transmit(machine, id(), machine, message);
        } catch (LostException e) {
            // The VM is gone, as its connection's end tells all that wait.
            return;
        }
    }

    /** Lets a resource here hear of the end of another one, wherever that lives. */
    void watch(LocalResource watcher, UUID target, boolean announce) throws InterruptedException {
        watches.watch(watcher, target, announce);
    }

    /**
     * The River that the calling thread takes part in: its resource's, or the one that this process has opened last
     * and not closed; null when there is none.
     */
    public static River current() {
        VirtualResource resource = ResourceThreads.ofThisThread();
        return resource != null ? resource.river() : OPEN.peekLast();
    }

    /** The resource that the calling thread belongs to, or null; threads that a resource starts belong to it, too. */
    public static VirtualResource currentResource() {
        return ResourceThreads.ofThisThread();
    }

    /** Ends the resources here, then says good-bye to all VMs: leases that they hold are over. */
    @Override
    public void close() throws IOException {
        OPEN.remove(this);
        surroundings.close();
        // What is in a file may live again elsewhere: senders look for it there.
        residents.end(one -> !one.isKept(), "its VM has ended");
        control.close();
        network.close();
    }

    /** What the network tells. */
    private final class Ears implements NetworkListener {
        @Override
        public void onMessage(Peer from, ByteBuffer body) throws IOException {
            post.onMessage(from, body);
        }

        @Override
        public void onLongMessage(Peer from, InputStream body, long byteCount) throws IOException {
            post.onLongMessage(from, body, byteCount);
        }

        @Override
        public void onLost(Peer machine, String why) {
            LostException loss = directory.lost(machine.machine(), machine.machine(), why);
            windows.loseAll(machine.machine(), loss);
            control.onLost(loss);
        }

        @Override
        public void onForgotten(UUID machine) {
            directory.onForgotten(machine);
        }
    }
}
