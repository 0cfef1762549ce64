package org.javampi.river.resource;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.javampi.river.discovery.Beacon;
import org.javampi.river.discovery.DiscoveryNetwork;
import org.javampi.river.discovery.Finder;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.discovery.VmState;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Daemons;
import org.javampi.river.network.Network;
import org.javampi.river.network.Peer;

/**
 * The VMs around this one: those that answer a broadcast, and those that the seeds know. Makes this
 * VM be found, too, if it takes work.
 */
final class Neighborhood implements Closeable {
    private final Network network;
    private final ControlResource control;
    private final List<InetSocketAddress> seeds;
    private final int periodMs;
    private final Finder finder;
    private final Beacon beacon;
    private final ScheduledExecutorService seedKeeper;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    /** Without broadcasts where there cannot be any, which is a problem to be told, no failure. */
    Neighborhood(RiverOptions options, Network network, ControlResource control, Supplier<RiverVm> self) {
        this.network = network;
        this.control = control;
        seeds = options.seeds();
        periodMs = options.patience().aliveEveryMs();
        Finder asking = null;
        Beacon answering = null;
        try {
            DiscoveryNetwork ground = DiscoveryNetwork.of(options.bind(), options.discoveryPort());
            asking = new Finder(ground, options.secret());
            answering = options.takesWork() ? new Beacon(ground, options.secret(), self) : null;
        } catch (IOException e) {
            noBroadcast(e);
        }
        finder = asking;
        beacon = answering;
        seedKeeper = Executors.newSingleThreadScheduledExecutor(new Daemons("river-seeds"));
    }

    /** Calls the seeds, now and again and again. */
    void callSeedsFromNowOn() {
        if (!seeds.isEmpty()) {
            problems.addAll(callSeeds());
            seedKeeper.scheduleWithFixedDelay(this::callSeedsAgain, periodMs, periodMs, TimeUnit.MILLISECONDS);
        }
    }

    private void callSeedsAgain() {
        try {
            callSeeds();
        } catch (RuntimeException | OutOfMemoryError e) {
            // Thrown, it would end the calls for ever.
            Daemons.report(e);
        }
    }

    /** A seed knows who is there by who is connected with it. */
    private List<String> callSeeds() {
        List<String> failures = new ArrayList<>();
        for (InetSocketAddress seed : seeds) {
            try {
                network.call(seed);
            } catch (IOException e) {
                failures.add("seed " + seed.getHostString() + ":" + seed.getPort() + ": " + e.getMessage());
            }
        }
        return failures;
    }

    /** What does not work of finding others, for people; empty when all does. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Datagrams of senders that do not know the secret. */
    long ignoredDatagrams() {
        return (beacon == null ? 0 : beacon.ignoredDatagrams()) + (finder == null ? 0 : finder.ignoredDatagrams());
    }

    /** The VMs that take work; waits at most {@code timeout} until {@code enough} are found. */
    List<RiverVm> discover(int enough, Duration timeout) throws IOException, InterruptedException {
        Map<UUID, RiverVm> found = new LinkedHashMap<>();
        Set<Peer> asked = new LinkedHashSet<>(network.connected());
        asked.addAll(peersOfSeeds());
        for (CompletableFuture<RiverMessage> answer : control.askAll(asked, Map.of("ask", "state"))) {
            try {
                RiverVm vm = ControlResource.vmOf(ControlResource.await(answer));
                found.put(vm.id(), vm);
            } catch (LostException e) {
                // It was there a moment ago, and is not now: not found.
                continue;
            }
        }
        found.values().removeIf(vm -> vm.state() == VmState.CLIENT);
        if (finder != null && found.size() < enough) {
            for (RiverVm vm : byBroadcast(enough, timeout)) {
                network.remember(vm.peer());
                found.put(vm.id(), vm);
            }
        }
        found.remove(network.self().machine());
        found.keySet().removeIf(vm -> network.whyGone(vm) != null);
        return List.copyOf(found.values());
    }

    /** Those that answer; none where the system sends no broadcasts, as some do not on loopback: seeds serve there. */
    private Collection<RiverVm> byBroadcast(int enough, Duration timeout) {
        try {
            return finder.find(enough, timeout.toNanos());
        } catch (IOException e) {
            noBroadcast(e);
            return List.of();
        }
    }

    private void noBroadcast(IOException why) {
        String problem = "no discovery by broadcast: " + why.getMessage();
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private Set<Peer> peersOfSeeds() throws IOException, InterruptedException {
        Set<Peer> peers = new LinkedHashSet<>();
        for (InetSocketAddress seed : seeds) {
            try {
                peers.add(network.call(seed));
            } catch (IOException e) {
                // Told at the start, and called again: others may know what it knows.
                continue;
            }
        }
        for (CompletableFuture<RiverMessage> answer : control.askAll(peers, Map.of("ask", "vms"))) {
            try {
                for (Object bytes : ControlResource.await(answer).getList("vms")) {
                    peers.add(Peer.decode(ByteBuffer.wrap((byte[]) bytes)));
                }
            } catch (LostException e) {
                // A seed that is gone knows nobody.
                continue;
            }
        }
        peers.removeIf(peer -> peer.machine().equals(network.self().machine()));
        peers.forEach(network::remember);
        return peers;
    }

    @Override
    public void close() throws IOException {
        if (beacon != null) {
            beacon.close();
        }
        seedKeeper.shutdownNow();
    }
}
