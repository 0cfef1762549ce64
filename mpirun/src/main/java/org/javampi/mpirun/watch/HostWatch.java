package org.javampi.mpirun.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javampi.job.agent.HostListener;
import org.javampi.job.agent.OtherHosts;
import org.javampi.job.control.HostPlan;
import org.javampi.job.control.HostReport;
import org.javampi.mpirun.plan.JobPlan;

/** The other hosts of a job: what each is told, what it reports, and what becomes of it. */
public final class HostWatch implements HostListener, OtherHosts.Planner {
    private final JobPlan plan;
    private final Outcome outcome;
    private final RankWatch watch;
    private final HostReport[] reports;
    private final boolean[] connected;
    private final boolean[] lost;

    /** The launcher's address as the first host sees it. */
    private InetAddress here;

    public HostWatch(JobPlan plan, Outcome outcome, RankWatch watch) {
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
        Map<String, byte[]> files;
        try {
            files = plan.program().compiledFiles();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the compiled classes", e);
        }
        List<Integer> machines = plan.layout().machinesOn(host);
        return new HostPlan(
                plan.job(),
                plan.checkpoints().incarnation(),
                machines,
                plan.remoteCommand(programPath(host)),
                plan.environment(),
                (plan.directory() == null ? Path.of("") : plan.directory())
                        .toAbsolutePath()
                        .toString(),
                plan.directory() != null,
                files.isEmpty() ? "" : filesDirectory(host, report).toString(),
                files);
    }

    private Path filesDirectory(int host, HostReport report) {
        return Path.of(
                report.temporary(),
                "javampi-" + plan.job() + "-" + plan.checkpoints().incarnation() + "-classes-" + host);
    }

    /** Where the program's classes are on another host that has reported. */
    public synchronized List<Path> programPath(int host) {
        return plan.program().compiled() == null
                ? plan.program().classPath()
                : plan.program().classPathWith(filesDirectory(host, reports[host]));
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
                fail(host, reason);
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
