package org.javampi.collectives.barrier;

import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Ranks of a host tell the first of them; these run a dissemination barrier among hosts and release
 * their own.
 *
 * <p>Cost: that of a tree inside the largest host and of ceil(log2 hosts) latencies between hosts.
 */
public final class TwoLevelBarrier implements BarrierAlgorithm {
    /** Stateless. */
    public TwoLevelBarrier() {}

    @Override
    public String name() {
        return "two_level";
    }

    @Override
    public String cost() {
        return "a tree inside each host, dissemination between hosts";
    }

    private final SignalTree gather = new SignalTree();
    private final DisseminationBarrier between = new DisseminationBarrier();

    @Override
    public void run(Channel channel) {
        Channel local = channel.onHost();
        Channel leaders = channel.betweenHosts();
        gather.signalUp(local);
        if (leaders != null) {
            between.run(leaders);
        }
        gather.signalDown(local);
    }
}
