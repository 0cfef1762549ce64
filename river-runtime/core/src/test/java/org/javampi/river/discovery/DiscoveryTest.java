package org.javampi.river.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.javampi.river.network.Peer;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.Test;

/** Who is found, and by whom. */
class DiscoveryTest {
    private static final long LONG_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long SHORT_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Secret secret = Secret.random();
    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final DiscoveryNetwork ground = DiscoveryNetwork.of(loopback, freePort());

    DiscoveryTest() throws IOException {}

    static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private RiverVm vm(VmState state, UUID owner) {
        Peer peer = new Peer(UUID.randomUUID(), new InetSocketAddress(loopback, 4711), "here", 17);
        return new RiverVm(peer, state, owner);
    }

    @Test
    void shouldFindAllThatKnowTheSecretAndNobodyElse() throws IOException {
        RiverVm one = vm(VmState.FREE, null);
        RiverVm two = vm(VmState.LEASED, UUID.randomUUID());
        RiverVm third = vm(VmState.FREE, null);
        Secret other = Secret.random();
        try (Beacon first = new Beacon(ground, secret, () -> one);
                Beacon second = new Beacon(ground, secret, () -> two);
                Beacon stranger = new Beacon(ground, other, () -> third)) {
            Collection<RiverVm> found = new Finder(ground, secret).find(2, LONG_NS);
            assertEquals(Set.of(one, two), found.stream().collect(Collectors.toSet()));
            assertTrue(stranger.ignoredDatagrams() > 0, "it was asked as well");
            assertEquals(0, first.ignoredDatagrams() + second.ignoredDatagrams());
            assertEquals(List.of(third), List.copyOf(new Finder(ground, other).find(2, SHORT_NS)));
        }
    }

    @Test
    void shouldCountAndIgnoreGarbage() throws IOException {
        RiverVm one = vm(VmState.FREE, null);
        Random random = new Random(5);
        try (Beacon beacon = new Beacon(ground, secret, () -> one);
                DatagramSocket noise = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
            noise.setBroadcast(true);
            byte[] good = Datagram.question(Datagram.nonce(), secret);
            int sent = 0;
            for (int length : new int[] {0, 1, 8, 24, 55, 56, 57, 511, 512, 9_000}) {
                byte[] bytes = Arrays.copyOf(good, length);
                for (int i = 8; i < length; i++) {
                    bytes[i] = (byte) random.nextInt();
                }
                noise.send(new DatagramPacket(bytes, length, ground.meetingPoint()));
                sent++;
            }
            assertEquals(1, new Finder(ground, secret).find(1, LONG_NS).size());
            assertEquals(sent, beacon.ignoredDatagrams());
        }
    }

    @Test
    void shouldNotAcceptAnAnswerToAnotherQuestionOrADamagedOne() {
        byte[] nonce = Datagram.nonce();
        RiverVm one = vm(VmState.FREE, null);
        byte[] answer = Datagram.answer(nonce, one, secret);
        assertEquals(one, Datagram.answerTo(nonce, answer, secret));
        assertNull(Datagram.answerTo(Datagram.nonce(), answer, secret), "a replayed answer");
        assertNull(Datagram.answerTo(nonce, answer, Secret.random()), "another secret");
        for (int i = 0; i < answer.length; i++) {
            byte[] damaged = answer.clone();
            damaged[i] ^= 1;
            assertNull(Datagram.answerTo(nonce, damaged, secret), "byte " + i);
            assertNull(Datagram.answerTo(nonce, Arrays.copyOf(answer, i), secret), "cut at " + i);
        }
    }

    @Test
    void shouldKeepToItsNetwork() throws IOException {
        assertTrue(ground.contains(InetAddress.getByName("127.1.2.3")));
        assertFalse(ground.contains(InetAddress.getByName("192.168.0.1")));
        assertFalse(ground.contains(InetAddress.getByName("::1")));
        assertEquals("127.255.255.255", ground.meetingPoint().getAddress().getHostAddress());
        IOException refusal =
                assertThrows(IOException.class, () -> DiscoveryNetwork.of(InetAddress.getByName("203.0.113.9"), 1));
        assertEquals("203.0.113.9 is no address of this host", refusal.getMessage());
    }

    @Test
    void shouldRefuseCutOffDescriptions() throws IOException {
        byte[] bytes = vm(VmState.FREE, null).encode();
        RiverVm.decode(ByteBuffer.wrap(bytes));
        for (int length = 0; length < bytes.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(bytes, 0, length);
            assertThrows(IOException.class, () -> RiverVm.decode(part));
        }
        byte[] unknown = bytes.clone();
        unknown[0] = 77;
        assertThrows(IOException.class, () -> RiverVm.decode(ByteBuffer.wrap(unknown)));
    }
}
