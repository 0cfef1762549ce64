package org.javampi.mpirun.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.javampi.job.agent.Interfaces;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.hosts.RemoteStart;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.mpirun.setting.Settings;
import org.javampi.mpirun.watch.HostWatch;

/** How other hosts and the launcher reach each other. */
final class LaunchNetwork {
    private final JobPlan plan;
    private final LeasedVms vms;
    private final HostWatch hosts;

    /**
     * Of a job.
     *
     * @param vms where it runs; null for hosts
     */
    LaunchNetwork(JobPlan plan, LeasedVms vms, HostWatch hosts) {
        this.plan = plan;
        this.vms = vms;
        this.hosts = hosts;
    }

    /** Where other hosts reach this one; null where the routes decide. */
    InetAddress address() throws IOException {
        if (plan.remote().kind() == RemoteStart.Kind.FORK) {
            return InetAddress.getLoopbackAddress();
        }
        if (!interfaceName().isEmpty()) {
            return Interfaces.named(interfaceName());
        }
        return vms == null ? null : vms.address();
    }

    /** The interface that was asked for, empty for any. */
    String interfaceName() {
        return plan.settings().getOrDefault(Settings.INTERFACE, "");
    }

    /** After so long without a word, a host is taken for lost. */
    int silenceMs() {
        return (int) TimeUnit.SECONDS.toMillis(Settings.seconds(plan.settings(), Settings.HEARTBEAT));
    }

    /** After so long without a way to it, a host is taken for lost. */
    int reachMs() {
        return (int) TimeUnit.SECONDS.toMillis(Settings.seconds(plan.settings(), Settings.REACH));
    }

    /** Where ranks of this host listen: other hosts must reach it, if there are any. */
    String bindAddress() {
        try {
            InetAddress address = plan.isLocalOnly()
                    ? InetAddress.getLoopbackAddress()
                    : interfaceName().isEmpty() ? hosts.awaitOwnAddress() : Interfaces.named(interfaceName());
            return address.getHostAddress();
        } catch (IOException e) {
            throw new LaunchFailure(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while other hosts were starting", e);
        }
    }

    /** Where another host may reach the launcher: first what the routes to it say. */
    List<String> addresses(String host, int port) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        try {
            InetAddress only = address();
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
}
