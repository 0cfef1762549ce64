package org.javampi.river.resource;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.river.discovery.Beacon;
import org.javampi.river.discovery.Finder;
import org.javampi.river.discovery.Ground;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.discovery.VmState;
import org.javampi.river.message.AttributeCodec;
import org.javampi.river.message.LostException;
import org.javampi.river.message.MalformedMessageException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Daemons;
import org.javampi.river.network.Network;
import org.javampi.river.network.NetworkListener;
import org.javampi.river.network.Peer;
import org.javampi.river.network.UnreachableException;

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
    private static final Duration LISTEN = Duration.ofMillis(300);

    /** Two 64-bit halves each for who a message is for and who it is from. */
    private static final int ENVELOPE_BYTES = 4 * Long.BYTES;

    private final RiverOptions options;
    private final Network network;
    private final Residents residents = new Residents();
    private final Control control;
    private final Finder finder;
    private final Beacon beacon;
    private final ScheduledExecutorService seedKeeper;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    /** On which VM resources live that this one has talked to. */
    private final Map<UUID, UUID> directory = new ConcurrentHashMap<>();

    /** Resources elsewhere that are known to have ended. */
    private final Map<UUID, LostException> gone = new ConcurrentHashMap<>();

    private final AtomicLong undeliverable = new AtomicLong();

    private River(RiverOptions options) throws IOException {
        this.options = options;
        control = new Control(this, options.takesWork(), options.slots(), residents);
        network =
                Network.open(
                        options.bind(),
                        options.port(),
                        hostName(),
                        options.secret(),
                        options.patience(),
                        new Ears());
        Finder asking = null;
        Beacon answering = null;
        try {
            Ground ground = Ground.of(options.bind(), options.discoveryPort());
            asking = new Finder(ground, options.secret());
            answering =
                    options.takesWork() ? new Beacon(ground, options.secret(), this::self) : null;
        } catch (IOException e) {
            problems.add("no discovery by broadcast: " + e.getMessage());
        }
        finder = asking;
        beacon = answering;
        seedKeeper = Executors.newSingleThreadScheduledExecutor(new Daemons("river-seeds"));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Takes part as the environment says; see {@link RiverOptions#fromEnvironment}. */
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
        if (!options.seeds().isEmpty()) {
            river.problems.addAll(river.callSeeds());
            int periodMs = options.patience().aliveEveryMs();
            river.seedKeeper.scheduleWithFixedDelay(
                    river::callSeeds, periodMs, periodMs, TimeUnit.MILLISECONDS);
        }
        return river;
    }

    /** A seed knows who is there by who is connected with it. */
    private List<String> callSeeds() {
        List<String> failures = new ArrayList<>();
        for (InetSocketAddress seed : options.seeds()) {
            try {
                network.call(seed);
            } catch (IOException e) {
                failures.add(
                        "seed "
                                + seed.getHostString()
                                + ":"
                                + seed.getPort()
                                + ": "
                                + e.getMessage());
            }
        }
        return failures;
    }

    /** This VM's name, which is also its control resource's. */
    public UUID id() {
        return network.self().machine();
    }

    /** This VM as others find it. */
    public RiverVm self() {
        return control.self(network.self());
    }

    /** What does not work of finding others, for people; empty when all does. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Connections of somebody who does not know the secret. */
    public long refusedConnections() {
        return network.refusedConnections();
    }

    /** Datagrams of somebody who does not know the secret. */
    public long ignoredDatagrams() {
        return (beacon == null ? 0 : beacon.ignoredDatagrams())
                + (finder == null ? 0 : finder.ignoredDatagrams());
    }

    /** Messages that came for resources which were not here any more. */
    public long undeliverableMessages() {
        return undeliverable.get();
    }

    /** The VMs that take work, leased ones too: those that answer a broadcast, and the seeds'. */
    public List<RiverVm> discover() throws IOException, InterruptedException {
        return discover(Integer.MAX_VALUE, LISTEN);
    }

    /** As {@link #discover()}, but waits at most {@code timeout} until {@code enough} are found. */
    public List<RiverVm> discover(int enough, Duration timeout)
            throws IOException, InterruptedException {
        Map<UUID, RiverVm> found = new LinkedHashMap<>();
        Set<Peer> asked = new LinkedHashSet<>(network.connected());
        asked.addAll(peersOfSeeds());
        for (CompletableFuture<RiverMessage> answer : askAll(asked, Map.of("ask", "state"))) {
            try {
                RiverVm vm = Control.vmOf(await(answer));
                found.put(vm.id(), vm);
            } catch (LostException e) {
                // It was there a moment ago, and is not now: not found.
                continue;
            }
        }
        found.values().removeIf(vm -> vm.state() == VmState.CLIENT);
        if (finder != null && found.size() < enough) {
            for (RiverVm vm : finder.find(enough, timeout.toNanos())) {
                network.remember(vm.peer());
                found.put(vm.id(), vm);
            }
        }
        found.remove(id());
        found.keySet().removeIf(this::isGone);
        return List.copyOf(found.values());
    }

    private Set<Peer> peersOfSeeds() throws IOException, InterruptedException {
        Set<Peer> peers = new LinkedHashSet<>();
        for (InetSocketAddress seed : options.seeds()) {
            try {
                peers.add(network.call(seed));
            } catch (IOException e) {
                // Told at the start, and called again: others may know what it knows.
                continue;
            }
        }
        for (CompletableFuture<RiverMessage> answer : askAll(peers, Map.of("ask", "vms"))) {
            try {
                for (Object bytes : await(answer).getList("vms")) {
                    peers.add(Peer.decode(ByteBuffer.wrap((byte[]) bytes)));
                }
            } catch (LostException e) {
                // A seed that is gone knows nobody.
                continue;
            }
        }
        peers.removeIf(peer -> peer.machine().equals(id()));
        peers.forEach(network::remember);
        return peers;
    }

    private List<CompletableFuture<RiverMessage>> askAll(
            Iterable<Peer> peers, Map<String, ?> question) {
        List<CompletableFuture<RiverMessage>> answers = new ArrayList<>();
        peers.forEach(peer -> answers.add(control.ask(peer.machine(), question)));
        return answers;
    }

    /** Leases {@code count} free VMs, or none. */
    public Allocation allocate(int count) throws IOException, InterruptedException {
        return allocate(count, Duration.ZERO);
    }

    /**
     * Leases {@code count} free VMs, or none; looks for them until {@code patience} is over.
     *
     * @throws NotEnoughVmsException when there are not so many
     */
    public Allocation allocate(int count, Duration patience)
            throws IOException, InterruptedException {
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
                throw new NotEnoughVmsException(
                        count
                                + " VMs asked for, "
                                + leased.size()
                                + " free of "
                                + found.size()
                                + " found: start more with 'river vm'"
                                + (problems.isEmpty() ? "" : " " + problems));
            }
        }
    }

    private List<RiverVm> lease(List<RiverVm> found, int count) throws InterruptedException {
        List<RiverVm> leased = new ArrayList<>();
        for (RiverVm vm : found) {
            if (leased.size() < count && vm.state() == VmState.FREE) {
                try {
                    RiverMessage answer = await(control.ask(vm.id(), Map.of("ask", "lease")));
                    if (answer.getBoolean("granted")) {
                        leased.add(vm);
                    }
                } catch (LostException e) {
                    // Free no longer.
                    continue;
                }
            }
        }
        return leased;
    }

    /** Leases those of certain VMs that are free; perhaps none. */
    public Allocation lease(List<RiverVm> wanted) throws InterruptedException {
        return new Allocation(this, lease(wanted, wanted.size()));
    }

    void release(RiverVm vm) {
        control.ask(vm.id(), Map.of("ask", "release"));
    }

    /** What a VM's control resource says to a question; see the table in the documentation. */
    public RiverMessage ask(UUID vm, Map<String, ?> question) throws InterruptedException {
        return await(control.ask(vm, question));
    }

    /** Brings a resource to life on a VM, with this VM's control resource as its parent. */
    public UUID deploy(RiverVm vm, Class<? extends VirtualResource> type, Object... arguments)
            throws InterruptedException {
        return deploy(vm.peer(), type, List.of(arguments), null);
    }

    UUID deploy(
            Peer peer, Class<? extends VirtualResource> type, List<?> arguments, Residency parent)
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
        order.put("arguments", arguments);
        order.put("resource", child);
        order.put("parent", parent == null ? id() : parent.name);
        Control.Ticket end = null;
        if (parent != null) {
            end = control.ticket(vm);
            order.put("watch", end.number());
        }
        RiverMessage answer;
        try {
            answer = await(control.ask(vm, order));
        } catch (LostException e) {
            forget(end);
            throw new LostException(
                    e.resource(), e.machine(), type.getName() + " not deployed: " + e.getMessage());
        }
        if (answer.has("error")) {
            forget(end);
            throw new DeploymentException(
                    type.getName()
                            + " not deployed on "
                            + describe(vm)
                            + ": "
                            + answer.getString("error"));
        }
        directory.put(child, vm);
        if (end != null) {
            parent.watched.add(child);
            hear(parent, child, vm, end.answer(), true);
        }
        return child;
    }

    private static void forget(Control.Ticket ticket) {
        if (ticket != null) {
            ticket.answer().cancel(false);
        }
    }

    /** Brings a resource to life on this VM; returns its name. */
    public UUID start(VirtualResource resource, Object... arguments) {
        Residency place = settle(resource, UUID.randomUUID(), id(), id(), List.of(arguments));
        residents.start(place);
        return place.name;
    }

    /** Brings a resource to life on this VM and waits for its end; throws what its body throws. */
    public void run(VirtualResource resource, Object... arguments) throws Exception {
        Residency place = settle(resource, UUID.randomUUID(), id(), id(), List.of(arguments));
        CompletableFuture<Ending> ended = new CompletableFuture<>();
        place.onEnd(ended::complete);
        residents.start(place);
        Ending end;
        try {
            end = ended.get();
        } catch (InterruptedException e) {
            place.end("whoever has started it was interrupted");
            throw e;
        }
        if (end.cause() instanceof Exception exception) {
            throw exception;
        }
        if (end.cause() instanceof Error error) {
            throw error;
        }
    }

    Residency settle(
            VirtualResource resource, UUID name, UUID parent, UUID deployer, List<?> arguments) {
        Residency place = new Residency(this, resource, name, parent, deployer, arguments);
        resource.settle(place);
        return place;
    }

    /** Ends a resource, wherever it lives: its receives are interrupted. */
    public void end(UUID resource) throws InterruptedException {
        UUID machine = locate(resource);
        await(control.ask(machine, Map.of("ask", "end", "resource", resource)));
    }

    List<Peer> connected() {
        return network.connected();
    }

    boolean isGone(UUID machine) {
        return network.whyGone(machine) != null;
    }

    private String describe(UUID machine) {
        Peer peer = network.find(machine);
        return peer == null ? "VM " + machine : peer.toString();
    }

    void send(UUID source, Iterable<UUID> destinations, Map<String, ?> attributes)
            throws InterruptedException {
        byte[] bytes = AttributeCodec.encode(attributes);
        LostException loss = null;
        for (UUID destination : destinations) {
            try {
                UUID machine = locate(destination);
                forward(machine, source, destination, bytes, true);
            } catch (LostException e) {
                loss = loss == null ? e : loss;
            }
        }
        if (loss != null) {
            throw loss;
        }
    }

    /** Sends from a thread that must not wait, to a resource on a certain VM. */
    void transmit(UUID machine, UUID source, UUID destination, Map<String, ?> attributes) {
        try {
            forward(machine, source, destination, AttributeCodec.encode(attributes), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost(destination, machine, "this thread was interrupted");
        }
    }

    private void forward(UUID machine, UUID source, UUID destination, byte[] bytes, boolean patient)
            throws InterruptedException {
        if (machine.equals(id())) {
            try {
                // Encoded and decoded here, too: what is received is nobody else's.
                deliver(machine, source, destination, ByteBuffer.wrap(bytes));
            } catch (MalformedMessageException e) {
                throw new IllegalStateException("what was just written cannot be read", e);
            }
            return;
        }
        byte[] envelope =
                ByteBuffer.allocate(ENVELOPE_BYTES)
                        .putLong(destination.getMostSignificantBits())
                        .putLong(destination.getLeastSignificantBits())
                        .putLong(source.getMostSignificantBits())
                        .putLong(source.getLeastSignificantBits())
                        .array();
        try {
            network.send(machine, patient, envelope, bytes);
        } catch (UnreachableException e) {
            throw lost(destination, machine, e.getMessage());
        }
    }

    private void deliver(UUID from, UUID source, UUID destination, ByteBuffer attributes)
            throws MalformedMessageException {
        RiverMessage message = new RiverMessage(source, AttributeCodec.decode(attributes));
        if (destination.equals(id())) {
            control.onMessage(from, message);
            return;
        }
        Residency resident = residents.find(destination);
        if (resident != null) {
            resident.mailbox.deliver(message);
            return;
        }
        undeliverable.incrementAndGet();
        Ending end = residents.endingOf(destination);
        String why = (end == null ? Ending.unknown() : end).text();
        transmit(from, id(), from, Map.of("gone", destination, "text", why));
    }

    /** A VM says that a resource, which this one has sent a message to, is not there any more. */
    void onGone(UUID resource, UUID machine, String why) {
        gone.putIfAbsent(resource, lost(resource, machine, why));
    }

    private LostException lost(UUID resource, UUID machine, String why) {
        return new LostException(
                resource,
                machine,
                resource.equals(machine)
                        ? describe(machine) + " is gone: " + why
                        : "resource " + resource + " on " + describe(machine) + " is gone: " + why);
    }

    /** The VM that a resource lives on: known, or asked for at first contact. */
    private UUID locate(UUID resource) throws InterruptedException {
        if (residents.find(resource) != null || resource.equals(id())) {
            return id();
        }
        LostException loss = gone.get(resource);
        if (loss != null) {
            throw new LostException(resource, loss.machine(), loss.getMessage());
        }
        UUID machine = directory.get(resource);
        if (machine == null && network.find(resource) != null) {
            return resource;
        }
        if (machine == null) {
            Ending end = residents.endingOf(resource);
            if (end != null) {
                throw lost(resource, id(), end.text());
            }
            machine = search(resource);
            directory.put(resource, machine);
        }
        return machine;
    }

    private UUID search(UUID resource) throws InterruptedException {
        Set<UUID> asked = new LinkedHashSet<>();
        UUID machine = whoHosts(resource, network.connected(), asked);
        if (machine == null) {
            try {
                List<Peer> others = new ArrayList<>();
                discover().forEach(vm -> others.add(vm.peer()));
                machine = whoHosts(resource, others, asked);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot look for resource " + resource, e);
            }
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

    private UUID whoHosts(UUID resource, List<Peer> peers, Set<UUID> asked)
            throws InterruptedException {
        List<Peer> fresh = new ArrayList<>();
        for (Peer peer : peers) {
            if (asked.add(peer.machine())) {
                fresh.add(peer);
            }
        }
        for (CompletableFuture<RiverMessage> answer :
                askAll(fresh, Map.of("ask", "where", "resource", resource))) {
            try {
                RiverMessage place = await(answer);
                if (place.has("vm")) {
                    return place.getUuid("vm");
                }
            } catch (LostException e) {
                // Whoever is gone hosts nobody.
                continue;
            }
        }
        return null;
    }

    /** Lets a resource here hear of the end of another one, wherever that lives. */
    void watch(Residency watcher, UUID target, boolean announce) throws InterruptedException {
        if (!watcher.watched.add(target) && !announce) {
            return;
        }
        UUID machine;
        try {
            machine = locate(target);
        } catch (LostException e) {
            watcher.mailbox.lose(e, announce);
            return;
        }
        hear(
                watcher,
                target,
                machine,
                control.ask(machine, Map.of("ask", "watch", "resource", target)),
                announce);
    }

    private void hear(
            Residency watcher,
            UUID target,
            UUID machine,
            CompletableFuture<RiverMessage> end,
            boolean announce) {
        end.whenComplete(
                (obituary, failure) -> {
                    if (obituary != null) {
                        boolean known = obituary.has("text");
                        String why = obituary.getString(known ? "text" : "error");
                        LostException loss = lost(target, machine, why);
                        gone.putIfAbsent(target, loss);
                        watcher.mailbox.lose(
                                loss, announce && (!known || obituary.getBoolean("failed")));
                    } else if (failure instanceof LostException lost) {
                        String why =
                                target.equals(machine)
                                        ? lost.getMessage()
                                        : "resource " + target + " is lost: " + lost.getMessage();
                        watcher.mailbox.lose(new LostException(target, machine, why), announce);
                    }
                });
    }

    /** Waits for an answer; a loss is thrown as one of this thread. */
    static RiverMessage await(CompletableFuture<RiverMessage> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LostException loss) {
                LostException here =
                        new LostException(loss.resource(), loss.machine(), loss.getMessage());
                here.initCause(loss);
                throw here;
            }
            throw new IllegalStateException("an answer failed", e);
        }
    }

    /** Ends the resources here, then says good-bye to all VMs: leases that they hold are over. */
    @Override
    public void close() throws IOException {
        if (beacon != null) {
            beacon.close();
        }
        seedKeeper.shutdownNow();
        residents.end(one -> true, "its VM has ended");
        control.close();
        network.close();
    }

    /** What the network tells. */
    private final class Ears implements NetworkListener {
        @Override
        public void onMessage(Peer from, ByteBuffer body) throws IOException {
            if (body.remaining() < ENVELOPE_BYTES) {
                throw new IOException("a message of " + body.remaining() + " bytes");
            }
            UUID destination = new UUID(body.getLong(), body.getLong());
            UUID source = new UUID(body.getLong(), body.getLong());
            if (!source.equals(from.machine())) {
                directory.putIfAbsent(source, from.machine());
            }
            try {
                deliver(from.machine(), source, destination, body);
            } catch (LostException e) {
                // Its own answer has found it gone: whoever reads its connection reports that.
                undeliverable.incrementAndGet();
            }
        }

        @Override
        public void onLost(Peer machine, String why) {
            control.onLost(lost(machine.machine(), machine.machine(), why));
        }
    }
}
