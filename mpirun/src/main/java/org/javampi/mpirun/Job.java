package org.javampi.mpirun;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.javampi.river.JobFiles;
import org.javampi.river.agent.HostAgent;
import org.javampi.river.control.Secret;
import org.javampi.river.control.WorldDescription;
import org.javampi.river.vm.VirtualMachineMain;

/** A job on this host from its start to its end. */
final class Job implements AutoCloseable {
    private static final int TIMED_OUT = 124;
    private static final long LOOK_MS = 200;
    private static final long SUSPICION_MS = 1_000;
    private static final long DUMP_MS = 3_000;
    private static final long KILL_MS = 5_000;

    private final JobPlan plan;
    private final PrintStream err;
    private final Outcome outcome = new Outcome();
    private final Secret secret = Secret.random();
    private final List<UUID> resources = new ArrayList<>();
    private final String hostName = hostName();
    private final RankWatch watch;
    private final List<MachineProcess> machines = new ArrayList<>();
    private final Thread hook = new Thread(this::killAll, "javampirun-signal");

    Job(JobPlan plan, PrintStream out, PrintStream err) {
        this.plan = plan;
        this.err = err;
        for (int rank = 0; rank < plan.ranks(); rank++) {
            resources.add(UUID.randomUUID());
        }
        watch = new RankWatch(plan, outcome, hostName, out, err);
    }

    private static String hostName() {
        try {
            String name = Files.readString(java.nio.file.Path.of("/proc/sys/kernel/hostname"));
            return name.strip();
        } catch (IOException e) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unknown) {
                return "localhost";
            }
        }
    }

    /** Starts everything, waits for the end, and answers the exit status. */
    int run() {
        Runtime.getRuntime().addShutdownHook(hook);
        try (HostAgent agent =
                new HostAgent(InetAddress.getLoopbackAddress(), secret, this::describe, watch)) {
            start(agent);
            awaitEnd(agent);
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

    private WorldDescription describe(int vm) {
        if (vm < 0 || vm >= plan.machines()) {
            return null;
        }
        return new WorldDescription(
                plan.job(),
                resources,
                plan.hostOfRanks(),
                plan.hosted(vm),
                hostName,
                InetAddress.getLoopbackAddress().getHostAddress(),
                plan.settings(),
                plan.program().mainClass(),
                plan.program().arguments(),
                plan.isShared() ? Program.join(plan.program().classPath()) : "");
    }

    private void start(HostAgent agent) throws IOException {
        List<String> command = plan.command();
        String address =
                agent.address().getAddress().getHostAddress() + ":" + agent.address().getPort();
        for (int vm = 0; vm < plan.machines(); vm++) {
            ProcessBuilder builder = new ProcessBuilder(command);
            Map<String, String> environment = builder.environment();
            environment.putAll(plan.environment());
            environment.put(VirtualMachineMain.AGENT, address);
            environment.put(VirtualMachineMain.VM, Integer.toString(vm));
            environment.put(VirtualMachineMain.SECRET, secret.toHex());
            if (plan.directory() != null) {
                builder.directory(plan.directory().toFile());
            }
            builder.redirectInput(
                    vm == 0 ? Redirect.INHERIT : Redirect.from(new java.io.File("/dev/null")));
            synchronized (machines) {
                machines.add(new MachineProcess(vm, builder.start(), watch));
            }
        }
    }

    private void awaitEnd(HostAgent agent) throws InterruptedException {
        long deadline =
                plan.timeoutSeconds() <= 0
                        ? Long.MAX_VALUE
                        : System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.timeoutSeconds());
        while (!outcome.await(LOOK_MS)) {
            if (outcome.isSuspected() && !outcome.await(SUSPICION_MS)) {
                outcome.believeSuspicion();
            }
            if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0) {
                agent.askForStacks();
                watch.awaitStacks(DUMP_MS);
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
            watch.flushBeforeReport(machines);
            synchronized (err) {
                err.println("javampirun: " + report);
                err.flush();
            }
        }
    }

    /** Ends every process of the job. */
    private void killAll() {
        List<MachineProcess> all;
        synchronized (machines) {
            all = List.copyOf(machines);
        }
        all.forEach(MachineProcess::kill);
        all.forEach(machine -> machine.awaitEnd(KILL_MS));
        JobFiles.remove(plan.job());
    }

    /** Processes that are still there, for tests. */
    List<Long> pids() {
        synchronized (machines) {
            return machines.stream().map(MachineProcess::pid).collect(Collectors.toList());
        }
    }

    @Override
    public void close() {
        killAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal has come: the hook is running, and does the same.
            return;
        }
    }
}
