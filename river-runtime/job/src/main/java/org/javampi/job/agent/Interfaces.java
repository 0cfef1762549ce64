package org.javampi.job.agent;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * This host's network interfaces: which of its addresses others reach. Bridges and links of virtual
 * machines and containers are on this host only, so they are never offered unless they are asked
 * for by name.
 */
public final class Interfaces {
    private static final Pattern VIRTUAL =
            Pattern.compile("(docker|virbr|br-|veth|lxc|lxd|cni|flannel|cali|vmnet|vboxnet|podman).*");

    private static final int ANY_PORT = 9;

    /** Nobody has these (RFC 5737, RFC 3849): only default routes lead there. */
    private static final List<String> ELSEWHERE = List.of("198.51.100.1", "2001:db8::1");

    private Interfaces() {}

    private record Candidate(NetworkInterface on, InterfaceAddress at) {
        InetAddress address() {
            return at.getAddress();
        }

        @Override
        public String toString() {
            return on.getName() + " " + address().getHostAddress();
        }
    }

    /**
     * Addresses of this host that others may reach: first those on the way to anywhere, for other
     * interfaces may be there for a while only; IPv4 first; loopback only if nothing else.
     */
    public static List<InetAddress> offered() throws IOException {
        List<InetAddress> offered = new ArrayList<>();
        for (Candidate candidate : all()) {
            if (!candidate.address().isLoopbackAddress()
                    && !candidate.address().isLinkLocalAddress()
                    && !VIRTUAL.matcher(candidate.on().getName()).matches()) {
                offered.add(candidate.address());
            }
        }
        sort(offered, towardsAnywhere());
        offered.add(InetAddress.getLoopbackAddress());
        return offered;
    }

    /** First those in {@code lasting}, then the others; IPv4 first in either. */
    static void sort(List<InetAddress> addresses, List<InetAddress> lasting) {
        addresses.sort(Comparator.comparing((InetAddress address) -> !lasting.contains(address))
                .thenComparing(address -> !(address instanceof Inet4Address)));
    }

    private static List<InetAddress> towardsAnywhere() throws IOException {
        List<InetAddress> found = new ArrayList<>();
        for (String elsewhere : ELSEWHERE) {
            // The text is an address, so nothing is looked up.
            InetAddress here = towards(InetAddress.getByName(elsewhere));
            if (here != null) {
                found.add(here);
            }
        }
        return found;
    }

    /**
     * This host's address on the interface that {@code wanted} names, such as {@code eth0} or
     * {@code 10.0.0.0/8}.
     *
     * @throws IOException when there is none, naming those that there are
     */
    public static InetAddress named(String wanted) throws IOException {
        List<Candidate> all = all();
        return all.stream()
                .filter(candidate -> matches(candidate, wanted))
                .map(Candidate::address)
                .min(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .orElseThrow(() -> new IOException("no interface of this host is " + wanted + ": there are " + all));
    }

    private static boolean matches(Candidate candidate, String wanted) {
        if (candidate.on().getName().equals(wanted)) {
            return true;
        }
        int slash = wanted.indexOf('/');
        String network = slash < 0 ? wanted : wanted.substring(0, slash);
        if (!network.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return false;
        }
        try {
            // The text is an address, so nothing is looked up.
            byte[] bytes = InetAddress.getByName(network).getAddress();
            byte[] own = candidate.address().getAddress();
            int bits = slash < 0 ? bytes.length * Byte.SIZE : Integer.parseInt(wanted.substring(slash + 1));
            return sameStart(bytes, own, bits);
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean sameStart(byte[] one, byte[] other, int bits) {
        if (one.length != other.length || bits > one.length * Byte.SIZE) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Candidate> all() throws IOException {
        List<Candidate> all = new ArrayList<>();
        for (NetworkInterface on : NetworkInterface.networkInterfaces().toList()) {
            if (on.isUp()) {
                on.getInterfaceAddresses().forEach(at -> all.add(new Candidate(on, at)));
            }
        }
        return all;
    }

    /**
     * This host's address on the way to another: what the kernel's routes say, without a packet;
     * null when there is no way.
     */
    public static InetAddress towards(InetAddress other) {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(other, ANY_PORT));
            InetAddress here = probe.getLocalAddress();
            return here == null || here.isAnyLocalAddress() ? null : here;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** An address of this host with its interface: {@code 10.0.0.1 (eth0)}. */
    public static String describe(InetAddress here) {
        try {
            NetworkInterface on = here == null ? null : NetworkInterface.getByInetAddress(here);
            return here == null
                    ? "no interface"
                    : here.getHostAddress() + (on == null ? "" : " (" + on.getName() + ")");
        } catch (SocketException e) {
            return here.getHostAddress();
        }
    }

    /** Whether an address is one of this host's own. */
    public static boolean isOwn(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
