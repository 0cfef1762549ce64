package org.javampi.river.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.javampi.river.trust.Secret;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections: made on first use, in order, proved, and their end told once. */
class NetworkTest {
    private static final byte[] HEAD = {};

    private final Secret secret = Secret.random();
    private final List<Network> open = new ArrayList<>();

    /** What one VM hears. */
    private static final class Heard implements NetworkListener {
        final BlockingQueue<Integer> numbers = new LinkedBlockingQueue<>();
        final BlockingQueue<String> losses = new LinkedBlockingQueue<>();

        @Override
        public void onMessage(Peer from, ByteBuffer body) throws IOException {
            if (body.remaining() < Integer.BYTES) {
                throw new IOException("nonsense of " + body.remaining() + " bytes");
            }
            numbers.add(body.getInt());
        }

        @Override
        public void onLost(Peer machine, String why) {
            losses.add(machine.machine() + " " + why);
        }
    }

    private Network open(Secret known, LinkSettings settings, Heard heard) throws IOException {
        Network network = Network.open(InetAddress.getLoopbackAddress(), 0, "here", known, settings, heard);
        open.add(network);
        return network;
    }

    private Network open(Heard heard) throws IOException {
        Network network = open(secret, LinkSettings.standard(), heard);
        network.start();
        return network;
    }

    @AfterEach
    void close() throws IOException {
        for (Network network : open) {
            network.close();
        }
    }

    /** Looks until it is so; the test's deadline interrupts that. */
    private static void await(BooleanSupplier isSo, Supplier<String> whatIs) {
        while (!isSo.getAsBoolean()) {
            assertFalse(Thread.interrupted(), whatIs);
            Thread.onSpinWait();
        }
    }

    private static byte[] number(int n) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(n).array();
    }

    @Test
    void shouldDeliverInOrderWhenBothCallAtOnce() throws Exception {
        int count = 5_000;
        for (int round = 0; round < 20; round++) {
            Heard one = new Heard();
            Heard two = new Heard();
            Network a = open(one);
            Network b = open(two);
            a.remember(b.self());
            b.remember(a.self());
            Thread thread = new Thread(() -> sendAll(b, a.self().machine(), count));
            thread.start();
            sendAll(a, b.self().machine(), count);
            thread.join();
            for (int i = 0; i < count; i++) {
                assertEquals(i, one.numbers.poll(Patience.seconds(120), TimeUnit.SECONDS));
                assertEquals(i, two.numbers.poll(Patience.seconds(120), TimeUnit.SECONDS));
            }
            assertEquals(1, a.connected().size());
            a.close();
            assertEquals(
                    a.self().machine() + " it has ended in order",
                    two.losses.poll(Patience.seconds(120), TimeUnit.SECONDS));
            b.close();
            assertEquals("[]", two.losses.toString(), "told once");
        }
    }

    private static void sendAll(Network from, UUID to, int count) {
        try {
            for (int i = 0; i < count; i++) {
                from.send(to, true, HEAD, number(i));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldDeliverAllThatWasSentBeforeTheEnd() throws Exception {
        Heard two = new Heard();
        Network a = open(new Heard());
        Network b = open(two);
        a.remember(b.self());
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < 20; i++) {
            a.send(b.self().machine(), true, number(i), large);
        }
        a.close();
        for (int i = 0; i < 20; i++) {
            assertEquals(i, two.numbers.poll(Patience.seconds(120), TimeUnit.SECONDS));
        }
        assertTrue(two.losses.poll(Patience.seconds(120), TimeUnit.SECONDS).endsWith("in order"));
        UnreachableException refusal =
                assertThrows(UnreachableException.class, () -> b.send(a.self().machine(), true, HEAD, number(0)));
        assertEquals("it has ended in order", refusal.getMessage());
    }

    @Test
    void shouldForgetWhoIsGone() throws Exception {
        Heard one = new Heard();
        // Long enough that no node is forgotten before it is called.
        Network a = open(secret, new LinkSettings(5, 20_000, 5_000, 1_000), one);
        a.start();
        UUID nobody = UUID.randomUUID();
        assertThrows(UnreachableException.class, () -> a.send(nobody, true, HEAD, number(0)));
        for (int i = 0; i < 20; i++) {
            Network caller = open(new Heard());
            caller.call(a.self().address());
            Network called = open(new Heard());
            a.remember(called.self());
            a.send(called.self().machine(), true, HEAD, number(i));
            // Never started: one that accepts may take a last connection after its close.
            Network dead = open(secret, LinkSettings.standard(), new Heard());
            dead.close();
            a.remember(dead.self());
            assertThrows(UnreachableException.class, () -> a.send(dead.self().machine(), true, HEAD, number(0)));
            caller.close();
            called.close();
        }
        for (int losses = 0; losses < 60; losses++) {
            assertNotNull(one.losses.poll(Patience.seconds(120), TimeUnit.SECONDS));
        }
        await(() -> a.remembered() == 0, () -> a.remembered() + " things are still remembered");
        assertEquals("[]", one.losses.toString(), "told once");
    }

    @Test
    void shouldForgetWhoWasFoundAndNeverCalled() throws Exception {
        Network a = open(secret, new LinkSettings(5, 20_000, 5_000, 5), new Heard());
        a.start();
        Network found = open(new Heard());
        a.remember(found.self());
        await(() -> a.find(found.self().machine()) == null, () -> "it is still known");
        assertEquals(0, a.remembered());
    }

    @Test
    void shouldNotForgetWhoIsConnected() throws Exception {
        Network a = open(secret, new LinkSettings(5, 20_000, 5_000, 5), new Heard());
        Heard two = new Heard();
        Network b = open(two);
        Network found = open(new Heard());
        a.call(b.self().address());
        a.remember(found.self());
        a.start();
        await(() -> a.find(found.self().machine()) == null, () -> "it is still known");
        assertEquals(b.self(), a.find(b.self().machine()));
        a.send(b.self().machine(), true, HEAD, number(7));
        assertEquals(7, two.numbers.poll(Patience.seconds(120), TimeUnit.SECONDS));
    }

    @Test
    void shouldRefuseAndCountWhoDoesNotKnowTheSecret() throws Exception {
        Network a = open(new Heard());
        Network stranger = open(Secret.random(), LinkSettings.standard(), new Heard());
        stranger.start();
        IOException refusal =
                assertThrows(IOException.class, () -> stranger.call(a.self().address()));
        assertTrue(refusal.toString().contains("EOF"), refusal.toString());
        await(() -> a.refusedConnections() > 0, () -> "nobody was refused");
        assertEquals(List.of(), a.connected());
    }

    @Test
    void shouldNotBelieveAListenerThatDoesNotKnowTheSecret() throws Exception {
        Network a = open(new Heard());
        byte[] noise = new byte[400];
        new Random(3).nextBytes(noise);
        System.arraycopy("RIVERVM1".getBytes("US-ASCII"), 0, noise, 0, 8);
        noise[24] = 100;
        try (ServerSocket false1 = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread liar = new Thread(() -> {
                try (Socket socket = false1.accept()) {
                    socket.getOutputStream().write(noise);
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            liar.setUncaughtExceptionHandler((thread, thrown) -> {});
            liar.start();
            IOException refusal = assertThrows(
                    IOException.class,
                    () -> a.call(new InetSocketAddress(false1.getInetAddress(), false1.getLocalPort())));
            assertEquals("the VM there does not know this River's secret", refusal.getMessage());
            liar.join();
        }
    }

    @Test
    void shouldGoOnWhenGarbageConnects() throws Exception {
        Heard two = new Heard();
        Network a = open(new Heard());
        Network b = open(two);
        a.remember(b.self());
        Random random = new Random(4);
        int connections = 50;
        for (int i = 0; i < connections; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            try (Socket socket = new Socket()) {
                socket.connect(b.self().address());
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                // Refused while it was still talking: as well.
                continue;
            }
        }
        a.send(b.self().machine(), true, HEAD, number(7));
        assertEquals(7, two.numbers.poll(Patience.seconds(120), TimeUnit.SECONDS));
        await(
                () -> b.refusedConnections() >= connections,
                () -> b.refusedConnections() + " of " + connections + " were refused");
        assertEquals(List.of(a.self()), b.connected());
    }

    @Test
    void shouldLetNobodyWaitForTheOneThatSaysNothing() throws Exception {
        LinkSettings hasty = new LinkSettings(20, 200, 5_000, 60_000);
        Heard one = new Heard();
        Network a = open(secret, hasty, one);
        a.start();
        // It gives no sign of life: it was not started to.
        Heard two = new Heard();
        Network dumb = open(secret, hasty, two);
        dumb.call(a.self().address());
        String loss = one.losses.poll(Patience.seconds(120), TimeUnit.SECONDS);
        assertEquals(dumb.self().machine() + " it has given no sign of life for too long", loss);
        assertTrue(two.losses
                .poll(Patience.seconds(120), TimeUnit.SECONDS)
                .startsWith("" + a.self().machine()));
    }

    @Test
    void shouldCloseTheConnectionThatTalksNonsense() throws Exception {
        Heard two = new Heard();
        Network a = open(new Heard());
        Network b = open(two);
        a.remember(b.self());
        a.send(b.self().machine(), true, HEAD, new byte[] {1});
        assertTrue(two.losses.poll(Patience.seconds(120), TimeUnit.SECONDS).endsWith("nonsense of 1 bytes"));
    }

    @Test
    void shouldRefuseTheAddressOfAllNetworks() {
        IOException refusal = assertThrows(
                IOException.class,
                () -> Network.open(
                        InetAddress.getByName("0.0.0.0"), 0, "here", secret, LinkSettings.standard(), new Heard()));
        assertTrue(refusal.getMessage().contains("name the one to use"), refusal.getMessage());
    }
}
