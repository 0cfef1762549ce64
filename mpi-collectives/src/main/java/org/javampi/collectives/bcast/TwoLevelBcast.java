package org.javampi.collectives.bcast;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * The root hands the vector to the first rank of its host; the first ranks of all hosts broadcast
 * it among themselves, then each on its host.
 *
 * <p>Cost: binomial between hosts, binomial inside; every byte goes to each host once.
 */
public final class TwoLevelBcast implements BcastAlgorithm {
    private final BinomialBcast tree = new BinomialBcast();

    /** Stateless. */
    public TwoLevelBcast() {}

    @Override
    public String name() {
        return "two_level";
    }

    @Override
    public String cost() {
        return "binomial between hosts + binomial inside hosts";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        Channel local = channel.onHost();
        Channel leaders = channel.betweenHosts();
        int leader = firstOnHostOf(channel, root);
        if (leader != root && channel.rank() == root) {
            channel.send(data, leader);
        } else if (leader != root && channel.rank() == leader) {
            channel.receive(data, root);
        }
        if (leaders != null) {
            tree.run(leaders, data, indexOfHost(channel, leader));
        }
        tree.run(local, data, 0);
    }

    private static int firstOnHostOf(Channel channel, int rank) {
        int first = 0;
        while (channel.hostOf(first) != channel.hostOf(rank)) {
            first++;
        }
        return first;
    }

    /** Position of a host's first rank among the first ranks. */
    private static int indexOfHost(Channel channel, int leader) {
        int index = 0;
        for (int rank = 0; rank < leader; rank++) {
            if (firstOnHostOf(channel, rank) == rank) {
                index++;
            }
        }
        return index;
    }
}
