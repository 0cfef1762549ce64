package org.javampi.river.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;

/**
 * The one network on which VMs look for each other: that of the address they listen on, which is
 * loopback unless another one was named. Queries go to its broadcast address, and sockets that wait
 * for them are bound to just that: the system lets in nothing from other networks.
 */
public final class DiscoveryNetwork {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final byte[] LOOPBACK_BROADCAST = {127, (byte) 255, (byte) 255, (byte) 255};
    private static final int LOOPBACK_PREFIX = 8;

    private final InetAddress own;
    private final InetAddress broadcast;
    private final int prefixBits;
    private final int port;

    private DiscoveryNetwork(InetAddress own, InetAddress broadcast, int prefixBits, int port) {
        this.own = own;
        this.broadcast = broadcast;
        this.prefixBits = prefixBits;
        this.port = port;
    }

    /**
     * The network that {@code own} is an address of.
     *
     * @param port on which VMs wait for queries
     * @throws IOException when that network has no broadcast address: seeds must be named then
     */
    public static DiscoveryNetwork of(InetAddress own, int port) throws IOException {
        if (own.isLoopbackAddress() && own.getAddress().length == LOOPBACK.length) {
            InetAddress all = InetAddress.getByAddress(LOOPBACK_BROADCAST);
            return new DiscoveryNetwork(own, all, LOOPBACK_PREFIX, port);
        }
        NetworkInterface card = NetworkInterface.getByInetAddress(own);
        if (card != null) {
            for (InterfaceAddress address : card.getInterfaceAddresses()) {
                if (own.equals(address.getAddress()) && address.getBroadcast() != null) {
                    return new DiscoveryNetwork(own, address.getBroadcast(), address.getNetworkPrefixLength(), port);
                }
            }
        }
        throw new IOException(own.getHostAddress()
                + (card == null
                        ? " is no address of this host"
                        : " is on a network without broadcast: name a VM as a seed"));
    }

    /** This host's address there. */
    InetAddress own() {
        return own;
    }

    /** Where queries are sent and waited for. */
    InetSocketAddress meetingPoint() {
        return new InetSocketAddress(broadcast, port);
    }

    /** Whether an address is of this network. */
    boolean contains(InetAddress address) {
        byte[] one = own.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >>> bit % Byte.SIZE;
            if ((one[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
