package org.javampi.river.resource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.discovery.VmState;
import org.javampi.river.message.Constraint;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Daemons;
import org.javampi.river.network.Peer;
import org.javampi.river.platform.Platform;

/**
 * The control resource of a VM: it bears the VM's own name, and everything that VMs ask of each
 * other is a message to it like any other, with the attribute {@code ask} and a number {@code
 * ticket} that comes back in the answer's {@code answer}. What cannot be done is answered with
 * {@code error}.
 *
 * <pre>
 *  ask        with                                      answered by
 *  state                                                vm, resources, java, slots, cores, memory (MiB of
 *                                                       heap), host, pid, os, and what else the VM was given
 *  vms                                                  vms: everybody this VM is connected with
 *  where      resource                                  vm and ended, as far as known
 *  lease                                                granted, owner
 *  release
 *  deploy     class, loader, arguments, resource,       (nothing)
 *             parent, watch (a ticket), freezable
 *             (if it is to be frozen in its calls)
 *  class      loader, name                              bytes, if there is one
 *  watch      resource                                  failed, text: when it ends, however late; vm (a
 *                                                       peer), if it has ended there, to be asked again
 *  end        resource
 *  resources                                            resources: maps of resource, class, parent, queued, frozen,
 *                                                       seconds
 *  freeze     resource, timeoutMs                       image
 *  thaw       image, keep (if it still belongs to who   resource
 *             deployed it), deployer (a peer)
 *  migrate    resource, vm (a peer), timeoutMs          (nothing)
 *  handover   resource, vm (a peer that has thawed it)  (nothing), behind what was held for it
 *  service    resource, service, and what it needs      what the service answers, or gone, or error
 * </pre>
 *
 * Questions are answered by the thread that reads the connection, but for those that take time.
 */
final class ControlResource {
    private static final int MIB_SHIFT = 20;

    private final River river;
    private final boolean takesWork;
    private final int slots;
    private final Map<String, ?> attributes;
    private final LocalResources residents;
    private final Freezer freezer;
    private final ClassShelf shelf = new ClassShelf();
    private final Map<String, ShippedLoader> loaders = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();
    private final Map<Long, Ticket> open = new ConcurrentHashMap<>();
    private final ExecutorService slow = Executors.newCachedThreadPool(new Daemons("river-control"));

    /** What answers requests to the VM itself. */
    private final Map<String, Service> services = new ConcurrentHashMap<>();

    /** Whom this VM works for, or null. Under this object's lock. */
    private UUID owner;

    ControlResource(River river, RiverOptions options, LocalResources residents) {
        this.river = river;
        takesWork = options.takesWork();
        slots = options.slots();
        attributes = options.attributes();
        owner = options.owner();
        this.residents = residents;
        freezer = new Freezer(river, residents, this);
    }

    /** A question that has been asked and not been answered. */
    record Ticket(long number, UUID machine, CompletableFuture<RiverMessage> answer) {}

    /** This VM's state, as others may know it. */
    synchronized RiverVm self(Peer peer) {
        VmState state = owner != null ? VmState.LEASED : VmState.FREE;
        return new RiverVm(peer, takesWork ? state : VmState.CLIENT, owner);
    }

    ClassShelf shelf() {
        return shelf;
    }

    /** A ticket that a VM will answer, or that fails when the VM is gone. */
    Ticket ticket(UUID machine) {
        long number = tickets.incrementAndGet();
        Ticket ticket = new Ticket(number, machine, new CompletableFuture<>());
        open.put(number, ticket);
        ticket.answer.whenComplete((answer, failure) -> open.remove(number));
        return ticket;
    }

    /** Asks a VM's control resource; the answer fails with a LostException when the VM is gone. */
    CompletableFuture<RiverMessage> ask(UUID machine, Map<String, ?> question) {
        Ticket ticket = ticket(machine);
        Map<String, Object> message = new LinkedHashMap<>(question);
        message.put("ticket", ticket.number);
        try {
            river.transmit(machine, river.id(), machine, message);
        } catch (LostException e) {
            ticket.answer.completeExceptionally(e);
        }
        return ticket.answer;
    }

    /** Asks several VMs at once; the answers come in the order of {@code peers}. */
    List<CompletableFuture<RiverMessage>> askAll(Iterable<Peer> peers, Map<String, ?> question) {
        List<CompletableFuture<RiverMessage>> answers = new ArrayList<>();
        peers.forEach(peer -> answers.add(ask(peer.machine(), question)));
        return answers;
    }

    /** Waits for an answer; a loss is thrown as one of this thread. */
    static RiverMessage await(CompletableFuture<RiverMessage> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LostException loss) {
                LostException here = new LostException(loss.resource(), loss.machine(), loss.getMessage());
                here.initCause(loss);
                throw here;
            }
            throw new IllegalStateException("an answer failed", e);
        }
    }

    /** A message for this VM itself. */
    void onMessage(UUID from, RiverMessage message) {
        try {
            handle(from, message);
        } catch (IllegalArgumentException e) {
            if (Constraint.where("ticket").satisfies(Long.class, n -> true).isMetBy(message)) {
                reply(from, message, Map.of("error", e.getMessage()));
            }
        }
    }

    private void handle(UUID from, RiverMessage message) {
        if (message.has("answer")) {
            Ticket ticket = open.get(message.getLong("answer"));
            if (ticket != null && ticket.machine.equals(from)) {
                ticket.answer.complete(message);
            }
        } else if (message.has("credit")) {
            river.onCredit(message.getUuid("credit"), message.getLong("bytes"));
        } else if (message.has("probe")) {
            UUID receiver = message.getUuid("probe");
            UUID sender = message.getUuid("for");
            int hops = message.getInt("hops");
            // It may have to find out where others live.
            slow.execute(() -> river.onProbe(receiver, sender, hops));
        } else if (message.has("pass")) {
            river.onPassed(from, message);
        } else if (message.has("gone")) {
            river.onGone(message.getUuid("gone"), from, message.getString("text"));
        } else if (message.has("ask")) {
            answer(from, message);
        }
    }

    private void answer(UUID from, RiverMessage question) {
        switch (question.getString("ask")) {
            case "state" -> reply(from, question, state());
            case "vms" -> reply(from, question, Map.of("vms", vms()));
            case "where" -> reply(from, question, where(question.getUuid("resource")));
            case "lease" -> reply(from, question, lease(from));
            case "release" -> {
                release(from);
                reply(from, question, Map.of());
            }
            case "watch" -> watch(from, question);
            case "end" -> {
                UUID whom = question.getUuid("resource");
                residents.end(one -> one.name.equals(whom), "it was ended by " + question.source());
                reply(from, question, Map.of());
            }
            case "deploy" -> slow.execute(() -> deploy(from, question));
            case "resources" -> reply(from, question, Map.of("resources", freezer.resources()));
            case "handover" -> {
                freezer.handOver(question.getUuid("resource"), Freezer.peer(question.getBytes("vm")));
                reply(from, question, Map.of());
            }
            case "freeze", "thaw", "migrate" -> slow.execute(() -> perform(from, question));
            case "service" -> serve(from, question);
            case "class" -> slow.execute(() -> reply(from, question, classFile(question)));
            default -> reply(from, question, Map.of("error", "nobody here answers " + question.get("ask")));
        }
    }

    private void reply(UUID machine, RiverMessage question, Map<String, ?> answer) {
        if (question.has("ticket")) {
            reply(machine, question.source(), question.getLong("ticket"), answer);
        }
    }

    private void reply(UUID machine, UUID asker, long ticket, Map<String, ?> answer) {
        Map<String, Object> message = new LinkedHashMap<>(answer);
        message.put("answer", ticket);
        try {
            river.transmit(machine, river.id(), asker, message);
        } catch (LostException e) {
            // The asking node is gone: the answer is not missed.
            open.remove(ticket);
        }
    }

    private Map<String, ?> state() {
        List<UUID> names = new ArrayList<>();
        residents.names().forEach(names::add);
        Map<String, Object> state = new LinkedHashMap<>(attributes);
        state.put("vm", river.self().encode());
        state.put("resources", names);
        state.put("java", Runtime.version().toString());
        state.put("slots", slots);
        state.put("cores", Runtime.getRuntime().availableProcessors());
        state.put("memory", Runtime.getRuntime().maxMemory() >> MIB_SHIFT);
        state.put("host", river.self().peer().host());
        state.put("pid", river.self().peer().pid());
        state.put("os", Platform.current().system());
        return state;
    }

    /** From now on requests to the VM itself for {@code service} are answered by {@code body}. */
    void serve(String service, Service body) {
        services.put(service, body);
    }

    private void serve(UUID from, RiverMessage request) {
        UUID target = request.getUuid("resource");
        String name = request.getString("service");
        LocalResource resident = residents.find(target);
        boolean itself = target.equals(river.id());
        if (resident == null && !itself) {
            Ending end = residents.endingOf(target);
            reply(from, request, Map.of("gone", (end == null ? Ending.unknown() : end).text()));
            return;
        }
        Service service = itself ? services.get(name) : resident.services().of(name);
        if (service == null) {
            String text = "resource " + target + " has no service '" + name + "'";
            reply(from, request, Map.of("error", text, "missing", true));
            return;
        }
        Runnable body = () -> {
            Map<String, ?> answer;
            try {
                answer = service.answer(request);
            } catch (Throwable thrown) {
                // Even an Error of the service is its caller's to hear of: it would wait for ever.
                answer = Map.of("error", thrown.toString());
            }
            reply(from, request, answer);
        };
        try {
            if (itself) {
                slow.execute(body);
            } else {
                resident.services().execute(body);
            }
        } catch (RejectedExecutionException e) {
            reply(from, request, Map.of("gone", "it is ending"));
        }
    }

    private List<byte[]> vms() {
        return river.connected().stream().map(Peer::encode).toList();
    }

    private Map<String, ?> where(UUID resource) {
        if (residents.find(resource) != null) {
            return Map.of("vm", river.id());
        }
        UUID elsewhere = residents.movedTo(resource);
        if (elsewhere != null) {
            // By way of this VM, which passes on what comes in order.
            return Map.of("vm", river.id());
        }
        Ending end = residents.endingOf(resource);
        return end == null ? Map.of() : Map.of("vm", river.id(), "ended", end.text());
    }

    private synchronized Map<String, ?> lease(UUID from) {
        if (!takesWork) {
            return Map.of("granted", false, "error", "it takes no work");
        }
        if (owner == null) {
            owner = from;
            return Map.of("granted", true, "owner", owner);
        }
        return Map.of("granted", false, "owner", owner);
    }

    private synchronized void release(UUID from) {
        if (from.equals(owner)) {
            owner = null;
            residents.end(one -> one.isOf(from), "its owner has given the VM back");
        }
    }

    private void perform(UUID from, RiverMessage question) {
        try {
            reply(from, question, freezeOrThaw(from, question));
        } catch (Throwable e) {
            // Whatever it is: it is waited for there.
            reply(from, question, Map.of("error", e instanceof IllegalStateException ? e.getMessage() : e.toString()));
        }
    }

    private Map<String, ?> freezeOrThaw(UUID from, RiverMessage question) throws Exception {
        switch (question.getString("ask")) {
            case "freeze" -> {
                return Map.of("image", freezer.freeze(question.getUuid("resource"), question.getLong("timeoutMs")));
            }
            case "migrate" -> {
                Peer target = Freezer.peer(question.getBytes("vm"));
                freezer.migrate(question.getUuid("resource"), target, question.getLong("timeoutMs"));
                return Map.of();
            }
            default -> {
                ResourceImage image = ResourceImage.decode(question.getBytes("image"));
                boolean keep = question.has("keep");
                synchronized (this) {
                    if (!takesWork) {
                        throw new IllegalStateException("the VM takes no work");
                    }
                    if (owner != null && !owner.equals(from) && !owner.equals(image.deployer())) {
                        throw new IllegalStateException("the VM works for VM " + owner);
                    }
                }
                UUID deployer = keep ? image.deployer() : river.id();
                if (question.has("deployer")) {
                    // Connected with it, this VM hears of its end.
                    river.remember(Freezer.peer(question.getBytes("deployer")));
                    await(ask(deployer, Map.of("ask", "state")));
                }
                return Map.of("resource", freezer.thaw(image, deployer));
            }
        }
    }

    private void watch(UUID from, RiverMessage question) {
        UUID target = question.getUuid("resource");
        LocalResource resident = residents.find(target);
        UUID elsewhere = residents.movedTo(target);
        if (elsewhere != null) {
            ask(elsewhere, Map.of("ask", "watch", "resource", target)).whenComplete((end, loss) -> {
                reply(
                        from,
                        question,
                        Ending.elsewhere(end, loss, river.peer(elsewhere)).obituary());
            });
            return;
        }
        if (target.equals(river.id())) {
            // The end of the connection is the answer.
            return;
        }
        if (resident != null) {
            resident.onEnd(end -> reply(from, question, end.obituary()));
        } else {
            Ending end = residents.endingOf(target);
            reply(from, question, (end == null ? Ending.unknown() : end).obituary());
        }
    }

    private Map<String, ?> classFile(RiverMessage question) {
        try {
            byte[] bytes = shelf.fileOf(question.getInt("loader"), question.getString("name"));
            return bytes == null ? Map.of() : Map.of("bytes", bytes);
        } catch (ClassNotFoundException e) {
            return Map.of();
        }
    }

    private void deploy(UUID from, RiverMessage order) {
        try {
            synchronized (this) {
                if (!takesWork && !from.equals(river.id())) {
                    throw new DeploymentException("it takes no work");
                }
                if (owner != null && !owner.equals(from)) {
                    throw new DeploymentException("it works for VM " + owner);
                }
            }
            ClassLoader classes = classesOf(from, order.getInt("loader"));
            if (order.has("freezable")) {
                classes = FreezableProviders.open(order.getString("class"), classes)
                        .loader();
            }
            LocalResource place = river.settle(
                    make(classes, order.getString("class")),
                    order.getUuid("resource"),
                    order.getUuid("parent"),
                    from,
                    order.getList("arguments"),
                    classes);
            if (order.has("watch")) {
                long ticket = order.getLong("watch");
                place.onEnd(end -> reply(from, order.source(), ticket, end.obituary()));
            }
            residents.start(place);
            reply(from, order, Map.of());
            if (river.isGone(from)) {
                // It went while its class was loaded: nobody else would end this one.
                place.end("the VM that has deployed it is gone");
            }
        } catch (Throwable e) {
            // Whatever it is, memory that is short included: who deploys waits for an answer.
            String text = e instanceof DeploymentException ? e.getMessage() : e.toString();
            reply(from, order, Map.of("error", text));
        }
    }

    /** The loader for the classes that another VM offers under a number. */
    ClassLoader classesOf(UUID from, int number) {
        if (from.equals(river.id())) {
            return shelf.loader(number);
        }
        return loaders.computeIfAbsent(
                from + "/" + number, key -> new ShippedLoader(name -> fetch(from, number, name)));
    }

    /** A resource of a class that has no place yet. */
    static VirtualResource make(ClassLoader classes, String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName(name, true, classes);
        var constructor = type.asSubclass(VirtualResource.class).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private byte[] fetch(UUID from, int loader, String name) throws ClassNotFoundException {
        try {
            RiverMessage answer = await(ask(from, Map.of("ask", "class", "loader", loader, "name", name)));
            return answer.has("bytes") ? answer.getBytes("bytes") : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClassNotFoundException(name + ": interrupted while it was fetched", e);
        } catch (LostException e) {
            throw new ClassNotFoundException(name + ": " + e.getMessage(), e);
        }
    }

    /** A VM is gone: what it owned is free, what it has deployed ends, its answers never come. */
    void onLost(LostException loss) {
        UUID machine = loss.machine();
        synchronized (this) {
            if (machine.equals(owner)) {
                owner = null;
            }
        }
        residents.end(one -> one.isOf(machine), "the VM that has deployed it is gone");
        loaders.keySet().removeIf(key -> key.startsWith(machine + "/"));
        for (Ticket ticket : List.copyOf(open.values())) {
            if (ticket.machine.equals(machine)) {
                ticket.answer.completeExceptionally(loss);
            }
        }
    }

    void close() {
        slow.shutdownNow();
    }

    /** A VM's own description of itself in an answer to {@code state}. */
    static RiverVm vmOf(RiverMessage state) throws IOException {
        return RiverVm.decode(ByteBuffer.wrap(state.getBytes("vm")));
    }
}
