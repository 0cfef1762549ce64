package org.javampi.job.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.control.CheckpointWish;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.ControlConnection.Body;
import org.javampi.job.control.MachineLink;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.job.control.WorldDescription;
import org.javampi.job.hang.RankReport;
import org.javampi.river.trust.Secret;

/**
 * Where the virtual machines of a job report, themselves or through the agents of their hosts: it
 * lets in those that know the secret, tells each its world, keeps the directory, and passes on what
 * the machines say.
 */
public final class ControlHub implements Closeable {
    private final ControlServer server;
    private final RemoteHosts hosts;
    private final IntFunction<WorldDescription> worlds;
    private final JobListener listener;
    private final Map<Integer, MachineLink> machines = new ConcurrentHashMap<>();

    /** VMs that have come: each comes once. */
    private final Set<Integer> entered = ConcurrentHashMap.newKeySet();

    /** A machine that comes now is sent away. */
    private volatile boolean closed;

    /** The way to the VM that each rank lives in, by rank. */
    private final Map<Integer, MachineLink> homes = new ConcurrentHashMap<>();

    /** The way to the VM that each rank lives in, whether it has joined or not; ranks of other hosts, too. */
    private final Map<Integer, MachineLink> residences = new ConcurrentHashMap<>();

    /** Who talks to the ranks now, or null. */
    private MachineLink visitor;

    private final Map<String, String> directory = new HashMap<>();
    private final Map<String, List<MachineLink>> waiting = new HashMap<>();

    /**
     * The agent of a job on one host. Begins to listen.
     *
     * @param address interface to listen on
     * @param worlds what to tell each VM, by its number; null for a number that is not expected
     */
    public ControlHub(InetAddress address, Secret secret, IntFunction<WorldDescription> worlds, JobListener listener)
            throws IOException {
        this(address, secret, worlds, listener, null);
    }

    /**
     * The agent of a job whose other hosts have agents of their own, which report here. Begins to
     * listen.
     *
     * @param address interface to listen on; null for all
     * @param worlds what to tell each VM, by its number; null for a number that is not expected;
     *     may wait
     * @param others what there is to know of other hosts, or null
     */
    public ControlHub(
            InetAddress address,
            Secret secret,
            IntFunction<WorldDescription> worlds,
            JobListener listener,
            OtherHosts others)
            throws IOException {
        this.worlds = worlds;
        this.listener = listener;
        hosts = others == null ? null : new RemoteHosts(others, listener, machineEvents());
        server = new ControlServer(address, secret, this::serve);
    }

    /** Where VMs connect to. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** Connections that did not prove to belong to the job. */
    public long refusedConnections() {
        return server.refused();
    }

    /** Asks every VM what its ranks do; the listener hears the answers with this number. */
    public void look(int round) {
        machines.values().forEach(machine -> send(machine, MessageKind.LOOK, out -> out.writeInt(round)));
    }

    /** Ends every VM with {@code status}; VM 0 last, since this agent may live in its process. */
    public void endJob(int status) {
        List<Integer> vms = new ArrayList<>(machines.keySet());
        vms.sort(Comparator.reverseOrder());
        vms.forEach(vm -> send(machines.get(vm), MessageKind.END_JOB, out -> out.writeInt(status)));
    }

    /** Has other hosts' agents end their VMs; they tell of each end. */
    public void endRemoteMachines() {
        if (hosts != null) {
            hosts.endMachines();
        }
    }

    /** Sends a signal to the processes of other hosts' VMs. */
    public void signalRemoteMachines(String name) {
        if (hosts != null) {
            hosts.signal(name);
        }
    }

    private void serve(ControlConnection connection) throws IOException {
        if (connection.vm() == ControlConnection.VISITOR) {
            try {
                while (true) {
                    handle(connection, connection.receive());
                }
            } finally {
                endTalk(connection);
            }
        } else if (connection.vm() >= 0) {
            enter(connection);
            try {
                while (true) {
                    handle(connection, connection.receive());
                }
            } catch (IOException e) {
                tellLoss(connection);
                listener.onDisconnected(connection.vm());
            }
        } else if (hosts != null) {
            hosts.serve(connection);
        } else {
            connection.close();
            throw new IOException("a job on one host has no agent " + connection.vm());
        }
    }

    private void enter(MachineLink machine) throws IOException {
        WorldDescription world = worlds.apply(machine.vm());
        if (world == null || !entered.add(machine.vm())) {
            machine.close();
            throw new IOException("VM " + machine.vm() + " is not expected");
        }
        for (int rank : world.hosted()) {
            residences.put(rank, machine);
        }
        listener.onConnected(machine.vm());
        send(machine, MessageKind.WORLD, world::write);
        // Only now: a machine that is asked what it does before it knows its world does not understand the question.
        machines.put(machine.vm(), machine);
        if (closed) {
            machine.close();
        }
    }

    private RemoteHosts.Machines machineEvents() {
        return new RemoteHosts.Machines() {
            @Override
            public void enter(MachineLink machine) throws IOException {
                ControlHub.this.enter(machine);
            }

            @Override
            public void handle(MachineLink machine, Message message) throws IOException {
                ControlHub.this.handle(machine, message);
            }
        };
    }

    private void handle(MachineLink machine, Message message) throws IOException {
        switch (message.kind()) {
            case PUBLISH -> publish(message.readInt(), message.readString(), message.readString());
            case LOOKUP -> lookup(machine, message.readInt(), message.readString());
            case JOINED -> {
                int rank = message.readInt();
                homes.put(rank, machine);
                listener.onJoined(rank);
            }
            case REPORT -> listener.onReport(message.readInt(), CheckpointReport.read(message));
            case WANT_CHECKPOINT ->
                listener.onCheckpointWanted(CheckpointWish.read(message), (done, text) -> tell(machine, done, text));
            case LEFT -> listener.onLeft(message.readInt());
            case ABORT -> listener.onAbort(message.readInt(), message.readInt(), message.readString());
            case LOST -> listener.onLost(message.readInt(), message.readString());
            case UNCAUGHT -> listener.onUncaught(message.readInt(), message.readString());
            case EXITING -> listener.onExiting(message.readInt(), message.readString());
            case RETURNED -> listener.onReturned(message.readInt());
            case OUTPUT -> {
                int rank = message.readInt();
                int stream = message.readByte();
                byte[] bytes = message.readBytes();
                listener.onOutput(
                        rank,
                        stream,
                        bytes,
                        () -> send(machine, MessageKind.OUTPUT_TAKEN, out -> {
                            out.writeInt(rank);
                            out.writeByte(stream);
                            out.writeInt(bytes.length);
                        }));
            }
            case WAITING -> listener.onWaiting(machine.vm());
            case LOOKED -> listener.onLooked(message.readInt(), RankReport.read(message));
            case WANT_STATUS -> listener.onStatusWanted((known, text) -> tell(machine, known, text));
            case WANT_RANKS -> beginTalk(machine, message.readInt());
            case TO_RANK -> toRank(machine, message.readInt(), message.readBytes());
            case FROM_RANK -> fromRank(message.readInt(), message.readBytes());
            case FAREWELL -> {
                listener.onFarewell(machine.vm());
                send(machine, MessageKind.FAREWELL, Body.EMPTY);
            }
            case WANT_INPUT -> {
                int rank = message.readInt();
                listener.onInputWanted(
                        rank,
                        message.readLong(),
                        bytes -> send(machine, MessageKind.INPUT, out -> {
                            out.writeInt(rank);
                            Message.writeBytes(out, bytes);
                        }));
            }
            case FINDING -> listener.onFinding(message.readInt(), message.readString());
            case THREAD_DIED ->
                listener.onThreadDied(
                        message.readInt(), message.readString(), message.readString(), message.readByte() != 0);
            case ALIVE -> {
                // It says what it says by arriving.
            }
            default -> throw new IOException("a VM does not say " + message.kind());
        }
    }

    /** Lets a visitor talk to the ranks once all are there, and nobody else does. */
    private void beginTalk(MachineLink asker, int expected) {
        WorldDescription world = worlds.apply(0);
        int size = world == null ? 0 : world.resources().size();
        String refusal = null;
        synchronized (residences) {
            if (visitor != null && visitor != asker) {
                refusal = "another console talks to this job";
            } else if (residences.size() < Math.max(expected, size)) {
                refusal = "";
            } else {
                visitor = asker;
            }
        }
        tell(asker, refusal == null, refusal == null ? Integer.toString(size) : refusal);
    }

    private void endTalk(MachineLink guest) {
        synchronized (residences) {
            if (visitor != guest) {
                return;
            }
            visitor = null;
        }
        residences.forEach((rank, machine) -> send(machine, MessageKind.TO_RANK, out -> {
            out.writeInt(rank);
            Message.writeBytes(out, new byte[0]);
        }));
    }

    private MachineLink visitor() {
        synchronized (residences) {
            return visitor;
        }
    }

    private void toRank(MachineLink guest, int rank, byte[] bytes) {
        MachineLink machine = residences.get(rank);
        if (guest == visitor() && machine != null) {
            send(machine, MessageKind.TO_RANK, out -> {
                out.writeInt(rank);
                Message.writeBytes(out, bytes);
            });
        }
    }

    private void fromRank(int rank, byte[] bytes) {
        MachineLink guest = visitor();
        if (guest != null) {
            send(guest, MessageKind.FROM_RANK, out -> {
                out.writeInt(rank);
                Message.writeBytes(out, bytes);
            });
        }
    }

    private void tellLoss(MachineLink machine) {
        MachineLink guest = visitor();
        if (guest != null) {
            residences.forEach((rank, home) -> {
                if (home == machine) {
                    send(guest, MessageKind.RANK_LOST, out -> {
                        out.writeInt(rank);
                        Message.writeString(out, "its process has ended");
                    });
                }
            });
        }
    }

    private void tell(MachineLink guest, boolean taken, String text) {
        send(guest, MessageKind.ANSWER, out -> {
            out.writeByte(taken ? 1 : 0);
            Message.writeString(out, text);
        });
    }

    /** Tells a rank that has joined what the coordinator of checkpoints wants of it. */
    public void order(int rank, CheckpointOrder order) {
        MachineLink home = homes.get(rank);
        if (home != null) {
            send(home, MessageKind.ORDER, out -> {
                out.writeInt(rank);
                order.write(out);
            });
        }
    }

    private void publish(int rank, String key, String value) {
        List<MachineLink> askers;
        synchronized (directory) {
            directory.put(rank + " " + key, value);
            askers = waiting.remove(rank + " " + key);
        }
        if (askers != null) {
            askers.forEach(asker -> answer(asker, rank, key, value));
        }
    }

    private void lookup(MachineLink asker, int rank, String key) {
        String value;
        synchronized (directory) {
            value = directory.get(rank + " " + key);
            if (value == null) {
                waiting.computeIfAbsent(rank + " " + key, k -> new ArrayList<>())
                        .add(asker);
            }
        }
        if (value != null) {
            answer(asker, rank, key, value);
        }
    }

    private void answer(MachineLink asker, int rank, String key, String value) {
        send(asker, MessageKind.VALUE, out -> {
            out.writeInt(rank);
            Message.writeString(out, key);
            Message.writeString(out, value);
        });
    }

    private void send(MachineLink machine, MessageKind kind, Body body) {
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
        if (hosts != null) {
            hosts.close();
        }
        server.close();
        for (MachineLink machine : machines.values()) {
            machine.close();
        }
    }
}
