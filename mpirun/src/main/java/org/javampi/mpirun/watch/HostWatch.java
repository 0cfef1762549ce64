package org.javampi.mpirun.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.javampi.job.agent.HostListener;
import org.javampi.job.agent.OtherHosts;
import org.javampi.job.control.HostPlan;
import org.javampi.job.control.HostReport;
import org.javampi.mpirun.output.StepLog;
import org.javampi.mpirun.plan.Application;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.mpirun.plan.Program;

/** The other hosts of a job: what each is told, what it reports, and what becomes of it. */
public final class HostWatch implements HostListener, OtherHosts.Planner {
    private final JobPlan plan;
    private final Outcome outcome;
    private final RankWatch watch;
    private final StepLog steps;
    private final HostReport[] reports;
    private final boolean[] connected;
    private final boolean[] lost;

    /** Why the last attempt to start an agent has failed, by host. */
    private final Map<Integer, String> starts = new ConcurrentHashMap<>();

    /** Null where all are started from here. */
    private volatile IntConsumer starterOfMissing;

    /** Of each program that a host has asked for. */
    private final Map<Integer, Map<String, byte[]>> files = new HashMap<>();

    /** The launcher's address as the first host sees it. */
    private InetAddress here;

    public HostWatch(JobPlan plan, Outcome outcome, RankWatch watch, StepLog steps) {
        this.steps = steps;
        this.plan = plan;
        this.outcome = outcome;
        this.watch = watch;
        reports = new HostReport[plan.layout().hosts().size()];
        connected = new boolean[reports.length];
        lost = new boolean[reports.length];
    }

    @Override
    public HostPlan plan(int host, HostReport report, InetAddress launchersAddress) {
        if (!plan.remote().remoteHosts().contains(host)) {
            return null;
        }
        synchronized (this) {
            reports[host] = report;
            if (here == null) {
                here = launchersAddress;
            }
            notifyAll();
        }
        Map<Integer, List<Integer>> machines = new LinkedHashMap<>();
        for (int machine : plan.layout().machinesOn(host)) {
            machines.computeIfAbsent(plan.applicationNumber(machine), number -> new ArrayList<>())
                    .add(machine);
        }
        List<HostPlan.Part> parts = new ArrayList<>();
        machines.forEach((number, own) -> parts.add(part(host, report, number, own)));
        return new HostPlan(plan.job(), plan.checkpoints().incarnation(), parts);
    }

    /** What a host is told of one program. */
    private HostPlan.Part part(int host, HostReport report, int number, List<Integer> machines) {
        Application application = plan.applications().get(number);
        Map<String, byte[]> shipped;
        try {
            shipped = files(number);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the compiled classes", e);
        }
        Path directory = application.directory();
        return new HostPlan.Part(
                machines,
                plan.remoteCommand(application, programPath(host, number)),
                application.environment(),
                (directory == null ? Path.of("") : directory).toAbsolutePath().toString(),
                directory != null,
                shipped.isEmpty() ? "" : filesDirectory(host, report, number).toString(),
                shipped);
    }

    /** What each other host gets of a program: read once. */
    private synchronized Map<String, byte[]> files(int number) throws IOException {
        Map<String, byte[]> found = files.get(number);
        if (found == null) {
            Program program = plan.applications().get(number).program();
            found = plan.ships() ? program.shippedFiles() : program.compiledFiles();
            files.put(number, found);
        }
        return found;
    }

    private Path filesDirectory(int host, HostReport report, int number) {
        return Path.of(
                report.temporary(),
                "javampi-" + plan.job() + "-" + plan.checkpoints().incarnation() + "-classes-" + host
                        + (number == 0 ? "" : "-" + number));
    }

    /**
     * Where a program's classes are on another host that has reported.
     *
     * @param number of the program
     */
    public synchronized List<Path> programPath(int host, int number) {
        Program program = plan.applications().get(number).program();
        if (plan.ships()) {
            return program.shippedClassPath(filesDirectory(host, reports[host], number));
        }
        return program.compiled() == null
                ? program.classPath()
                : program.classPathWith(filesDirectory(host, reports[host], number));
    }

    /** Where the ranks of another host that has reported listen. */
    public synchronized String bindAddress(int host) {
        return reports[host].bindAddress();
    }

    /** Waits until some host has reached the launcher, and answers by which address. */
    public synchronized InetAddress awaitOwnAddress() throws InterruptedException {
        while (here == null) {
            wait();
        }
        return here;
    }

    public synchronized boolean isReady(int host) {
        return reports[host] != null;
    }

    /** Whether a host was given up while its ranks were running. */
    public synchronized boolean isLost(int host) {
        return lost[host];
    }

    /** Hosts that were given up. */
    public synchronized List<String> lost() {
        List<String> names = new ArrayList<>();
        for (int host = 0; host < lost.length; host++) {
            if (lost[host]) {
                names.add(name(host));
            }
        }
        return names;
    }

    /** Gives up the hosts that have not reported. */
    public void giveUpMissing(String reason) {
        for (int host : plan.remote().remoteHosts()) {
            if (!isReady(host)) {
                String said = starts.get(host);
                fail(host, said == null ? reason : reason + "; the last attempt to start it: " + said);
            }
        }
    }

    /**
     * A host does not take part. That is a mistake in a job's first life; later it is a host that
     * was lost unnoticed, and the job may go on without it.
     */
    private void fail(int host, String reason) {
        String text = "host " + name(host) + ": " + reason;
        if (plan.checkpoints().incarnation() == 0) {
            outcome.fail(1, text);
        } else {
            synchronized (this) {
                lost[host] = true;
            }
            outcome.die(1, text);
        }
    }

    @Override
    public synchronized void onHostReady(int host, HostReport report) {
        steps.say("host " + name(host) + " has reported: agent pid " + report.pid() + ", its ranks listen at "
                + report.bindAddress());
        connected[host] = true;
        notifyAll();
    }

    @Override
    public void onHostFailed(int host, String reason) {
        fail(host, reason);
    }

    @Override
    public void onHostGone(int host, String reason) {
        long agent;
        synchronized (this) {
            agent = reports[host].pid();
            // Before the job hears: it may go on at once, and not there.
            lost[host] = true;
        }
        if (!watch.onHostLost(host, agent, reason)) {
            synchronized (this) {
                lost[host] = false;
            }
        }
    }

    /** Agents that others should have started, and have not, are started by {@code starter}. */
    public void startMissingBy(IntConsumer starter) {
        starterOfMissing = starter;
    }

    @Override
    public void onAgentEnded(int host, String how) {
        IntConsumer starter = starterOfMissing;
        if (!isReady(host) && starter != null) {
            starts.put(host, how);
            starter.accept(host);
        }
    }

    /** An attempt to start agents has failed, and will be repeated. */
    public void onAttemptFailed(List<Integer> hosts, String reason) {
        hosts.forEach(host -> starts.put(host, reason));
    }

    /** A command that is to start agents says something, and runs on. */
    public void onStarterSaid(List<Integer> hosts, String text) {
        hosts.forEach(host -> starts.put(host, text));
    }

    /** The command that should have started agents has ended before these hosts have reported. */
    public void onNotStarted(List<Integer> hosts, String reason) {
        for (int host : hosts) {
            if (!isReady(host)) {
                fail(host, "no agent was started: " + reason);
            }
        }
    }

    private String name(int host) {
        return plan.layout().hosts().get(host);
    }
}
