package org.javampi.river.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.javampi.river.control.ControlConnection;
import org.javampi.river.control.ControlConnection.Body;
import org.javampi.river.control.Message;
import org.javampi.river.control.MessageKind;
import org.javampi.river.control.Secret;
import org.javampi.river.control.WorldDescription;

/**
 * Where the virtual machines of a job report: it lets in those that know the secret, tells each its
 * world, keeps the directory, and passes on what the machines say.
 */
public final class HostAgent implements Closeable {
    /** Connections that have not proved themselves yet; the oldest makes room for a new one. */
    private static final int MOST_UNPROVED = 256;

    private final ServerSocket server;
    private final Secret secret;
    private final IntFunction<WorldDescription> worlds;
    private final JobListener listener;
    private final Map<Integer, ControlConnection> machines = new ConcurrentHashMap<>();
    private final ArrayDeque<Socket> unproved = new ArrayDeque<>();
    private final Map<String, String> directory = new HashMap<>();
    private final Map<String, List<ControlConnection>> waiting = new HashMap<>();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean closed;

    /**
     * Begins to listen.
     *
     * @param address interface to listen on
     * @param worlds what to tell each VM, by its number; null for a number that is not expected
     */
    public HostAgent(
            InetAddress address,
            Secret secret,
            IntFunction<WorldDescription> worlds,
            JobListener listener)
            throws IOException {
        this.secret = secret;
        this.worlds = worlds;
        this.listener = listener;
        server = new ServerSocket(0, 512, address);
        daemon("river-accept", this::accept);
    }

    /** Where VMs connect to. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** Connections that did not prove to belong to the job. */
    public long refusedConnections() {
        return refused.get();
    }

    /** Asks every VM for its stacks. */
    public void askForStacks() {
        machines.values().forEach(machine -> send(machine, MessageKind.DUMP, Body.EMPTY));
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = server.accept();
                admit(socket);
                daemon("river-vm", () -> serve(socket));
            } catch (IOException e) {
                if (!closed) {
                    refused.incrementAndGet();
                }
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
        ControlConnection machine;
        WorldDescription world;
        try {
            machine = ControlConnection.accept(socket, secret);
            world = worlds.apply(machine.vm());
            if (world == null || machines.putIfAbsent(machine.vm(), machine) != null) {
                machine.close();
                throw new IOException("VM " + machine.vm() + " is not expected");
            }
        } catch (IOException e) {
            refused.incrementAndGet();
            return;
        } finally {
            synchronized (unproved) {
                unproved.remove(socket);
            }
        }
        listener.onConnected(machine.vm());
        try {
            machine.send(MessageKind.WORLD, world::write);
            while (true) {
                handle(machine, machine.receive());
            }
        } catch (IOException e) {
            listener.onDisconnected(machine.vm());
        }
    }

    private void handle(ControlConnection machine, Message message) throws IOException {
        switch (message.kind()) {
            case PUBLISH -> publish(message.readInt(), message.readString(), message.readString());
            case LOOKUP -> lookup(machine, message.readInt(), message.readString());
            case JOINED -> listener.onJoined(message.readInt());
            case LEFT -> listener.onLeft(message.readInt());
            case ABORT ->
                    listener.onAbort(message.readInt(), message.readInt(), message.readString());
            case LOST -> listener.onLost(message.readInt(), message.readString());
            case UNCAUGHT -> listener.onUncaught(message.readInt(), message.readString());
            case EXITING -> listener.onExiting(message.readInt(), message.readString());
            case RETURNED -> listener.onReturned(message.readInt());
            case OUTPUT -> {
                int rank = message.readInt();
                listener.onOutput(rank, message.readByte(), message.readBytes());
            }
            case STACKS -> listener.onStacks(machine.vm(), message.readString());
            case ALIVE -> {
                // It says what it says by arriving.
            }
            default -> throw new IOException("a VM does not say " + message.kind());
        }
    }

    private void publish(int rank, String key, String value) {
        List<ControlConnection> askers;
        synchronized (directory) {
            directory.put(rank + " " + key, value);
            askers = waiting.remove(rank + " " + key);
        }
        if (askers != null) {
            askers.forEach(asker -> answer(asker, rank, key, value));
        }
    }

    private void lookup(ControlConnection asker, int rank, String key) {
        String value;
        synchronized (directory) {
            value = directory.get(rank + " " + key);
            if (value == null) {
                waiting.computeIfAbsent(rank + " " + key, k -> new ArrayList<>()).add(asker);
            }
        }
        if (value != null) {
            answer(asker, rank, key, value);
        }
    }

    private void answer(ControlConnection asker, int rank, String key, String value) {
        send(
                asker,
                MessageKind.VALUE,
                out -> {
                    out.writeInt(rank);
                    Message.writeString(out, key);
                    Message.writeString(out, value);
                });
    }

    private void send(ControlConnection machine, MessageKind kind, Body body) {
        try {
            machine.send(kind, body);
        } catch (IOException e) {
            // The thread that serves the machine sees its end, too, and reports it.
            return;
        }
    }

    /** Ends all connections: the machines end themselves when they see it. */
    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        for (ControlConnection machine : machines.values()) {
            machine.close();
        }
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}
