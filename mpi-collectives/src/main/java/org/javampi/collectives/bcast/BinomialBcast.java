package org.javampi.collectives.bcast;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Binomial tree: who has the data hands it on to the farthest rank that still lacks it, then to the
 * next nearer one.
 *
 * <p>Cost: ceil(log2 p) times latency plus message time. Good for short messages, and for few
 * ranks.
 */
public final class BinomialBcast implements BcastAlgorithm {
    /** Stateless. */
    public BinomialBcast() {}

    @Override
    public String name() {
        return "binomial";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) (latency + n bytes)";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        int bit = 1;
        while (bit < size && (relative & bit) == 0) {
            bit <<= 1;
        }
        if (relative != 0) {
            channel.receive(data, (relative - bit + root) % size);
        }
        for (bit >>= 1; bit > 0; bit >>= 1) {
            if (relative + bit < size) {
                channel.startSend(data, (relative + bit + root) % size);
            }
        }
        channel.completeAll();
    }
}
