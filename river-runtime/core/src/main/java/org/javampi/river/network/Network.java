package org.javampi.river.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.javampi.river.trust.Secret;

/**
 * This VM's connections to others: made on first use, kept, one per VM for sending, so that what
 * one VM sends to another arrives in order. A VM whose connection breaks is gone for good, as far
 * as this one can tell: it is reported once and not called again. What is known of it is kept for
 * {@link LinkSettings#goneMs}, and then forgotten: VMs come and go as long as this one lives. Any
 * thread.
 */
public final class Network implements Closeable {
    /** Connections that have not proved themselves yet; the oldest makes room for a new one. */
    private static final long AFTER_FAILURE_NS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int MOST_UNPROVED = 256;

    private static final int BACKLOG = 512;

    /** How long the end waits for peers to read what was sent to them. */
    private static final long FAREWELL_MS = 2_000;

    private final Peer self;
    private final Secret secret;
    private final LinkSettings settings;
    private final NetworkListener listener;
    private final ServerSocket server;
    private final ScheduledExecutorService clock;

    /** Where VMs listen that are known by name. */
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    /** The link by which each VM is sent to. Changes under the lock on {@code open}. */
    private final Map<UUID, Link> sending = new ConcurrentHashMap<>();

    /** All links, and why VMs are gone. Both guarded by the lock on {@code open}. */
    private final Map<UUID, List<Link>> open = new HashMap<>();

    private final Map<UUID, Loss> gone = new HashMap<>();

    /** Held while a VM is called. */
    private final Map<UUID, Object> calls = new ConcurrentHashMap<>();

    private final ArrayDeque<Socket> unproved = new ArrayDeque<>();
    private final AtomicLong refused = new AtomicLong();

    /** Why a VM is gone, and since when. */
    private record Loss(String why, long atNs) {}

    /** Where a VM listens, and when that was said last. */
    private record Known(Peer peer, long atNs) {}

    private Network(Peer self, Secret secret, LinkSettings settings, NetworkListener listener, ServerSocket server) {
        this.self = self;
        this.secret = secret;
        this.settings = settings;
        this.listener = listener;
        this.server = server;
        clock = Executors.newSingleThreadScheduledExecutor(new Daemons("river-alive"));
    }

    /**
     * Begins to listen.
     *
     * @param address the one interface to use
     * @param port to listen on; 0 takes a free one
     */
    public static Network open(
            InetAddress address, int port, String host, Secret secret, LinkSettings settings, NetworkListener listener)
            throws IOException {
        if (address.isAnyLocalAddress()) {
            throw new IOException(
                    "bind address " + address.getHostAddress() + " stands for every network: name the one to use");
        }
        ServerSocket server = new ServerSocket(port, BACKLOG, address);
        Peer self = new Peer(
                UUID.randomUUID(),
                (InetSocketAddress) server.getLocalSocketAddress(),
                host,
                ProcessHandle.current().pid());
        return new Network(self, secret, settings, listener, server);
    }

    /** Lets others in; until then nobody is. */
    public void start() {
        Daemons.of("river-accept", this::accept).start();
        clock.scheduleWithFixedDelay(
                this::tick, settings.aliveEveryMs(), settings.aliveEveryMs(), TimeUnit.MILLISECONDS);
    }

    /** This VM. */
    public Peer self() {
        return self;
    }

    /** Connections that did not prove to belong here. */
    public long refusedConnections() {
        return refused.get();
    }

    /** The VMs that this one is connected with now. */
    public List<Peer> connected() {
        return sending.values().stream().map(Link::peer).toList();
    }

    /**
     * Notes where a VM listens, for when it is sent to; that is forgotten when it is neither used
     * nor said again for {@link LinkSettings#goneMs}.
     */
    public void remember(Peer peer) {
        if (!peer.machine().equals(self.machine())) {
            known.merge(
                    peer.machine(),
                    new Known(peer, System.nanoTime()),
                    (first, again) -> new Known(first.peer(), again.atNs()));
        }
    }

    /** What is known of a VM, or null. */
    public Peer find(UUID machine) {
        if (machine.equals(self.machine())) {
            return self;
        }
        Known found = known.get(machine);
        return found == null ? null : found.peer();
    }

    /** Why a VM is gone, or null when it is not, as far as this one can tell. */
    public String whyGone(UUID machine) {
        synchronized (open) {
            Loss loss = gone.get(machine);
            return loss == null ? null : loss.why();
        }
    }

    /** How much is known of other VMs: connected, not called yet, and gone. */
    int remembered() {
        synchronized (open) {
            return known.size() + sending.size() + open.size() + gone.size() + calls.size();
        }
    }

    /** Connects to the node that listens at {@code address}, and answers which one that is. */
    public Peer call(InetSocketAddress address) throws IOException {
        if (address.equals(self.address())) {
            return self;
        }
        for (Link link : sending.values()) {
            if (link.peer().address().equals(address)) {
                return link.peer();
            }
        }
        Link link = Link.connect(address, self, secret, settings);
        serve(link);
        return link.peer();
    }

    /**
     * Sends a message.
     *
     * @param patient whether to wait while very much is queued for that VM; threads that read
     *     connections must not
     * @throws UnreachableException when the VM is gone or not known
     */
    public void send(UUID machine, boolean patient, byte[] head, byte[] body)
            throws UnreachableException, InterruptedException {
        Link link = sending.get(machine);
        if (link == null) {
            link = connect(machine);
        }
        if (!link.send(patient, head, body)) {
            throw unreachable(machine);
        }
    }

    /**
     * Sends a long message piece by piece, and waits until it is written, also when the thread is interrupted meanwhile.
     *
     * @throws UnreachableException when the VM is gone or not known, or goes before all is written
     */
    public void send(UUID machine, byte[] head, LongBody body) throws UnreachableException, InterruptedException {
        Link link = sending.get(machine);
        if (link == null) {
            link = connect(machine);
        }
        if (!link.send(head, body)) {
            throw unreachable(machine);
        }
    }

    private UnreachableException unreachable(UUID machine) {
        String why = whyGone(machine);
        return new UnreachableException(why == null ? "its connection has ended" : why);
    }

    private Link connect(UUID machine) throws UnreachableException {
        // One call per VM at a time: the second one finds the first one's link, or why there is
        // none, so that it does not matter that a third one has another lock.
        Object call = calls.computeIfAbsent(machine, name -> new Object());
        synchronized (call) {
            try {
                Link link = sending.get(machine);
                return link != null ? link : callKnown(machine);
            } finally {
                calls.remove(machine, call);
            }
        }
    }

    private Link callKnown(UUID machine) throws UnreachableException {
        String why = server.isClosed() ? "this VM has ended" : whyGone(machine);
        if (why != null) {
            throw new UnreachableException(why);
        }
        Peer peer = find(machine);
        if (peer == null) {
            throw new UnreachableException("nobody here knows where it listens");
        }
        try {
            Link link = Link.connect(peer.address(), self, secret, settings);
            if (!link.peer().machine().equals(machine)) {
                link.close();
                throw new IOException("another VM listens there now");
            }
            serve(link);
            // Not necessarily this one: the first is what all messages go by.
            return sending.getOrDefault(machine, link);
        } catch (IOException e) {
            return loseUnlessItHasCalled(peer, "it cannot be reached: " + e.getMessage(), e);
        }
    }

    private Link loseUnlessItHasCalled(Peer peer, String why, IOException cause) throws UnreachableException {
        synchronized (open) {
            Link link = sending.get(peer.machine());
            if (link != null) {
                return link;
            }
            String before = whyGone(peer.machine());
            if (before != null) {
                throw new UnreachableException(before, cause);
            }
            gone.put(peer.machine(), new Loss(why, System.nanoTime()));
        }
        listener.onLost(peer, why);
        throw new UnreachableException(why, cause);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                admit(socket);
                Daemons.of("river-handshake", () -> prove(socket)).start();
            } catch (IOException | OutOfMemoryError e) {
                if (!server.isClosed()) {
                    refused.incrementAndGet();
                    // Without a free descriptor every call fails at once: not to take a core for
                    // it.
                    LockSupport.parkNanos(AFTER_FAILURE_NS);
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        synchronized (unproved) {
            if (unproved.size() == MOST_UNPROVED) {
                unproved.poll().close();
            }
            unproved.add(socket);
        }
    }

    private void prove(Socket socket) {
        try {
            serve(Link.accept(socket, self, secret, settings));
        } catch (IOException e) {
            refused.incrementAndGet();
        } finally {
            synchronized (unproved) {
                unproved.remove(socket);
            }
        }
    }

    private void serve(Link link) throws IOException {
        Peer peer = link.peer();
        synchronized (open) {
            String why = whyGone(peer.machine());
            if (why != null || server.isClosed() || peer.machine().equals(self.machine())) {
                // In order, so that the other side does not take this VM for dead.
                endInOrder(link);
                link.write();
                link.close();
                throw new UnreachableException(why == null ? "this VM has ended" : why);
            }
            open.computeIfAbsent(peer.machine(), machine -> new ArrayList<>()).add(link);
            // Two VMs may call each other at the same time: both links are read, each side sends on
            // the first that it has.
            sending.putIfAbsent(peer.machine(), link);
            known.put(peer.machine(), new Known(peer, System.nanoTime()));
        }
        String name = peer.host() + "-" + peer.pid();
        Daemons.of("river-write-" + name, link::write).start();
        Daemons.of("river-read-" + name, () -> {
                    String why = link.read(new Ears(peer));
                    onEnd(link, why);
                })
                .start();
    }

    /** Hears what a VM sends. */
    private final class Ears implements Link.Receiver {
        private final Peer peer;

        Ears(Peer peer) {
            this.peer = peer;
        }

        @Override
        public void onMessage(ByteBuffer body) throws IOException {
            listener.onMessage(peer, body);
        }

        @Override
        public void onLongMessage(InputStream body, long byteCount) throws IOException {
            listener.onLongMessage(peer, body, byteCount);
        }
    }

    /** The first link that ends ends them all; the last one's end is the VM's. */
    private void onEnd(Link link, String why) {
        Peer peer = link.peer();
        List<Link> others;
        String first;
        synchronized (open) {
            others = open.get(peer.machine());
            if (others == null) {
                return;
            }
            gone.putIfAbsent(peer.machine(), new Loss(why, System.nanoTime()));
            first = whyGone(peer.machine());
            sending.remove(peer.machine());
            others.remove(link);
            if (others.isEmpty()) {
                open.remove(peer.machine());
            }
            others = List.copyOf(others);
        }
        if (others.isEmpty()) {
            listener.onLost(peer, first);
        }
        for (Link other : others) {
            // What it has sent on another link is still read to the end.
            endInOrder(other);
        }
    }

    private static void endInOrder(Link link) {
        try {
            link.endInOrder();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            link.close();
        }
    }

    private void tick() {
        try {
            tellAlive();
            forgetOld();
        } catch (RuntimeException | OutOfMemoryError e) {
            // The clock must go on: others take a VM for dead that gives no sign of life.
            Daemons.report(e);
        }
    }

    private void forgetOld() {
        long goneNs = TimeUnit.MILLISECONDS.toNanos(settings.goneMs());
        long nowNs = System.nanoTime();
        List<UUID> forgotten = new ArrayList<>();
        synchronized (open) {
            gone.forEach((machine, loss) -> {
                // What it has sent is still being read, otherwise.
                if (nowNs - loss.atNs() >= goneNs && !open.containsKey(machine)) {
                    forgotten.add(machine);
                }
            });
            forgotten.forEach(gone::remove);
            forgotten.forEach(known::remove);
            // Found, and not called since then; who is connected has been.
            known.forEach((machine, found) -> {
                if (nowNs - found.atNs() >= goneNs
                        && !open.containsKey(machine)
                        && !gone.containsKey(machine)
                        && known.remove(machine, found)) {
                    forgotten.add(machine);
                }
            });
        }
        forgotten.forEach(listener::onForgotten);
    }

    private void tellAlive() {
        for (Link link : sending.values()) {
            try {
                link.tellAlive();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Ends all connections in order, behind what is queued. */
    @Override
    public void close() throws IOException {
        server.close();
        clock.shutdownNow();
        List<Link> links = new ArrayList<>();
        synchronized (open) {
            open.values().forEach(links::addAll);
            open.clear();
            sending.clear();
        }
        links.forEach(Network::endInOrder);
        try {
            long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MS);
            for (Link link : links) {
                link.awaitEnd(endNs - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            links.forEach(Link::close);
        }
    }
}
