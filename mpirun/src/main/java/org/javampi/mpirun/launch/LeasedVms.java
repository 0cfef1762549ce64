package org.javampi.mpirun.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.javampi.mpirun.cli.RiverPlace;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.hosts.HostSlots;
import org.javampi.mpirun.hosts.Layout;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.discovery.VmState;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;

/**
 * The VMs that a job has found and leased: they take the part of its hosts. A VM is named after its
 * host and the beginning of its own name, as {@code box/4f1e2a3b}.
 */
public final class LeasedVms implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final char SEPARATOR = '/';
    private static final int SHOWN = 8;

    private final RiverOptions options;
    private final River river;
    private final Map<String, RiverVm> vms = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new LinkedHashMap<>();

    /** Processors of each host that has VMs, as the VM says that sees most of them. */
    private final Map<String, Integer> cores = new HashMap<>();

    private final Set<String> dropped = new HashSet<>();

    /** Takes part in the River that the options say. */
    public LeasedVms(RiverOptions options) {
        this.options = options;
        river = RiverPlace.open(options);
    }

    /** The name of a VM's host. */
    static String hostOf(String vm) {
        int end = vm.lastIndexOf(SEPARATOR);
        return end < 0 ? vm : vm.substring(0, end);
    }

    private static String nameOf(RiverVm vm) {
        return vm.peer().host() + SEPARATOR + vm.id().toString().substring(0, SHOWN);
    }

    /** This host's address on the River's network. */
    InetAddress address() {
        return options.bind();
    }

    River river() {
        return river;
    }

    /** A leased VM. */
    RiverVm vm(String name) {
        return vms.get(name);
    }

    /** These VMs are lost: they are not used again, even if they come back. */
    void drop(Set<String> lost) {
        dropped.addAll(lost);
        vms.keySet().removeAll(lost);
        slots.keySet().removeAll(lost);
    }

    /**
     * Leases free VMs until there are slots for {@code ranks}; with 0 ranks all of them.
     *
     * @param perVm slots of each VM, or 0 for what it says itself
     * @return all that are leased; fewer slots than wanted when there are not so many
     */
    public List<HostSlots> lease(int ranks, int perVm) {
        long startNs = System.nanoTime();
        try {
            do {
                leaseMore(ranks, perVm);
            } while (vms.isEmpty() && System.nanoTime() - startNs < PATIENCE.toNanos());
        } catch (IOException e) {
            throw new LaunchFailure("--discover: " + RiverPlace.text(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("--discover: interrupted while VMs were looked for", e);
        }
        List<HostSlots> hosts = new ArrayList<>();
        slots.forEach((name, count) -> hosts.add(new HostSlots(name, count)));
        return hosts;
    }

    private void leaseMore(int ranks, int perVm) throws IOException, InterruptedException {
        List<RiverVm> found = new ArrayList<>(river.discover());
        found.sort(Comparator.comparing((RiverVm vm) -> vm.peer().host())
                .thenComparing(vm -> vm.peer().endpoint()));
        for (RiverVm vm : found) {
            int sum = slots.values().stream().mapToInt(Integer::intValue).sum();
            String name = nameOf(vm);
            if (ranks > 0 && sum >= ranks) {
                return;
            }
            if (vm.state() == VmState.FREE
                    && !dropped.contains(name)
                    && !river.lease(List.of(vm)).vms().isEmpty()) {
                enter(name, vm, perVm);
            }
        }
    }

    private void enter(String name, RiverVm vm, int perVm) throws InterruptedException {
        try {
            RiverMessage state = river.ask(vm.id(), Map.of("ask", "state"));
            vms.put(name, vm);
            slots.put(name, perVm > 0 ? perVm : state.getInt("slots"));
            cores.merge(hostOf(name), state.getInt("cores"), Math::max);
        } catch (LostException e) {
            // It has gone since: not found.
            dropped.add(name);
        }
    }

    /** A line for each host whose VMs get more ranks together than the host has processors. */
    public List<String> crowded(Layout layout) {
        Map<String, Integer> ranks = new TreeMap<>();
        for (int rank = 0; rank < layout.ranks(); rank++) {
            ranks.merge(hostOf(layout.hosts().get(layout.hostOf(rank))), 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        ranks.forEach((host, count) -> {
            int own = cores.getOrDefault(host, count);
            if (count > own) {
                lines.add("--discover: " + count + " ranks share " + own + (own == 1 ? " processor" : " processors")
                        + " of " + host + " and run in turns; 'river vm' on more hosts, or fewer ranks, avoids that"
                        + " (--oversubscribe: no such line)");
            }
        });
        return lines;
    }

    /** Why there may be no VM, for people. */
    public String whyNone() {
        return "no free VM found on the network of "
                + options.bind().getHostAddress()
                + " with this secret; 'river vm' starts one, 'river ls' lists all"
                + (river.problems().isEmpty() ? "" : " " + river.problems());
    }

    /** Gives all VMs back. */
    @Override
    public void close() {
        try {
            river.close();
        } catch (IOException e) {
            throw new LaunchFailure("--discover: " + RiverPlace.text(e), e);
        }
    }
}
