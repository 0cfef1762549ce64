package org.javampi.benchmarks.limits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;

/**
 * Half a round trip through a bare non-blocking NIO socket over loopback that both sides poll
 * without sleeping.
 */
public final class SocketPingPong {
    private static final int[] SIZES = {8, 1 << 10, 64 << 10, 1 << 20};
    private static final long BYTES_PER_BATCH = 16 << 20;
    private static final int MOST_TRIPS = 1000;

    private SocketPingPong() {}

    /** Without an argument measures; with a port is the partner. */
    public static void main(String[] args) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        if (args.length > 0) {
            int port = Integer.parseInt(args[0]);
            try (SocketChannel socket = SocketChannel.open(new InetSocketAddress(here, port))) {
                ready(socket);
                answer(socket);
            }
            return;
        }
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(here, 0));
            String port = Integer.toString(server.socket().getLocalPort());
            Partner.beside(SocketPingPong.class, port, () -> measure(server));
        }
    }

    private static void measure(ServerSocketChannel server) throws IOException {
        try (SocketChannel socket = server.accept()) {
            ready(socket);
            for (int size : SIZES) {
                ByteBuffer data = ByteBuffer.allocateDirect(size);
                announce(socket, size);
                int trips = (int) Math.min(MOST_TRIPS, BYTES_PER_BATCH / size);
                Summary seconds = Rounds.measure(trips, () -> trips(socket, data, trips));
                Summary micros = seconds.map(s -> s / 2 * 1e6);
                System.out.println(new Row("socket", 2, size, "us", micros).csv());
                trip(socket, data.put(0, (byte) 1)); // the last one of this size
            }
        }
    }

    private static void ready(SocketChannel socket) throws IOException {
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    private static void announce(SocketChannel socket, int size) throws IOException {
        write(socket, ByteBuffer.allocateDirect(Integer.BYTES).putInt(0, size));
    }

    /** Sends back all messages of all sizes, until the socket is closed. */
    private static void answer(SocketChannel socket) throws IOException {
        ByteBuffer size = ByteBuffer.allocateDirect(Integer.BYTES);
        while (read(socket, size)) {
            ByteBuffer data = ByteBuffer.allocateDirect(size.getInt(0));
            do {
                if (!read(socket, data)) {
                    return;
                }
                write(socket, data);
            } while (data.get(0) == 0);
        }
    }

    private static void trips(SocketChannel socket, ByteBuffer data, int times) {
        try {
            for (int i = 0; i < times; i++) {
                trip(socket, data);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void trip(SocketChannel socket, ByteBuffer data) throws IOException {
        write(socket, data);
        if (!read(socket, data)) {
            throw new IOException("the partner has closed the socket");
        }
    }

    private static void write(SocketChannel socket, ByteBuffer data) throws IOException {
        data.clear();
        while (data.hasRemaining()) {
            socket.write(data);
        }
    }

    /** Fills the buffer; false if the other side has closed. */
    private static boolean read(SocketChannel socket, ByteBuffer data) throws IOException {
        data.clear();
        while (data.hasRemaining()) {
            if (socket.read(data) < 0) {
                return false;
            }
        }
        return true;
    }
}
