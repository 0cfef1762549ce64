package org.javampi.collectives.bcast;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * The root sends to everybody.
 *
 * <p>Cost: p - 1 messages at the root.
 */
public final class LinearBcast implements BcastAlgorithm {
    /** Stateless. */
    public LinearBcast() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "(p-1) messages of n bytes at the root";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        if (channel.rank() != root) {
            channel.receive(data, root);
            return;
        }
        for (int rank = 0; rank < channel.size(); rank++) {
            if (rank != root) {
                channel.startSend(data, rank);
            }
        }
        channel.completeAll();
    }
}
