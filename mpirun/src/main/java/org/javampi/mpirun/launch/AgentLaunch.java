package org.javampi.mpirun.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.javampi.job.agent.AgentCall;
import org.javampi.job.agent.ChildAgents;
import org.javampi.mpirun.hosts.RemoteStart;
import org.javampi.mpirun.hosts.StartTree;
import org.javampi.mpirun.output.LineStyle;
import org.javampi.mpirun.output.OutputStage;
import org.javampi.mpirun.output.StepLog;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.mpirun.setting.Settings;
import org.javampi.mpirun.watch.HostWatch;
import org.javampi.river.trust.Secret;

/** Starts the agents of other hosts: by remote shells, in trees; by Slurm; on VMs that wait. */
final class AgentLaunch {
    private final JobPlan plan;
    private final LeasedVms vms;
    private final HostWatch hosts;
    private final LaunchNetwork network;
    private final Secret secret;
    private final StepLog steps;
    private final OutputStage err;
    private final List<AgentStart> agents = new ArrayList<>();

    /**
     * Of a job.
     *
     * @param vms where it runs; null for hosts
     * @param err what remote shells say
     */
    AgentLaunch(
            JobPlan plan,
            LeasedVms vms,
            HostWatch hosts,
            LaunchNetwork network,
            Secret secret,
            StepLog steps,
            OutputStage err) {
        this.plan = plan;
        this.vms = vms;
        this.hosts = hosts;
        this.network = network;
        this.secret = secret;
        this.steps = steps;
        this.err = err;
    }

    /** Starts them all; they will call {@code port} of this host. */
    void start(int port) {
        if (plan.isLocalOnly()) {
            return;
        }
        List<List<Integer>> groups = plan.startedTogether();
        List<List<String>> commands = plan.startCommands();
        boolean slurm = plan.remote().kind() == RemoteStart.Kind.SLURM;
        if (vms == null && !slurm) {
            startTrees(groups.stream().map(group -> group.get(0)).toList(), commands, port);
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            List<Integer> group = groups.get(i);
            List<String> names = group.stream().map(plan.layout().hosts()::get).toList();
            String id = slurm ? String.join(",", names) : group.get(0).toString();
            Supplier<String> call = () -> call(id, names.get(0), port);
            add(
                    vms == null
                            ? agent(group, commands.get(i), slurm, call)
                            : new DeployedAgent(vms.river(), vms.vm(names.get(0)), group.get(0), call.get(), hosts));
        }
    }

    private String call(String id, String hostName, int port) {
        return AgentCall.text(
                secret,
                id,
                network.addresses(hostName, port),
                network.interfaceName(),
                network.silenceMs(),
                network.reachMs());
    }

    private AgentProcess agent(List<Integer> group, List<String> command, boolean slurm, Supplier<String> call) {
        int retrySeconds = Settings.seconds(plan.settings(), Settings.RETRY);
        List<String> names = group.stream().map(plan.layout().hosts()::get).toList();
        steps.say("starting the agent of " + String.join(", ", names) + ": " + String.join(" ", command));
        return new AgentProcess(group, command, slurm, call, hosts, err.lane(LineStyle.PLAIN), retrySeconds);
    }

    private void add(AgentStart start) {
        synchronized (agents) {
            agents.add(start);
        }
    }

    /** Starts some agents, which start the others; those that are not started so are started from here. */
    private void startTrees(List<Integer> all, List<List<String>> commands, int port) {
        Map<Integer, List<String>> byHost = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byHost.put(all.get(i), commands.get(i));
        }
        int fanOut = Settings.number(plan.settings(), Settings.FAN_OUT);
        List<StartTree> trees = StartTree.of(all, fanOut);
        hosts.startMissingBy(host -> add(agent(
                List.of(host), byHost.get(host), false, () -> textOf(StartTree.find(trees, host), byHost, port))));
        for (StartTree tree : trees) {
            add(agent(List.of(tree.host()), byHost.get(tree.host()), false, () -> textOf(tree, byHost, port)));
        }
    }

    private String textOf(StartTree tree, Map<Integer, List<String>> commands, int port) {
        String own = call(Integer.toString(tree.host()), plan.layout().hosts().get(tree.host()), port);
        return ChildAgents.text(
                own,
                tree.children().stream()
                        .map(child -> new ChildAgents.Child(
                                child.host(), commands.get(child.host()), textOf(child, commands, port)))
                        .toList());
    }

    /** Lets go of all; those that have not ended after {@code limitMs} are ended. */
    void end(long limitMs) {
        List<AgentStart> all;
        synchronized (agents) {
            all = List.copyOf(agents);
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        all.forEach(agent -> agent.end(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()))));
    }
}
