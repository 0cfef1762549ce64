package org.javampi.job.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.javampi.job.control.ControlConnection;
import org.javampi.river.trust.Secret;

/**
 * Listens for the job's own: lets in connections that know the secret, each served by a thread of its own,
 * and sends all others away.
 */
final class ControlServer implements Closeable {
    /** Connections that have not proved themselves yet; the oldest makes room for a new one. */
    private static final long AFTER_FAILURE_NS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int MOST_UNPROVED = 256;

    private static final int BACKLOG = 512;

    /** Serves a connection that has proved itself, until it ends. */
    @FunctionalInterface
    interface Guest {
        /**
         * Returns when the connection has ended.
         *
         * @throws IOException when the guest was not expected
         */
        void serve(ControlConnection connection) throws IOException;
    }

    private final ServerSocket server;
    private final Secret secret;
    private final Guest guest;
    private final ArrayDeque<Socket> unproved = new ArrayDeque<>();
    private final Set<Integer> redeemed = ConcurrentHashMap.newKeySet();
    private final Set<Socket> connected = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean closed;

    /**
     * Begins to listen.
     *
     * @param address interface to listen on; null for all
     */
    ControlServer(InetAddress address, Secret secret, Guest guest) throws IOException {
        this.secret = secret;
        this.guest = guest;
        server = new ServerSocket(0, BACKLOG, address);
        daemon("river-accept", this::accept);
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** Connections that were sent away. */
    long refused() {
        return refused.get();
    }

    private void accept() {
        while (!closed) {
            try {
                serveApart(server.accept());
            } catch (IOException | OutOfMemoryError e) {
                if (!closed) {
                    refused.incrementAndGet();
                    // Without a free descriptor every call fails at once: not to take a core for
                    // it.
                    LockSupport.parkNanos(AFTER_FAILURE_NS);
                }
            }
        }
    }

    /** A connection that no thread can be started for is closed: its other end would wait in vain. */
    private void serveApart(Socket socket) throws IOException {
        boolean served = false;
        try {
            admit(socket);
            daemon("river-vm", () -> serve(socket));
            served = true;
        } finally {
            if (!served) {
                socket.close();
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        synchronized (unproved) {
            if (unproved.size() == MOST_UNPROVED) {
                unproved.poll().close();
            }
            unproved.add(socket);
        }
    }

    private void serve(Socket socket) {
        connected.add(socket);
        try {
            if (closed) {
                // The closing thread has perhaps not seen this one.
                socket.close();
            }
            ControlConnection connection;
            try {
                connection = ControlConnection.accept(socket, secret, redeemed::add);
            } finally {
                synchronized (unproved) {
                    unproved.remove(socket);
                }
            }
            guest.serve(connection);
        } catch (IOException e) {
            refused.incrementAndGet();
        } finally {
            connected.remove(socket);
        }
    }

    /** Stops listening and ends all connections. */
    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        for (Socket socket : connected) {
            socket.close();
        }
    }

    static Thread daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
