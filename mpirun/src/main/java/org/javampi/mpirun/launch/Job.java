package org.javampi.mpirun.launch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.javampi.job.JobFiles;
import org.javampi.job.JobHold;
import org.javampi.job.agent.AgentCall;
import org.javampi.job.agent.ControlHub;
import org.javampi.job.agent.Interfaces;
import org.javampi.job.agent.MachineProcess;
import org.javampi.job.agent.OtherHosts;
import org.javampi.job.control.WorldDescription;
import org.javampi.job.vm.VirtualMachineMain;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.hosts.RemoteStart;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.mpirun.plan.Program;
import org.javampi.mpirun.setting.Settings;
import org.javampi.mpirun.watch.Checkpointing;
import org.javampi.mpirun.watch.HostWatch;
import org.javampi.mpirun.watch.Outcome;
import org.javampi.mpirun.watch.RankWatch;
import org.javampi.river.trust.Entropy;
import org.javampi.river.trust.Secret;

/** A job from its start to its end, on this host and on others. */
public final class Job implements AutoCloseable {
    private static final int TIMED_OUT = 124;
    private static final int INTERRUPTED = 130;
    private static final long LOOK_MS = 200;
    private static final long SUSPICION_MS = 1_000;
    private static final long DUMP_MS = 10_000;
    private static final long KILL_MS = 5_000;
    private static final long OUTPUT_MS = 1_000;

    private final JobPlan plan;

    /**
     * As long as this is open, processes that lose their connection wait for the launcher's end.
     */
    private final Closeable life;

    private final LeasedVms vms;
    private final LongSupplier clock;
    private final InputStream in;
    private final PrintStream err;
    private final Outcome outcome = new Outcome();
    private final Secret secret = Secret.random();
    private final List<UUID> resources = new ArrayList<>();
    private final String ownName = OwnNames.ofThisHost().name();
    private final Checkpointing checkpointing;
    private final RankWatch watch;
    private final HostWatch hosts;
    private final List<MachineProcess> machines = new ArrayList<>();
    private final List<AgentStart> agents = new ArrayList<>();

    /** Null until the job runs. */
    private volatile ControlHub hub;

    /** Whether nothing of the job is left. */
    private volatile boolean isOver;

    private final Thread hook = new Thread(this::interrupt, "javampirun-signal");

    /**
     * A job.
     *
     * @param hold on the launcher's files
     * @param vms where it runs; null for hosts
     * @param clock what {@code --timeout} goes by, in nanoseconds
     */
    Job(JobPlan plan, JobHold hold, LeasedVms vms, LongSupplier clock, InputStream in, PrintStream out, PrintStream err)
            throws IOException {
        this.plan = plan;
        life = hold.live(plan.checkpoints().incarnation());
        this.vms = vms;
        this.clock = clock;
        this.in = in;
        this.err = err;
        if (plan.checkpoints().from() != null) {
            resources.addAll(plan.checkpoints().from().resources());
        }
        while (resources.size() < plan.ranks()) {
            resources.add(Entropy.uuid());
        }
        checkpointing = new Checkpointing(plan, this::tell);
        watch = new RankWatch(plan, outcome, ownName, checkpointing, out, err);
        hosts = new HostWatch(plan, outcome, watch);
    }

    /** Starts everything, waits for the end, and answers the exit status. */
    int run() {
        Runtime.getRuntime().addShutdownHook(hook);
        try (ControlHub agent = listen()) {
            hub = agent;
            checkpointing.begin(agent, resources, secret, watch::who);
            startMachines(agent.address());
            startAgents(agent.address().getPort());
            awaitEnd(agent);
            if (outcome.report() == null) {
                checkpointing.settle();
            }
            tellReport();
            killAll();
        } catch (IOException e) {
            throw new LaunchFailure("cannot run the job: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            killAll();
            return TIMED_OUT;
        }
        return outcome.status();
    }

    private ControlHub listen() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (plan.isLocalOnly()) {
            return new ControlHub(loopback, secret, this::describe, watch);
        }
        return new ControlHub(
                networkAddress(), secret, this::describe, watch, new OtherHosts(hosts, hosts, silenceMs()));
    }

    /** Where other hosts reach this one; null where the routes decide. */
    private InetAddress networkAddress() throws IOException {
        if (plan.remote().kind() == RemoteStart.Kind.FORK) {
            return InetAddress.getLoopbackAddress();
        }
        if (!networkInterface().isEmpty()) {
            return Interfaces.named(networkInterface());
        }
        return vms == null ? null : vms.address();
    }

    private String networkInterface() {
        return plan.settings().getOrDefault(Settings.INTERFACE, "");
    }

    private int silenceMs() {
        return (int) TimeUnit.SECONDS.toMillis(Settings.seconds(plan.settings(), Settings.HEARTBEAT));
    }

    private WorldDescription describe(int vm) {
        if (vm < 0 || vm >= plan.machines()) {
            return null;
        }
        boolean local = plan.isLocal(vm);
        int host = plan.layout().hostOfMachine(vm);
        return new WorldDescription(
                plan.job(),
                resources,
                plan.hostOfRanks(),
                plan.hosted(vm),
                vms == null ? watch.hostName(vm) : LeasedVms.hostOf(watch.hostName(vm)),
                local ? ownBindAddress() : hosts.bindAddress(host),
                plan.allSettings(),
                plan.program().mainClass(),
                plan.program().arguments(),
                plan.isShared() ? Program.join(local ? plan.program().classPath() : hosts.programPath(host)) : "");
    }

    /** Where ranks of this host listen: other hosts must reach it, if there are any. */
    private String ownBindAddress() {
        try {
            InetAddress address = plan.isLocalOnly()
                    ? InetAddress.getLoopbackAddress()
                    : networkInterface().isEmpty() ? hosts.awaitOwnAddress() : Interfaces.named(networkInterface());
            return address.getHostAddress();
        } catch (IOException e) {
            throw new LaunchFailure(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while other hosts were starting", e);
        }
    }

    private void startMachines(InetSocketAddress agent) throws IOException {
        List<String> command = plan.command();
        List<String> first = new ArrayList<>(command);
        first.addAll(1, plan.firstJvmOptions());
        String address =
                (agent.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : agent.getAddress())
                                .getHostAddress()
                        + ":"
                        + agent.getPort();
        for (int vm = 0; vm < plan.machines(); vm++) {
            if (!plan.isLocal(vm)) {
                continue;
            }
            ProcessBuilder builder = new ProcessBuilder(vm == 0 ? first : command);
            Map<String, String> environment = builder.environment();
            environment.putAll(plan.environment());
            environment.put(VirtualMachineMain.AGENT, address);
            environment.put(VirtualMachineMain.VM, Integer.toString(vm));
            environment.put(VirtualMachineMain.TICKET, secret.ticket(vm).toHex());
            if (plan.directory() != null) {
                builder.directory(plan.directory().toFile());
            }
            builder.redirectInput(vm == 0 ? Redirect.INHERIT : Redirect.from(new java.io.File("/dev/null")));
            synchronized (machines) {
                machines.add(new MachineProcess(vm, builder.start(), watch));
            }
        }
    }

    private void startAgents(int port) {
        if (plan.isLocalOnly()) {
            return;
        }
        List<List<Integer>> groups = plan.startedTogether();
        List<List<String>> commands = plan.startCommands();
        boolean slurm = plan.remote().kind() == RemoteStart.Kind.SLURM;
        for (int i = 0; i < groups.size(); i++) {
            List<Integer> group = groups.get(i);
            List<String> names = group.stream().map(plan.layout().hosts()::get).toList();
            String id = slurm ? String.join(",", names) : group.get(0).toString();
            Supplier<String> call =
                    () -> AgentCall.text(secret, id, ownAddresses(names.get(0), port), networkInterface(), silenceMs());
            int retrySeconds = Settings.seconds(plan.settings(), Settings.RETRY);
            AgentStart start = vms == null
                    ? new AgentProcess(group, commands.get(i), slurm, call, hosts, err, retrySeconds)
                    : new DeployedAgent(vms.river(), vms.vm(names.get(0)), group.get(0), call.get(), hosts);
            synchronized (machines) {
                agents.add(start);
            }
        }
        if (!plan.isLocal(0)) {
            InputFeed.start(in, hub, hosts, plan.layout().hostOf(0));
        }
    }

    /** Where another host may reach the launcher: first what the routes to it say. */
    private List<String> ownAddresses(String host, int port) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        try {
            InetAddress only = networkAddress();
            if (only != null) {
                addresses.add(only);
            } else {
                InetAddress onTheWay = towards(host);
                if (onTheWay != null) {
                    addresses.add(onTheWay);
                }
                addresses.addAll(Interfaces.offered());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return addresses.stream()
                .map(address -> address.getHostAddress() + ":" + port)
                .toList();
    }

    private static InetAddress towards(String host) {
        try {
            return Interfaces.towards(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            // The remote shell knows it all the same; all interfaces are tried.
            return null;
        }
    }

    private void awaitEnd(ControlHub agent) throws InterruptedException {
        long deadline = plan.timeoutSeconds() <= 0
                ? Long.MAX_VALUE
                : clock.getAsLong() + TimeUnit.SECONDS.toNanos(plan.timeoutSeconds());
        int launchSeconds = Settings.seconds(plan.settings(), Settings.LAUNCH);
        long launchDeadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(launchSeconds);
        while (!outcome.await(LOOK_MS)) {
            if (System.nanoTime() - launchDeadline >= 0) {
                hosts.giveUpMissing("its agent has not reported within " + launchSeconds + " s (launch.timeout)");
            }
            if (outcome.isSuspected() && !outcome.await(SUSPICION_MS)) {
                outcome.believeSuspicion();
            }
            if (deadline != Long.MAX_VALUE && clock.getAsLong() - deadline >= 0) {
                agent.askForStacks();
                long dumped = clock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(DUMP_MS);
                while (!watch.awaitStacks(LOOK_MS) && clock.getAsLong() - dumped < 0) {
                    // Once more.
                }
                outcome.fail(
                        TIMED_OUT,
                        "the job has not ended within --timeout "
                                + plan.timeoutSeconds()
                                + " s; what its ranks were doing:"
                                + System.lineSeparator()
                                + watch.stacks());
            }
        }
    }

    private void tellReport() {
        String report = outcome.report();
        if (report != null) {
            // Output that precedes the failure is in pipes already: it is read first.
            endMachines(OUTPUT_MS);
            watch.finishOutput();
            tell(report);
        }
    }

    private void tell(String text) {
        synchronized (err) {
            err.println("javampirun: " + text);
            err.flush();
        }
    }

    /**
     * Whether the job has ended because a rank's process has died, not by the program's own doing.
     */
    boolean hasDied() {
        return outcome.isDeath();
    }

    /** Hosts that were given up. */
    List<String> lostHosts() {
        return hosts.lost();
    }

    /** Ends all ranks, and reads what they have written. */
    private void endMachines(long limitMs) {
        List<MachineProcess> all;
        synchronized (machines) {
            all = List.copyOf(machines);
        }
        ControlHub agent = hub;
        if (agent != null) {
            agent.endRemoteMachines();
        }
        all.forEach(MachineProcess::kill);
        all.forEach(machine -> machine.awaitEnd(limitMs));
        try {
            watch.awaitRemoteEnds(limitMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A signal has come: that ranks end is no failure of theirs. */
    private void interrupt() {
        outcome.end(INTERRUPTED);
        killAll();
        JobFiles.remove(plan.job());
    }

    private void letGo() {
        try {
            life.close();
        } catch (IOException e) {
            outcome.fail(1, "cannot let the job's files go: " + e.getMessage());
        }
    }

    /** Ends every process of the job. */
    private void killAll() {
        letGo();
        endMachines(KILL_MS);
        List<AgentStart> all;
        synchronized (machines) {
            all = List.copyOf(agents);
        }
        try {
            if (hub != null) {
                // Agents end when they see it.
                hub.close();
            }
        } catch (IOException e) {
            // It listens no longer than this process lives.
            outcome.fail(1, "cannot close the job's connections: " + e.getMessage());
        }
        all.forEach(agent -> agent.end(KILL_MS));
        JobFiles.removeLife(plan.job(), plan.checkpoints().incarnation());
        isOver = true;
    }

    @Override
    public void close() {
        checkpointing.close();
        if (!isOver) {
            killAll();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal has come: the hook is running, and does the same.
            return;
        }
    }
}
