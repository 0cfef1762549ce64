package org.javampi.job.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.ControlConnection.Body;
import org.javampi.job.control.HostPlan;
import org.javampi.job.control.HostReport;
import org.javampi.job.control.MachineLink;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;

/**
 * The launcher's connections to the agents of other hosts: what their virtual machines say is
 * unpacked and handled as if they were connected here. A host that is silent for too long, or whose
 * connection ends, is declared lost.
 */
final class RemoteHosts implements Closeable {
    /** Where unpacked messages go. */
    interface Machines {
        /** A machine has proved itself to its agent. */
        void enter(MachineLink machine) throws IOException;

        /** A machine has said something. */
        void handle(MachineLink machine, Message message) throws IOException;
    }

    private final OtherHosts others;
    private final JobListener listener;
    private final Machines machines;
    private final Map<Integer, ControlConnection> agents = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Hosts that were declared lost: each once. */
    private final Set<Integer> gone = ConcurrentHashMap.newKeySet();

    RemoteHosts(OtherHosts others, JobListener listener, Machines machines) {
        this.others = others;
        this.listener = listener;
        this.machines = machines;
        ControlServer.daemon("river-alive", this::tellAlive);
    }

    /** A machine that is reached through its host's agent. */
    private record Relayed(ControlConnection agent, int vm) implements MachineLink {
        @Override
        public void send(MessageKind kind, Body body) throws IOException {
            agent.send(MessageKind.TO_VM, out -> {
                out.writeInt(vm);
                Message.writeMessage(out, kind, body);
            });
        }

        @Override
        public void close() {
            // It ends with its agent's connection.
        }
    }

    /** Serves an agent, or its lifeline, until it is gone. */
    void serve(ControlConnection connection) throws IOException {
        if (Lifeline.isNumber(connection.vm())) {
            watch(connection, Lifeline.hostOf(connection.vm()));
        } else {
            serveAgent(connection);
        }
    }

    private void watch(ControlConnection lifeline, int host) throws IOException {
        if (!Lifeline.breaks(lifeline, others.reachMs())) {
            return;
        }
        declareLost(
                host,
                "its network has not answered for "
                        + others.reachMs() / 1000.0
                        + " s (reach.timeout): its cable is pulled, or it is switched off");
        ControlConnection agent = agents.get(host);
        if (agent != null) {
            agent.close();
        }
    }

    private void declareLost(int host, String reason) {
        if (closed.getCount() > 0 && gone.add(host)) {
            others.listener().onHostGone(host, reason);
        }
    }

    private void serveAgent(ControlConnection agent) throws IOException {
        int host = AgentCall.hostOf(agent.vm());
        HostReport report = hear(agent, host);
        HostPlan plan = report == null ? null : others.planner().plan(host, report, agent.localAddress());
        if (plan == null || agents.containsKey(host)) {
            agent.close();
            if (report != null) {
                throw new IOException("host " + host + " is not expected");
            }
            return;
        }
        try {
            agent.limitSilence(others.silenceMs());
            // The plan is the first that an agent hears, so others may send to it only then.
            agent.send(MessageKind.HOST_PLAN, plan::write);
            agents.put(host, agent);
            others.listener().onHostReady(host, report);
            while (true) {
                handle(agent, host, agent.receive());
            }
        } catch (SocketTimeoutException e) {
            agent.close();
            declareLost(
                    host,
                    "nothing was heard of it for "
                            + others.silenceMs() / 1000.0
                            + " s (heartbeat.timeout): it has stopped or cannot be"
                            + " reached");
        } catch (IOException e) {
            agent.close();
            declareLost(host, "its agent has ended");
        }
    }

    private HostReport hear(ControlConnection agent, int host) throws IOException {
        Message first = agent.receive();
        if (first.kind() == MessageKind.HOST_FAILED) {
            others.listener().onHostFailed(host, first.readString());
            return null;
        }
        return HostReport.read(first);
    }

    private void handle(ControlConnection agent, int host, Message message) throws IOException {
        switch (message.kind()) {
            case ALIVE -> {
                // It says what it says by arriving.
            }
            case HOST_FAILED -> others.listener().onHostFailed(host, message.readString());
            case AGENT_ENDED -> others.listener().onAgentEnded(message.readInt(), message.readString());
            case VM_STARTED -> listener.onStarted(message.readInt(), message.readLong());
            case VM_CONNECTED -> machines.enter(new Relayed(agent, message.readInt()));
            case FROM_VM -> {
                int vm = message.readInt();
                machines.handle(new Relayed(agent, vm), message.readMessage());
            }
            case VM_DISCONNECTED -> listener.onDisconnected(message.readInt());
            case VM_OUTPUT -> {
                int vm = message.readInt();
                int stream = message.readByte();
                byte[] bytes = message.readBytes();
                listener.onRemoteOutput(
                        vm,
                        stream,
                        bytes,
                        () -> tell(agent, MessageKind.VM_OUTPUT_TAKEN, out -> {
                            out.writeInt(vm);
                            out.writeByte(stream);
                            out.writeInt(bytes.length);
                        }));
            }
            case VM_LEFT_BEHIND -> listener.onLeftBehind(message.readInt(), message.readString());
            case VM_ENDED -> listener.onEnded(message.readInt(), message.readInt());
            default -> throw new IOException("an agent does not say " + message.kind());
        }
    }

    void endMachines() {
        agents.values().forEach(agent -> tell(agent, MessageKind.END_VMS, Body.EMPTY));
    }

    void signal(String name) {
        agents.values().forEach(agent -> tell(agent, MessageKind.SIGNAL_VMS, out -> Message.writeString(out, name)));
    }

    private void tellAlive() {
        try {
            while (!closed.await(OtherHosts.aliveEveryMs(others.silenceMs()), TimeUnit.MILLISECONDS)) {
                agents.values()
                        .forEach(agent -> tell(agent, MessageKind.ALIVE, out -> out.writeInt(others.silenceMs())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(ControlConnection agent, MessageKind kind, Body body) {
        try {
            agent.send(kind, body);
        } catch (IOException e) {
            // The thread that serves the agent sees its end, too, and reports it.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        // First: what is closed here is not lost.
        closed.countDown();
        for (ControlConnection agent : agents.values()) {
            agent.close();
        }
    }
}
