package org.javampi.river.discovery;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.javampi.river.network.Daemons;
import org.javampi.river.trust.Secret;

/**
 * Makes this VM be found: answers the questions of those that know the secret. All else that comes
 * is counted and ignored, so that nobody learns from silence what is here.
 */
public final class Beacon implements Closeable {
    private final DiscoveryNetwork ground;
    private final Secret secret;
    private final Supplier<RiverVm> self;
    private final DatagramSocket ears;
    private final DatagramSocket mouth;
    private final AtomicLong ignored = new AtomicLong();

    /**
     * Begins to listen.
     *
     * @param self what to answer; asked anew for each question
     * @throws IOException when the ground's broadcast address cannot be listened on
     */
    public Beacon(DiscoveryNetwork ground, Secret secret, Supplier<RiverVm> self) throws IOException {
        this.ground = ground;
        this.secret = secret;
        this.self = self;
        ears = new DatagramSocket((SocketAddress) null);
        DatagramSocket answering = null;
        try {
            // All VMs of a host wait at the same port: a broadcast reaches each of them.
            ears.setReuseAddress(true);
            ears.bind(ground.meetingPoint());
            answering = new DatagramSocket(new InetSocketAddress(ground.own(), 0));
        } finally {
            if (answering == null) {
                ears.close();
            }
        }
        mouth = answering;
        Daemons.of("river-beacon", this::listen).start();
    }

    /** Datagrams that were no question of a node that knows the secret. */
    public long ignoredDatagrams() {
        return ignored.get();
    }

    private void listen() {
        DatagramPacket packet = new DatagramPacket(new byte[Datagram.LONGEST], Datagram.LONGEST);
        while (!ears.isClosed()) {
            try {
                packet.setLength(Datagram.LONGEST);
                ears.receive(packet);
                answer(packet);
            } catch (IOException e) {
                if (!ears.isClosed()) {
                    ignored.incrementAndGet();
                }
            } catch (RuntimeException | OutOfMemoryError e) {
                // The next question may be answered.
                Daemons.report(e);
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        byte[] nonce = ground.contains(packet.getAddress()) ? Datagram.nonceOfQuestion(bytes, secret) : null;
        if (nonce == null) {
            ignored.incrementAndGet();
            return;
        }
        byte[] answer = Datagram.answer(nonce, self.get(), secret);
        mouth.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
    }

    @Override
    public void close() {
        ears.close();
        mouth.close();
    }
}
