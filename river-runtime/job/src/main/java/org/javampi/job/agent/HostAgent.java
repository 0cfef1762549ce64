package org.javampi.job.agent;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.job.JobFiles;
import org.javampi.job.OsSignals;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.ControlConnection.Body;
import org.javampi.job.control.Credit;
import org.javampi.job.control.HostPlan;
import org.javampi.job.control.HostReport;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.job.vm.VirtualMachineMain;
import org.javampi.river.platform.Platform;
import org.javampi.river.platform.Processes;
import org.javampi.river.resource.SiteOptions;
import org.javampi.river.trust.PrivateFiles;

/**
 * The agent of a host that is not the launcher's: it starts the host's virtual machines, lets them
 * report to it, and passes everything on. When the launcher is gone, however that happened, all
 * machines end with the agent and nothing of the job stays on the host.
 */
public final class HostAgent implements MachineListener, Closeable {
    private static final Processes PROCESSES = Platform.current().processes();
    private static final int[] CONNECT_MS = {2_000, 10_000};
    /** The connection of a process that has ended ends, too; only a crowded machine takes long to see it. */
    private static final long HEAR_OUT_MS = 60_000;

    private static final long KILL_MS = 5_000;

    private final AgentCall call;
    private final ChildAgents children;
    private final DirectoryCache directory = new DirectoryCache();
    private final ControlConnection launcher;
    private final Map<Integer, ControlConnection> machines = new ConcurrentHashMap<>();
    private final Map<Integer, CountDownLatch> talking = new ConcurrentHashMap<>();
    private final List<MachineProcess> processes = new ArrayList<>();

    /** Of each output of each VM's process. */
    private final Map<String, Credit> credits = new ConcurrentHashMap<>();

    /** Guarded by {@link #processes}: nothing is started any more. */
    private boolean ending;

    /** Connects to the launcher. */
    public HostAgent(AgentCall call) throws IOException {
        this(call, ChildAgents.none());
    }

    /** Connects to the launcher, and starts further agents when that has heard of this one. */
    HostAgent(AgentCall call, ChildAgents children) throws IOException {
        this.call = call;
        this.children = children;
        launcher = connect(call);
    }

    private static ControlConnection connect(AgentCall call) throws IOException {
        StringBuilder attempts = new StringBuilder();
        for (int limitMs : CONNECT_MS) {
            attempts.setLength(0);
            for (InetSocketAddress address : call.launcher()) {
                try {
                    return ControlConnection.connect(address, AgentCall.numberOf(call.host()), call.secret(), limitMs);
                } catch (IOException e) {
                    attempts.append("; at ")
                            .append(address.getAddress().getHostAddress())
                            .append(':')
                            .append(address.getPort())
                            .append(" from ")
                            .append(Interfaces.describe(Interfaces.towards(address.getAddress())))
                            .append(": ")
                            .append(ControlConnection.whyUnreachable(address.getAddress(), e));
                }
            }
        }
        boolean local = call.launcher().stream()
                .allMatch(address -> address.getAddress().isLoopbackAddress());
        throw new IOException("cannot reach the launcher"
                + attempts
                + (local ? "" : ". If these are the wrong interfaces, name the right one with --interface"));
    }

    /** Does the host's part, until the job has ended; answers the process's status. */
    public int run() throws IOException {
        ControlServer server = null;
        HostPlan plan = null;
        Thread alive = null;
        try {
            HostReport report = report();
            if (report == null) {
                return 1;
            }
            launcher.limitSilence(call.silenceMs());
            launcher.send(MessageKind.HOST_READY, report::write);
            plan = HostPlan.read(launcher.receive());
            openLifeline();
            children.start((host, how) -> tell(MessageKind.AGENT_ENDED, out -> {
                out.writeInt(host);
                Message.writeString(out, how);
            }));
            server = new ControlServer(InetAddress.getLoopbackAddress(), call.secret(), this::serve);
            alive = ControlServer.daemon("river-alive", this::tellAlive);
            start(plan, server.address());
            while (true) {
                handle(launcher.receive());
            }
        } catch (IOException e) {
            // The launcher has ended, or is out of reach: either way this host's part is over.
            return 0;
        } finally {
            launcher.close();
            credits.values().forEach(Credit::close);
            if (alive != null) {
                alive.interrupt();
            }
            endMachines();
            if (server != null) {
                server.close();
            }
            if (plan != null) {
                JobFiles.leave(plan.job(), plan.life());
            }
        }
    }

    /** Ends the host's part as if the launcher were gone. */
    @Override
    public void close() throws IOException {
        launcher.close();
    }

    /** What is lost with the launcher's host ends here, too. */
    private void openLifeline() {
        try {
            Lifeline.open(launcher, call.reachMs(), this::leaveLauncher);
        } catch (IOException e) {
            System.err.println("javampi agent: no second connection to the launcher: " + e.getMessage()
                    + "; that it cannot be reached is noticed only after " + call.silenceMs() / 1000
                    + " s (heartbeat.timeout)");
        }
    }

    private void leaveLauncher() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("javampi agent: cannot close the connection to the launcher: " + e.getMessage());
        }
    }

    private HostReport report() throws IOException {
        try {
            InetAddress here = call.networkInterface().isEmpty()
                    ? launcher.localAddress()
                    : Interfaces.named(call.networkInterface());
            return new HostReport(
                    ProcessHandle.current().pid(), here.getHostAddress(), System.getProperty("java.io.tmpdir"));
        } catch (IOException e) {
            fail(e.getMessage());
            return null;
        }
    }

    private void fail(String reason) throws IOException {
        launcher.send(MessageKind.HOST_FAILED, out -> Message.writeString(out, reason));
    }

    private void start(HostPlan plan, InetSocketAddress address) throws IOException {
        try {
            for (HostPlan.Part part : plan.parts()) {
                start(plan, part, address);
            }
        } catch (IOException e) {
            fail("cannot start its virtual machines: " + e.getMessage());
        }
    }

    private void start(HostPlan plan, HostPlan.Part part, InetSocketAddress address) throws IOException {
        for (Map.Entry<String, byte[]> file : part.files().entrySet()) {
            Path path = Path.of(part.filesDirectory()).resolve(file.getKey());
            Files.createDirectories(path.getParent(), PrivateFiles.directoryMode(path));
            Files.write(path, file.getValue());
        }
        for (int vm : part.machines()) {
            synchronized (processes) {
                if (ending) {
                    return;
                }
                talking.put(vm, new CountDownLatch(1));
                processes.add(
                        new MachineProcess(vm, builder(plan, part, vm, address).start(), this));
            }
        }
    }

    private ProcessBuilder builder(HostPlan whole, HostPlan.Part plan, int vm, InetSocketAddress address)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PROCESSES.leading(plan.command()));
        Map<String, String> environment = builder.environment();
        environment.remove(AgentCall.VARIABLE);
        OsSignals.leaveUsr2(environment);
        environment.putAll(plan.environment());
        environment.put(VirtualMachineMain.AGENT, address.getAddress().getHostAddress() + ":" + address.getPort());
        environment.put(VirtualMachineMain.JOB, whole.job().toString());
        environment.put(VirtualMachineMain.VM, Integer.toString(vm));
        environment.put(VirtualMachineMain.TICKET, call.secret().ticket(vm).toHex());
        builder.command(PROCESSES.fitting(
                SiteOptions.respected(builder.command(), environment),
                JobFiles.arguments(whole.job(), whole.life(), vm)));
        File directory = new File(plan.directory());
        if (plan.directoryRequired() || directory.isDirectory()) {
            builder.directory(directory);
        } else if (!plan.directory().isEmpty() && vm == plan.machines().get(0)) {
            // Standard error leads to the launcher's.
            System.err.println("javampi: this host has no directory " + directory + ": ranks start in "
                    + Path.of("").toAbsolutePath() + " (-wdir makes a missing directory an error)");
        }
        // Standard input comes by the control connection, and only when a rank reads.
        builder.redirectInput(PROCESSES.noInput());
        return builder;
    }

    /** From the launcher. */
    private void handle(Message message) throws IOException {
        switch (message.kind()) {
            case TO_VM -> {
                ControlConnection machine = machines.get(message.readInt());
                Message inner = message.readMessage();
                if (inner.kind() == MessageKind.VALUE) {
                    onValue(inner);
                } else if (machine != null) {
                    pass(machine, inner);
                }
            }
            case VM_OUTPUT_TAKEN -> {
                Credit credit = credit(message.readInt(), message.readByte());
                credit.giveBack(message.readInt());
            }
            case SIGNAL_VMS -> {
                String name = message.readString();
                ControlServer.daemon("river-signal", () -> signal(name));
            }
            // A thread of its own: processes take their time, and the launcher wants signs of life.
            case END_VMS -> ControlServer.daemon("river-end", this::endMachines);
            default -> {
                // ALIVE says what it says by arriving.
            }
        }
    }

    /** The directory has answered: all of this host's machines that want it hear it. */
    private void onValue(Message value) throws IOException {
        DirectoryCache.Entry entry = new DirectoryCache.Entry(value.readInt(), value.readString());
        for (int vm : directory.onKnown(entry, value.readString())) {
            ControlConnection machine = machines.get(vm);
            if (machine != null) {
                pass(machine, value);
            }
        }
    }

    /** A machine asks the directory; answers whether the launcher must be asked. */
    private boolean mustAsk(ControlConnection machine, Message lookup) throws IOException {
        DirectoryCache.Entry entry = new DirectoryCache.Entry(lookup.readInt(), lookup.readString());
        DirectoryCache.Step step = directory.onWanted(machine.vm(), entry);
        if (step == DirectoryCache.Step.ANSWER) {
            machine.send(MessageKind.VALUE, out -> {
                out.writeInt(entry.rank());
                Message.writeString(out, entry.key());
                Message.writeString(out, directory.value(entry));
            });
        }
        return step == DirectoryCache.Step.ASK;
    }

    private static void pass(ControlConnection machine, Message message) {
        try {
            machine.send(message.kind(), message.body());
        } catch (IOException e) {
            // The thread that serves the machine sees its end, too, and reports it.
            return;
        }
    }

    /** From a virtual machine, until it is gone. */
    private void serve(ControlConnection machine) throws IOException {
        int vm = machine.vm();
        CountDownLatch talks = talking.get(vm);
        if (talks == null || machines.putIfAbsent(vm, machine) != null) {
            machine.close();
            throw new IOException("VM " + vm + " is not expected");
        }
        try {
            launcher.send(MessageKind.VM_CONNECTED, out -> out.writeInt(vm));
            while (true) {
                Message message = machine.receive();
                boolean isWanted = message.kind() != MessageKind.LOOKUP || mustAsk(machine, message);
                if (isWanted && message.kind() != MessageKind.ALIVE) {
                    launcher.send(MessageKind.FROM_VM, out -> {
                        out.writeInt(vm);
                        Message.writeMessage(out, message.kind(), message.body());
                    });
                }
            }
        } catch (IOException e) {
            tell(MessageKind.VM_DISCONNECTED, out -> out.writeInt(vm));
        } finally {
            talks.countDown();
        }
    }

    private void tell(MessageKind kind, Body body) {
        try {
            launcher.send(kind, body);
        } catch (IOException e) {
            // The main thread sees the launcher's end, too, and ends everything.
            return;
        }
    }

    @Override
    public void onStarted(int vm, long pid) {
        tell(MessageKind.VM_STARTED, out -> {
            out.writeInt(vm);
            out.writeLong(pid);
        });
    }

    @Override
    public void onProcessOutput(int vm, int stream, byte[] bytes, int length) {
        credit(vm, stream).take(length);
        ByteArrayOutputStream copy = new ByteArrayOutputStream(length);
        copy.write(bytes, 0, length);
        tell(MessageKind.VM_OUTPUT, out -> {
            out.writeInt(vm);
            out.writeByte(stream);
            Message.writeBytes(out, copy.toByteArray());
        });
    }

    private Credit credit(int vm, int stream) {
        return credits.computeIfAbsent(vm + " " + stream, any -> new Credit());
    }

    /**
     * Passes a signal on to the host's VMs. A job that is suspended says nothing, and must not be declared lost.
     *
     * @param name as kill(1) has it: TERM, USR1, STOP, CONT
     */
    public void signal(String name) {
        List<MachineProcess> all;
        synchronized (processes) {
            all = List.copyOf(processes);
        }
        try {
            if (name.equals("STOP")) {
                launcher.limitSilence(0);
            }
            boolean whole = name.equals("STOP") || name.equals("CONT");
            PROCESSES.signal(
                    name,
                    all.stream()
                            .filter(MachineProcess::isAlive)
                            .map(process -> whole ? -process.pid() : process.pid())
                            .toList());
            if (name.equals("CONT")) {
                launcher.limitSilence(call.silenceMs());
            }
        } catch (IOException e) {
            System.err.println("javampi agent: cannot pass signal " + name + " on: " + e.getMessage());
        }
    }

    @Override
    public void onLeftBehind(int vm, String names) {
        tell(MessageKind.VM_LEFT_BEHIND, out -> {
            out.writeInt(vm);
            Message.writeString(out, names);
        });
    }

    @Override
    public void onEnded(int vm, int status) {
        try {
            // What the machine said before its end may say why it has ended, so it goes first.
            if (machines.containsKey(vm)) {
                talking.get(vm).await(HEAR_OUT_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tell(MessageKind.VM_ENDED, out -> {
            out.writeInt(vm);
            out.writeInt(status);
        });
    }

    private void tellAlive() {
        try {
            while (true) {
                tell(MessageKind.ALIVE, Body.EMPTY);
                for (ControlConnection machine : machines.values()) {
                    tellAlive(machine);
                }
                TimeUnit.MILLISECONDS.sleep(OtherHosts.aliveEveryMs(call.silenceMs()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellAlive(ControlConnection machine) {
        try {
            machine.send(MessageKind.ALIVE, out -> out.writeInt(call.silenceMs()));
        } catch (IOException e) {
            // It has ended, which its own thread reports.
            return;
        }
    }

    private void endMachines() {
        List<MachineProcess> all;
        synchronized (processes) {
            ending = true;
            all = List.copyOf(processes);
        }
        all.forEach(MachineProcess::kill);
        all.forEach(process -> process.awaitEnd(KILL_MS));
    }
}
