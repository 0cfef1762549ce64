package org.javampi.mpirun.launch;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.javampi.job.JobFiles;
import org.javampi.job.agent.ControlHub;
import org.javampi.job.agent.MachineProcess;
import org.javampi.job.agent.OtherHosts;
import org.javampi.job.control.WorldDescription;
import org.javampi.job.hang.HangWatch;
import org.javampi.job.vm.RankInput;
import org.javampi.job.vm.ThreadDeathPolicy;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.output.OutputStage;
import org.javampi.mpirun.output.RankOutputs;
import org.javampi.mpirun.output.StandardStream;
import org.javampi.mpirun.output.StepLog;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.mpirun.plan.Program;
import org.javampi.mpirun.setting.Settings;
import org.javampi.mpirun.watch.Checkpointing;
import org.javampi.mpirun.watch.Departure;
import org.javampi.mpirun.watch.HostWatch;
import org.javampi.mpirun.watch.InputSource;
import org.javampi.mpirun.watch.Outcome;
import org.javampi.mpirun.watch.RankWatch;
import org.javampi.river.platform.Platform;
import org.javampi.river.platform.Processes;
import org.javampi.river.trust.Entropy;
import org.javampi.river.trust.Secret;

/** A job from its start to its end, on this host and on others. */
public final class Job implements AutoCloseable, LauncherSignals.Target {
    private static final Processes PROCESSES = Platform.current().processes();
    private static final long LOOK_MS = 200;

    private static final long SUSPICION_MS = 1_000;

    /** Short jobs are over before anybody asks. */
    private static final long DOOR_MS = 1_000;

    private static final long KILL_MS = 5_000;
    private static final long OUTPUT_MS = 1_000;

    /** How long the output of a job that has failed may wait for its reader. */
    private static final long UNREAD_MS = 10_000;

    private final JobPlan plan;

    /**
     * As long as this is open, processes that lose their connection wait for the launcher's end.
     */
    private final Closeable life;

    private final LeasedVms vms;
    private final Console console;
    private final OutputStage out;
    private final OutputStage err;
    private final RankOutputs outputs;
    private final Outcome outcome = new Outcome();
    private final Secret secret = Secret.random();
    private final List<UUID> resources = new ArrayList<>();
    private final String ownName = OwnNames.ofThisHost().name();
    private final Checkpointing checkpointing;
    private final Door door;
    private final HangWatch hangs;
    private final StepLog steps;
    private final RankWatch watch;
    private final HostWatch hosts;
    private final LaunchNetwork network;
    private final LocalMachines machines;
    private final AgentLaunch agents;

    private QuitSignal quit;

    /** Null until the job runs. */
    private volatile ControlHub hub;

    /** Whether nothing of the job is left. */
    private volatile boolean isOver;

    /** The signal that has asked for the end; null for none. */
    private volatile String endedBy;

    private final Thread hook = new Thread(this::interrupt, "javampirun-exit");

    /**
     * A job.
     *
     * @param files the launcher's
     * @param vms where it runs; null for hosts
     * @param input what its ranks read
     * @param steps hears what is done
     */
    Job(JobPlan plan, KeptFiles files, LeasedVms vms, InputDesk input, Console console, StepLog steps)
            throws IOException {
        this.plan = plan;
        life = files.current().live(plan.checkpoints().incarnation());
        hangs = new HangWatch(plan.ranks(), this::look, this::onDeadlock, this::onPolling);
        this.vms = vms;
        this.console = console;
        out = stage(StandardStream.OUT, console.out());
        err = stage(StandardStream.ERR, console.err());
        this.steps = steps.through(err::say);
        door = new Door(plan, files, secret, this.steps);
        if (plan.checkpoints().from() != null) {
            resources.addAll(plan.checkpoints().from().resources());
        }
        while (resources.size() < plan.ranks()) {
            resources.add(Entropy.uuid());
        }
        checkpointing = new Checkpointing(plan, outcome, this::tell);
        outputs = new RankOutputs(
                plan.output(),
                plan.ranks(),
                rank -> plan.layout().hosts().get(plan.layout().hostOf(rank)),
                out,
                err,
                hasColours(),
                plan.checkpoints().incarnation() > 0,
                failure -> outcome.spoil(ExitStatus.FAILED, failure));
        watch = new RankWatch(
                plan, outcome, ownName, checkpointing, hangs, outputs, this::tell, giveFrom(input), this.steps);
        hosts = new HostWatch(plan, outcome, watch, this.steps);
        network = new LaunchNetwork(plan, vms, hosts);
        machines = new LocalMachines(plan, console, secret, watch, this.steps);
        agents = new AgentLaunch(plan, vms, hosts, network, secret, this.steps, err);
    }

    private InputSource giveFrom(InputDesk input) {
        return (rank, position, answer) -> input.onWanted(rank, position, answer, this::tell);
    }

    /** Colours are for a terminal, and for people who have not said otherwise (no-color.org). */
    private boolean hasColours() {
        return console.out() == System.out
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"))
                && StandardStream.OUT.isTerminal();
    }

    /** A way out, whose end ends the job. */
    private OutputStage stage(StandardStream stream, PrintStream target) {
        return new OutputStage(stream == StandardStream.OUT ? "out" : "err", stream.raw(target), failure -> {
            if (stream.hasLostReader(failure)) {
                // As any program ends whose reader has gone: without a word.
                outcome.spoil(ExitStatus.BROKEN_PIPE, null);
            } else {
                outcome.spoil(
                        ExitStatus.FAILED,
                        "cannot write " + stream.words() + ": " + failure.getMessage() + "; the job was ended");
            }
        });
    }

    /** Starts everything, waits for the end, and answers the exit status. */
    int run() {
        Runtime.getRuntime().addShutdownHook(hook);
        console.signals().lead(this);
        try (ControlHub agent = listen()) {
            hub = agent;
            checkpointing.begin(agent, resources, secret, watch::who);
            machines.start(agent.address());
            agents.start(agent.address().getPort());
            quit = QuitSignal.listen(System.getProperty(QuitSignal.PROPERTY), this::tellStatus);
            awaitEnd(agent);
            if (outcome.status() == 0) {
                checkpointing.settle();
            }
            if (endedBy != null) {
                terminate();
            }
            String told = tellReport();
            killAll();
            steps.say("the job has ended with status " + outcome.status());
            finishOutput(told);
        } catch (IOException e) {
            throw new LaunchFailure("cannot run the job: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            killAll();
            return ExitStatus.TIMED_OUT;
        }
        return outcome.status();
    }

    /** Asks the ranks to end, and gives them a moment to do so. */
    private void terminate() {
        long graceMs = TimeUnit.SECONDS.toMillis(Settings.seconds(plan.settings(), Settings.GRACE));
        hub.signalRemoteMachines("TERM");
        List<MachineProcess> all = machines.all();
        all.forEach(MachineProcess::terminate);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(graceMs);
        for (MachineProcess machine : all) {
            machine.awaitEnd(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
        try {
            watch.awaitRemoteEnds(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets out what is still on its way; of a job that has failed not for ever. */
    private void finishOutput(String told) throws InterruptedException {
        boolean isGood = outcome.status() == 0 || outcome.departure() != null;
        long patienceMs = endedBy != null ? OUTPUT_MS : isGood ? 0 : UNREAD_MS;
        if (!outputs.drain(patienceMs)) {
            err.say("javampirun: output was not read for " + patienceMs / 1000 + " s and is lost");
        }
        if (outcome.report() != null && !outcome.report().equals(told)) {
            tell(outcome.report());
        }
        err.drain(OUTPUT_MS);
        outputs.close();
    }

    @Override
    public void onEnd(String signal, int status) {
        endedBy = signal;
        if (!isOver) {
            tell("SIG" + signal + ": the ranks have "
                    + Settings.seconds(plan.settings(), Settings.GRACE)
                    + " s to end (end.grace)"
                    + (signal.equals("INT") ? "; Ctrl-C again ends them at once" : ""));
        }
        outcome.end(status);
        if (isOver) {
            // Only output is still on its way.
            Runtime.getRuntime().halt(status);
        }
    }

    @Override
    public void onEndNow() {
        machines.all().forEach(MachineProcess::kill);
        letGo();
        JobFiles.remove(plan.job());
    }

    @Override
    public void onPassed(String signal) {
        signal(signal, false);
    }

    @Override
    public void onSuspend() {
        signal("STOP", true);
        try {
            PROCESSES.signal("STOP", List.of(ProcessHandle.current().pid()));
        } catch (IOException e) {
            tell("cannot stop: " + e.getMessage());
        }
    }

    @Override
    public void onResume() {
        signal("CONT", true);
    }

    /** Sends a signal to the ranks' processes, or to all that they have started, too. */
    private void signal(String name, boolean whole) {
        ControlHub agent = hub;
        if (agent != null) {
            agent.signalRemoteMachines(name);
        }
        try {
            machines.signal(name, whole);
        } catch (IOException e) {
            tell("cannot pass SIG" + name + " on: " + e.getMessage());
        }
    }

    private ControlHub listen() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (plan.isLocalOnly()) {
            return new ControlHub(loopback, secret, this::describe, watch);
        }
        return new ControlHub(
                network.address(),
                secret,
                this::describe,
                watch,
                new OtherHosts(hosts, hosts, network.silenceMs(), network.reachMs()));
    }

    private WorldDescription describe(int vm) {
        if (vm < 0 || vm >= plan.machines()) {
            return null;
        }
        boolean local = plan.isLocal(vm);
        Program program = plan.application(vm).program();
        int host = plan.layout().hostOfMachine(vm);
        return new WorldDescription(
                plan.job(),
                resources,
                plan.hostOfRanks(),
                plan.hosted(vm),
                vms == null ? watch.hostName(vm) : LeasedVms.hostOf(watch.hostName(vm)),
                local ? network.bindAddress() : hosts.bindAddress(host),
                settingsOf(vm),
                program.mainClass(),
                program.arguments(),
                plan.isShared()
                        ? Program.join(Program.expanded(
                                local ? program.classPath() : hosts.programPath(host, plan.applicationNumber(vm))))
                        : "");
    }

    private Map<String, String> settingsOf(int vm) {
        Map<String, String> settings = plan.allSettings();
        settings.put(
                RankInput.READER,
                vm == machines.inheriting() ? Integer.toString(plan.input().reader()) : "none");
        settings.put(ThreadDeathPolicy.KEY, plan.threadDeaths().name());
        return settings;
    }

    private void awaitEnd(ControlHub agent) throws InterruptedException {
        long deadline = plan.timeoutSeconds() <= 0
                ? Long.MAX_VALUE
                : console.clock().getAsLong() + TimeUnit.SECONDS.toNanos(plan.timeoutSeconds());
        int launchSeconds = Settings.seconds(plan.settings(), Settings.LAUNCH);
        long launchDeadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(launchSeconds);
        long doorTime = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DOOR_MS);
        while (!outcome.await(LOOK_MS)) {
            if (System.nanoTime() - doorTime >= 0) {
                door.open(agent.address());
            }
            if (System.nanoTime() - launchDeadline >= 0) {
                hosts.giveUpMissing("its agent has not reported within " + launchSeconds + " s (launch.timeout)");
            }
            if (outcome.isSuspected() && !outcome.await(SUSPICION_MS)) {
                outcome.believeSuspicion();
            }
            if (deadline != Long.MAX_VALUE && console.clock().getAsLong() - deadline >= 0) {
                outcome.fail(
                        ExitStatus.TIMED_OUT,
                        "the job has not ended within --timeout "
                                + plan.timeoutSeconds()
                                + " s; what its ranks do:"
                                + System.lineSeparator()
                                + hangs.status());
            }
        }
    }

    private void look(int round) {
        ControlHub agent = hub;
        if (agent != null) {
            agent.look(round);
        }
    }

    private void tellStatus() {
        try {
            tell("SIGQUIT: what the ranks do:" + System.lineSeparator() + hangs.status());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void onDeadlock(boolean whole, String report) {
        if (outcome.isDecided()) {
            // Ranks that wait for one that was ended are not the cause.
            return;
        }
        boolean keep = Settings.KEEP.equals(plan.settings().get(Settings.DEADLOCK));
        if (whole && !keep) {
            outcome.fail(ExitStatus.DEADLOCKED, report);
        } else {
            tell(report + (whole ? System.lineSeparator() + "the job is kept (--deadlock keep)" : ""));
        }
    }

    private void onPolling(String report) {
        if (!outcome.isDecided()) {
            tell(report);
        }
    }

    /** Says why the job has failed, if it has; answers what was said. */
    private String tellReport() throws InterruptedException {
        String report = outcome.report();
        if (report != null) {
            // Output that precedes the failure is in pipes already: it is read first, if there is a reader.
            endMachines(OUTPUT_MS);
            outputs.drain(OUTPUT_MS);
            tell(report);
        }
        return report;
    }

    private void tell(String text) {
        err.say("javampirun: " + text);
    }

    /**
     * Whether the job has ended because a rank's process has died, not by the program's own doing.
     */
    boolean hasDied() {
        return outcome.isDeath();
    }

    /** Where the job goes on that has ended at a checkpoint because a visitor asked for it; else null. */
    Departure departure() {
        return outcome.departure();
    }

    /** Hosts that were given up. */
    List<String> lostHosts() {
        return hosts.lost();
    }

    /** Ends all ranks. */
    private void endMachines(long limitMs) {
        List<MachineProcess> all = machines.all();
        ControlHub agent = hub;
        if (agent != null) {
            agent.endRemoteMachines();
        }
        all.forEach(MachineProcess::kill);
        all.forEach(machine -> machine.awaitEnd(limitMs));
        try {
            watch.awaitEnds(limitMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The launcher's JVM ends: that ranks end is no failure of theirs. */
    private void interrupt() {
        outcome.end(ExitStatus.FAILED);
        killAll();
        JobFiles.remove(plan.job());
    }

    private void letGo() {
        hangs.close();
        if (quit != null) {
            quit.close();
        }
        try {
            life.close();
            door.close();
        } catch (IOException e) {
            outcome.fail(1, "cannot let the job's files go: " + e.getMessage());
        }
    }

    /** Ends every process of the job. */
    private void killAll() {
        letGo();
        endMachines(KILL_MS);
        try {
            if (hub != null) {
                // Agents end when they see it.
                hub.close();
            }
        } catch (IOException e) {
            // It listens no longer than this process lives.
            outcome.fail(1, "cannot close the job's connections: " + e.getMessage());
        }
        agents.end(KILL_MS);
        JobFiles.removeLife(plan.job(), plan.checkpoints().incarnation());
        isOver = true;
    }

    @Override
    public void close() {
        checkpointing.close();
        console.signals().lead(null);
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
