package org.javampi.benchmarks.river;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.river.nws.NetWorkSpace;
import org.javampi.river.nws.NwsServer;

/**
 * Stores in a second into a workspace on loopback, beside the same bytes to and fro on bare sockets, where a thread for
 * each connection reads requests of the same length and answers four bytes. Arguments: number of clients, seconds for
 * each figure, requests that a client has under way.
 */
public final class StoreRate {
    private static final int REPLY = 4;

    private final int clients;
    private final long ns;
    private final int window;
    private final byte[] request = request("store", "rate", "x", "00000000000000000001", "value 0123");

    private StoreRate(int clients, double seconds, int window) {
        this.clients = clients;
        ns = (long) (seconds * 1e9);
        this.window = window;
    }

    /** Prints stores in a second of each kind. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int clients = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 3;
        int window = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        for (int each : new int[] {1, window}) {
            StoreRate rate = new StoreRate(clients, seconds, each);
            rate.bare();
            double bare = rate.bare();
            rate.workspace();
            double stores = rate.workspace();
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d clients, %d under way each: %,.0f stores/s, bare sockets %,.0f requests/s, ratio %.2f",
                    clients,
                    each,
                    stores,
                    bare,
                    stores / bare));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%d clients of class NetWorkSpace: %,.0f stores/s",
                clients,
                new StoreRate(clients, seconds, 1).ofClass()));
    }

    /** A request as the protocol has it. */
    private static byte[] request(String... arguments) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%04d", arguments.length));
        for (String argument : arguments) {
            text.append(String.format(Locale.ROOT, "%020d", argument.length())).append(argument);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private double bare() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, clients, InetAddress.getLoopbackAddress())) {
            Thread accepting = new Thread(() -> accept(server));
            accepting.start();
            double rate = rate(server.getLocalPort(), new byte[0], 0);
            accepting.join();
            return rate;
        }
    }

    private void accept(ServerSocket server) {
        try {
            for (int i = 0; i < clients; i++) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                new Thread(() -> echo(client)).start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void echo(Socket client) {
        byte[] buffer = new byte[1 << 16];
        byte[] replies = new byte[(buffer.length / request.length + 1) * REPLY];
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            int rest = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                rest += count;
                out.write(replies, 0, rest / request.length * REPLY);
                rest %= request.length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a bare client has gone", e);
        }
    }

    private double workspace() throws IOException, InterruptedException {
        try (NwsServer server = NwsServer.start(0);
                NetWorkSpace owner = new NetWorkSpace("rate", "127.0.0.1", server.port())) {
            owner.listVars();
            ByteArrayOutputStream hello = new ByteArrayOutputStream();
            hello.writeBytes("1112".getBytes(StandardCharsets.ISO_8859_1));
            hello.writeBytes(request("use ws", "rate", "", "no"));
            return rate(server.port(), hello.toByteArray(), 2 * REPLY);
        }
    }

    private double ofClass() throws InterruptedException {
        try (NwsServer server = NwsServer.start(0);
                NetWorkSpace owner = new NetWorkSpace("rate", "127.0.0.1", server.port())) {
            owner.listVars();
            AtomicLong stores = new AtomicLong();
            long endNs = System.nanoTime() + ns;
            inThreads(() -> {
                try (NetWorkSpace space = NetWorkSpace.use("rate", "127.0.0.1", server.port())) {
                    long own = 0;
                    while (System.nanoTime() < endNs) {
                        space.store("x", "value 0123");
                        own++;
                    }
                    stores.addAndGet(own);
                }
            });
            return stores.get() / (ns / 1e9);
        }
    }

    private double rate(int port, byte[] hello, int answered) throws InterruptedException {
        AtomicLong requests = new AtomicLong();
        long endNs = System.nanoTime() + ns;
        inThreads(() -> requests.addAndGet(drive(port, hello, answered, endNs)));
        return requests.get() / (ns / 1e9);
    }

    private void inThreads(Runnable client) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(new Thread(client));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** One client: answers how many requests were answered. */
    private long drive(int port, byte[] hello, int answered, long endNs) {
        byte[] requests = new byte[request.length * window];
        for (int i = 0; i < window; i++) {
            System.arraycopy(request, 0, requests, i * request.length, request.length);
        }
        byte[] replies = new byte[REPLY * window];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(hello);
            in.readFully(new byte[answered]);
            long done = 0;
            while (System.nanoTime() < endNs) {
                socket.getOutputStream().write(requests);
                in.readFully(replies);
                for (byte digit : replies) {
                    if (digit != 0 && digit != '0') {
                        throw new IllegalStateException(
                                "a store was refused: " + new String(replies, StandardCharsets.ISO_8859_1));
                    }
                }
                done += window;
            }
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
