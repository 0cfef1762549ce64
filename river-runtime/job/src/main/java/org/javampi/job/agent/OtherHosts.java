package org.javampi.job.agent;

import java.net.InetAddress;
import org.javampi.job.control.HostPlan;
import org.javampi.job.control.HostReport;

/**
 * What the launcher's agent must know of a job's other hosts.
 *
 * @param planner tells each host its part
 * @param listener learns of them
 * @param silenceMs how long nothing may be heard of a host's agent before the host is declared lost
 * @param reachMs how long a host's operating system may not answer before the host is declared lost
 */
public record OtherHosts(Planner planner, HostListener listener, int silenceMs, int reachMs) {
    /** Tells hosts their parts. */
    @FunctionalInterface
    public interface Planner {
        /**
         * The part of a host whose agent has reported; null for a number that is not expected.
         *
         * @param here the launcher's address on the connection from that host
         */
        HostPlan plan(int host, HostReport report, InetAddress here);
    }

    /** Between two signs of life: several must be lost before a host is declared lost. */
    static long aliveEveryMs(int silenceMs) {
        return Math.max(50, Math.min(5_000, silenceMs / 4));
    }
}
