package org.javampi.mpirun.launch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.javampi.job.river.JobHost;
import org.javampi.mpirun.watch.HostWatch;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.DeploymentException;
import org.javampi.river.resource.River;

/** An agent that is deployed on a leased VM. */
public final class DeployedAgent implements AgentStart {
    private final River river;
    private final RiverVm vm;
    private final int host;
    private final String call;
    private final HostWatch watch;
    private final Thread thread;

    /**
     * Deploys the agent of {@code host}.
     *
     * @param call what to tell it
     */
    DeployedAgent(River river, RiverVm vm, int host, String call, HostWatch watch) {
        this.river = river;
        this.vm = vm;
        this.host = host;
        this.call = call;
        this.watch = watch;
        thread = new Thread(this::run, "agent-" + host);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            UUID agent = river.deploy(vm, JobHost.class, call);
            RiverMessage end = river.ask(vm.id(), Map.of("ask", "watch", "resource", agent));
            watch.onNotStarted(List.of(host), end.getString("text"));
        } catch (LostException | DeploymentException e) {
            watch.onNotStarted(List.of(host), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void end(long limitMs) {
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, limitMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
