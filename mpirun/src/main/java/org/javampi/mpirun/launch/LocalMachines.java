package org.javampi.mpirun.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javampi.job.JobFiles;
import org.javampi.job.OsSignals;
import org.javampi.job.TooManyProcesses;
import org.javampi.job.agent.MachineListener;
import org.javampi.job.agent.MachineProcess;
import org.javampi.job.vm.VirtualMachineMain;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.output.StepLog;
import org.javampi.mpirun.plan.Application;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.river.platform.Encodings;
import org.javampi.river.platform.Platform;
import org.javampi.river.platform.Processes;
import org.javampi.river.resource.SiteOptions;
import org.javampi.river.trust.Secret;

/** The ranks' processes on this host. */
final class LocalMachines {
    private static final Processes PROCESSES = Platform.current().processes();

    private final JobPlan plan;
    private final Console console;
    private final Secret secret;
    private final MachineListener listener;
    private final StepLog steps;
    private final List<MachineProcess> machines = new ArrayList<>();

    /**
     * Of a job; none runs yet.
     *
     * @param listener hears of their ends and of what they write
     */
    LocalMachines(JobPlan plan, Console console, Secret secret, MachineListener listener, StepLog steps) {
        this.plan = plan;
        this.console = console;
        this.secret = secret;
        this.listener = listener;
        this.steps = steps;
    }

    /** Starts them; they call {@code agent}. */
    void start(InetSocketAddress agent) throws IOException {
        List<List<String>> commands =
                plan.applications().stream().map(plan::command).toList();
        String address =
                (agent.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : agent.getAddress())
                                .getHostAddress()
                        + ":"
                        + agent.getPort();
        requireRoom();
        for (int vm = 0; vm < plan.machines(); vm++) {
            if (!plan.isLocal(vm)) {
                continue;
            }
            Application application = plan.application(vm);
            List<String> own = new ArrayList<>(commands.get(plan.applicationNumber(vm)));
            own.addAll(1, vm == 0 ? plan.firstJvmOptions() : List.of());
            own.addAll(1, plan.ownOptions(vm));
            own.addAll(1, Encodings.jvmOptions());
            ProcessBuilder builder = new ProcessBuilder(PROCESSES.leading(own));
            Map<String, String> environment = builder.environment();
            OsSignals.leaveUsr2(environment);
            environment.putAll(application.environment());
            environment.put(VirtualMachineMain.AGENT, address);
            environment.put(VirtualMachineMain.JOB, plan.job().toString());
            environment.put(VirtualMachineMain.VM, Integer.toString(vm));
            environment.put(VirtualMachineMain.TICKET, secret.ticket(vm).toHex());
            if (application.directory() != null) {
                builder.directory(application.directory().toFile());
            }
            builder.command(SiteOptions.respected(builder.command(), environment));
            steps.say("starting JVM " + vm + ": " + String.join(" ", builder.command()));
            builder.command(PROCESSES.fitting(
                    builder.command(),
                    JobFiles.arguments(plan.job(), plan.checkpoints().incarnation(), vm)));
            builder.redirectInput(vm == inheriting() ? Redirect.INHERIT : PROCESSES.noInput());
            synchronized (machines) {
                machines.add(new MachineProcess(vm, builder.start(), listener));
            }
        }
    }

    /** Ends the job before its first JVM is started, if there cannot be as many. */
    private void requireRoom() {
        int local = 0;
        for (int vm = 0; vm < plan.machines(); vm++) {
            local += plan.isLocal(vm) ? 1 : 0;
        }
        String limit = TooManyProcesses.before(local);
        if (limit != null) {
            throw new LaunchFailure(limit);
        }
    }

    /**
     * The VM whose process has the launcher's standard input as its own; -1 for none, as in a job that may have to read it
     * again.
     */
    int inheriting() {
        int reader = plan.input().reader();
        if (reader < 0 || plan.checkpoints().isOn()) {
            return -1;
        }
        int vm = plan.layout().machineOf(reader);
        // A session of its own cannot read from this one's terminal.
        boolean reads =
                console.in() != System.in || !(Platform.current().terminals().isTerminal(0) && PROCESSES.hasSessions());
        return plan.isLocal(vm) && reads ? vm : -1;
    }

    /** Those that have been started. */
    List<MachineProcess> all() {
        synchronized (machines) {
            return List.copyOf(machines);
        }
    }

    /** Sends a signal to the ranks' processes, or to all that they have started, too. */
    void signal(String name, boolean whole) throws IOException {
        PROCESSES.signal(
                name,
                all().stream()
                        .filter(MachineProcess::isAlive)
                        .map(machine -> whole && PROCESSES.hasSessions() ? -machine.pid() : machine.pid())
                        .toList());
    }
}
