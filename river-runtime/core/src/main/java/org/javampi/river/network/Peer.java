package org.javampi.river.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A virtual machine as others see it.
 *
 * <pre>
 *  name 16 | pid 8 | port 2 | n 1 | address n | m 1 | host m (UTF-8)
 * </pre>
 *
 * @param machine its name: new with every start
 * @param address where it listens
 * @param host its host's name, for people
 * @param pid its process, for people
 */
public record Peer(UUID machine, InetSocketAddress address, String host, long pid) {
    /** An encoded peer is shorter than this. */
    public static final int LONGEST = 200;

    private static final int LONGEST_HOST = 120;

    /** The form in which it goes over networks. */
    public byte[] encode() {
        byte[] ip = address.getAddress().getAddress();
        byte[] name = host.getBytes(StandardCharsets.UTF_8);
        int nameBytes = Math.min(name.length, LONGEST_HOST);
        ByteBuffer out = ByteBuffer.allocate(LONGEST);
        out.putLong(machine.getMostSignificantBits()).putLong(machine.getLeastSignificantBits());
        out.putLong(pid).putShort((short) address.getPort());
        out.put((byte) ip.length).put(ip);
        out.put((byte) nameBytes).put(name, 0, nameBytes);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** Reads what {@link #encode} has written. */
    public static Peer decode(ByteBuffer in) throws IOException {
        try {
            UUID machine = new UUID(in.getLong(), in.getLong());
            long pid = in.getLong();
            int port = Short.toUnsignedInt(in.getShort());
            byte[] ip = part(in);
            String host = new String(part(in), StandardCharsets.UTF_8);
            return new Peer(machine, new InetSocketAddress(InetAddress.getByAddress(ip), port), host, pid);
        } catch (BufferUnderflowException e) {
            throw new IOException("a description of a VM that is cut off", e);
        }
    }

    private static byte[] part(ByteBuffer in) {
        byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
        in.get(bytes);
        return bytes;
    }

    /** {@code address:port}, as {@code --seed} takes it. */
    public String endpoint() {
        String ip = address.getAddress().getHostAddress();
        return (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + address.getPort();
    }

    /** For messages to people. */
    @Override
    public String toString() {
        return "VM " + machine + " (" + host + ", pid " + pid + ", " + endpoint() + ")";
    }
}
