package org.javampi.core.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportProvider;
import org.javampi.river.trust.Secret;
import org.javampi.testing.Deadline;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every transport promises. A transport's module extends it and names its provider. */
@Deadline(1200)
public abstract class TransportContract {
    private static final long SEED = 0x5EEDL;

    private Node[] nodes = {};

    /** The transport under test. */
    protected abstract TransportProvider provider();

    @AfterEach
    void close() throws IOException {
        for (Node node : nodes) {
            node.close();
        }
    }

    @Test
    void shouldDeliverEachFrameWholeOnceAndInOrderWhenAllPairsTalk() {
        start(3);
        Random random = new Random(SEED);
        int frames = 200;
        long end = deadline();
        while (!allReceived(frames)) {
            for (Node node : nodes) {
                int peer = (node.context.rank() + 1 + random.nextInt(2)) % nodes.length;
                if (node.sent[peer] < frames) {
                    node.trySend(
                            peer, size(random, node.transport.endpoint(peer).maxFrameBytes()));
                }
                node.poll();
            }
            checkTime(end);
        }
        for (Node sender : nodes) {
            for (Node receiver : nodes) {
                assertEquals(
                        sender.sentBytes[receiver.context.rank()],
                        receiver.receivedBytes[sender.context.rank()],
                        "bytes, seed " + SEED);
            }
        }
    }

    @Test
    void shouldLoseNothingWhenFullAndRecover() {
        start(2);
        connect();
        int byteCount = nodes[0].transport.endpoint(1).maxFrameBytes();
        long end = deadline();
        int before = nodes[0].sent[1];
        int refusals = 0;
        while (refusals < 3) {
            refusals += nodes[0].trySend(1, byteCount) ? 0 : 1;
            nodes[0].poll();
            checkTime(end);
        }
        assertTrue(nodes[0].sent[1] > before, "no frame of " + byteCount + " bytes was ever taken");
        drain(end);
        while (!nodes[0].trySend(1, byteCount)) {
            nodes[0].poll();
            checkTime(end);
        }
        drain(end);
    }

    @Test
    void shouldWakeTheSelectorWhenAFrameArrives() throws IOException {
        start(2);
        connect();
        Node receiver = nodes[1];
        for (int i = 0; i < 100; i++) {
            while (!receiver.transport.arm(false)) {
                receiver.transport.disarm();
                receiver.poll();
            }
            assertTrue(nodes[0].trySend(1, 64), "frame " + i);
            int before = receiver.received[0];
            long startNs = System.nanoTime();
            receiver.context.selector().select(10_000);
            long waitedNs = System.nanoTime() - startNs;
            receiver.transport.disarm();
            receiver.context.selector().selectedKeys().clear();
            assertTrue(waitedNs < TimeUnit.SECONDS.toNanos(9), "not woken for frame " + i);
            long end = deadline();
            while (receiver.received[0] == before) {
                receiver.poll();
                checkTime(end);
            }
        }
    }

    /**
     * Some ranks that begin to talk at the same moment, all with all, each in a thread of its own;
     * answers their transports, open still.
     */
    protected final List<Transport> talk(int size) throws Exception {
        close();
        start(size);
        AtomicInteger talking = new AtomicInteger(size);
        CyclicBarrier beginning = new CyclicBarrier(size);
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (Node node : nodes) {
                ends.add(threads.submit(() -> {
                    beginning.await();
                    talk(node, talking);
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return Stream.of(nodes).map(node -> node.transport).collect(Collectors.toList());
    }

    private static void talk(Node node, AtomicInteger talking) {
        int own = node.context.rank();
        int frames = 3;
        long end = deadline();
        boolean over = false;
        while (talking.get() > 0) {
            int missing = 0;
            for (int peer = 0; peer < node.sent.length; peer++) {
                if (peer != own) {
                    missing += 2 * frames - node.sent[peer] - node.received[peer];
                    if (node.sent[peer] < frames) {
                        node.trySend(peer, 64);
                    }
                }
            }
            node.poll();
            if (missing == 0 && node.transport.isFlushed() && !over) {
                over = true;
                talking.decrementAndGet();
            }
            checkTime(end);
        }
    }

    private void start(int size) {
        Directory directory = new Directory();
        UUID job = UUID.randomUUID();
        Secret secret = Secret.random();
        nodes = new Node[size];
        for (int rank = 0; rank < size; rank++) {
            TestContext context = new TestContext(rank, size, job, secret, directory, Map.of());
            Transport transport = provider().open(context);
            nodes[rank] = new Node(context, transport);
        }
    }

    private void connect() {
        long end = deadline();
        while (nodes[0].sent[1] == 0 && !nodes[0].trySend(1, 64)) {
            nodes[0].poll();
            nodes[1].poll();
            checkTime(end);
        }
        drain(end);
    }

    private void drain(long end) {
        while (nodes[1].received[0] < nodes[0].sent[1] || !nodes[0].transport.isFlushed()) {
            nodes[0].poll();
            nodes[1].poll();
            checkTime(end);
        }
    }

    private boolean allReceived(int frames) {
        for (Node node : nodes) {
            for (int peer = 0; peer < nodes.length; peer++) {
                if (peer != node.context.rank() && node.received[peer] < frames) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int size(Random random, int maxFrameBytes) {
        return switch (random.nextInt(8)) {
            case 0 -> Node.HEADER;
            case 1 -> maxFrameBytes;
            default -> Node.HEADER + random.nextInt(Math.min(4096, maxFrameBytes) - Node.HEADER);
        };
    }

    private static long deadline() {
        return Patience.deadlineNs(120);
    }

    private static void checkTime(long end) {
        assertTrue(System.nanoTime() - end < 0, "no progress within 120 s, seed " + SEED);
    }
}
