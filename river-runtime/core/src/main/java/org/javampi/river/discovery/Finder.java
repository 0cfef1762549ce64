package org.javampi.river.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.river.trust.Secret;

/** Asks who is there, and collects the answers. */
public final class Finder {
    /** The question is repeated this often: datagrams may be lost, and VMs may just be starting. */
    private static final long REPEAT_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final DiscoveryNetwork ground;
    private final Secret secret;
    private final AtomicLong ignored = new AtomicLong();

    /** A finder on one network. */
    public Finder(DiscoveryNetwork ground, Secret secret) {
        this.ground = ground;
        this.secret = secret;
    }

    /** Datagrams that were no answer of a node that knows the secret. */
    public long ignoredDatagrams() {
        return ignored.get();
    }

    /** Waits for answers until {@code timeoutNs} have passed or {@code enough} VMs are found. */
    public Collection<RiverVm> find(int enough, long timeoutNs) throws IOException {
        Map<UUID, RiverVm> found = new LinkedHashMap<>();
        byte[] nonce = Datagram.nonce();
        byte[] question = Datagram.question(nonce, secret);
        long startNs = System.nanoTime();
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(ground.own(), 0))) {
            socket.setBroadcast(true);
            long asked = 0;
            long passedNs = 0;
            while (passedNs < timeoutNs && found.size() < enough) {
                if (passedNs >= asked * REPEAT_NS) {
                    asked = passedNs / REPEAT_NS + 1;
                    socket.send(new DatagramPacket(question, question.length, ground.meetingPoint()));
                }
                long untilNs = Math.min(timeoutNs, asked * REPEAT_NS);
                RiverVm vm = receive(socket, nonce, untilNs - passedNs);
                if (vm != null) {
                    found.put(vm.id(), vm);
                }
                passedNs = System.nanoTime() - startNs;
            }
        }
        return found.values();
    }

    private RiverVm receive(DatagramSocket socket, byte[] nonce, long timeoutNs) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[Datagram.LONGEST], Datagram.LONGEST);
        try {
            socket.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(timeoutNs)));
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        RiverVm vm = Datagram.answerTo(nonce, bytes, secret);
        if (vm == null) {
            ignored.incrementAndGet();
        }
        return vm;
    }
}
