package org.javampi.river.resource;

import static org.javampi.river.message.Constraint.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.javampi.river.message.LostException;
import org.javampi.river.trust.Secret;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Senders wait for slow receivers, and for nobody else. */
class BackPressureTest {
    private River one;
    private River other;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        int port;
        try (DatagramSocket socket = new DatagramSocket(0)) {
            port = socket.getLocalPort();
        }
        RiverOptions options = RiverOptions.of(Secret.random()).withDiscoveryPort(port);
        one = River.open(options.takingWork());
        other = River.open(options.takingWork());
        one.find(other.self().peer().address());
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        other.close();
    }

    private interface Script {
        void run(Body self) throws Exception;
    }

    /** A resource whose body is a test's, and whose end can be waited for. */
    private static final class Body extends VirtualResource {
        private final Script script;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        Body(Script script) {
            this.script = script;
        }

        @Override
        protected void run() {
            try {
                script.run(this);
                ended.complete(null);
            } catch (Throwable thrown) {
                ended.completeExceptionally(thrown);
            }
        }

        void join() throws Exception {
            ended.get(Patience.seconds(120), TimeUnit.SECONDS);
        }
    }

    private static Body start(River river, Script script) {
        Body body = new Body(script);
        river.start(body);
        return body;
    }

    private static void awaitUntilBlocked(AtomicInteger sent) throws InterruptedException {
        int before = -1;
        // It has stopped when nothing was sent for a while.
        while (before != sent.get()) {
            before = sent.get();
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        }
    }

    private void sendToASlowReceiver(River of) throws Exception {
        int count = 40_000;
        CountDownLatch go = new CountDownLatch(1);
        Body slow = start(other, self -> {
            go.await();
            for (int i = 0; i < count; i++) {
                assertEquals(i, self.recv(where("i").isPresent()).getInt("i"));
            }
        });
        AtomicInteger sent = new AtomicInteger();
        Body sender = start(of, self -> {
            for (int i = 0; i < count; i++) {
                self.send(slow.name(), Map.of("i", i, "b", new byte[16]));
                sent.incrementAndGet();
            }
        });
        awaitUntilBlocked(sent);
        int most = (int) (Ledger.WINDOW_BYTES / Ledger.MESSAGE_BYTES);
        assertTrue(sent.get() > most / 2 && sent.get() <= most, sent + " sent, of at most " + most);
        go.countDown();
        sender.join();
        slow.join();
    }

    @Test
    void shouldWaitForASlowReceiverOnAnotherVm() throws Exception {
        sendToASlowReceiver(one);
    }

    @Test
    void shouldWaitForASlowReceiverOnTheSameVm() throws Exception {
        sendToASlowReceiver(other);
    }

    @Test
    void shouldSendAMessageLongerThanTheQueueMayBe() throws Exception {
        int bytes = (int) (2 * Ledger.WINDOW_BYTES);
        Body receiver = start(other, self -> {
            for (int i = 0; i < 3; i++) {
                assertEquals(bytes, self.recv(where("b").isPresent()).getBytes("b").length);
            }
        });
        start(one, self -> {
                    for (int i = 0; i < 3; i++) {
                        self.send(receiver.name(), Map.of("b", new byte[bytes]));
                    }
                })
                .join();
        receiver.join();
    }

    @Test
    void shouldTakeAllWhileAReceiverWaitsForAMessageBehindIt() throws Exception {
        Body receiver = start(other, self -> {
            self.recv(where("tag").is("stop"));
            for (int i = 0; i < 40; i++) {
                self.recv(where("tag").is("log"));
            }
        });
        start(one, self -> {
                    for (int i = 0; i < 40; i++) {
                        self.send(receiver.name(), Map.of("tag", "log", "b", new byte[1 << 20]));
                    }
                    self.send(receiver.name(), Map.of("tag", "stop"));
                })
                .join();
        receiver.join();
    }

    @Test
    void shouldMakeRoomWhenSendersWaitForEachOther() throws Exception {
        CompletableFuture<UUID> first = new CompletableFuture<>();
        CompletableFuture<UUID> second = new CompletableFuture<>();
        CompletableFuture<UUID> third = new CompletableFuture<>();
        Body a = start(one, self -> flood(self, second.get()));
        Body b = start(other, self -> flood(self, third.get()));
        Body c = start(one, self -> flood(self, first.get()));
        first.complete(a.name());
        third.complete(c.name());
        second.complete(b.name());
        a.join();
        b.join();
        c.join();
    }

    private static void flood(Body self, UUID next) throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            self.send(next, Map.of("b", new byte[1 << 20]));
        }
        for (int i = 0; i < 40; i++) {
            self.recv();
        }
    }

    @Test
    void shouldNotWaitForAReceiverThatEnds() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Body receiver = start(other, self -> go.await());
        AtomicInteger sent = new AtomicInteger();
        Body sender = start(one, self -> {
            while (true) {
                self.send(receiver.name(), Map.of("b", new byte[1 << 20]));
                sent.incrementAndGet();
            }
        });
        awaitUntilBlocked(sent);
        go.countDown();
        try {
            sender.join();
        } catch (ExecutionException e) {
            LostException loss = assertInstanceOf(LostException.class, e.getCause());
            assertEquals(receiver.name(), loss.resource());
            return;
        }
        throw new AssertionError("it was sent to for ever");
    }
}
