package org.javampi.collectives.bcast;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Scatters the vector through a binomial tree over the largest power of two of ranks, which then
 * collect it by recursive doubling; the remaining ranks get it whole from one of them.
 *
 * <p>Cost: 2 log2 p latencies and 2 n (p - 1) / p bytes; one message of n bytes more when p is no
 * power of two. Source: Thakur, Rabenseifner and Gropp 2005.
 */
public final class ScatterDoublingBcast implements BcastAlgorithm {
    /** Stateless. */
    public ScatterDoublingBcast() {}

    @Override
    public String name() {
        return "scatter_recursive_doubling";
    }

    @Override
    public String cost() {
        return "2 log2 p latencies + 2 n (p-1)/p bytes";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        int size = channel.size();
        int power = Integer.highestOneBit(size);
        int relative = (channel.rank() - root + size) % size;
        if (relative >= power) {
            channel.receive(data, (relative - power + root) % size);
            return;
        }
        BinomialByteScatter scatter = BinomialByteScatter.of(channel, data, root, power);
        scatter.run(relative);
        for (int bit = 1; bit < power; bit <<= 1) {
            int own = relative & -bit;
            int other = own ^ bit;
            int peer = scatter.rank(relative ^ bit);
            channel.exchange(scatter.blocks(own, own + bit), peer, scatter.blocks(other, other + bit), peer);
        }
        if (relative + power < size) {
            channel.send(data, scatter.rank(relative + power));
        }
    }
}
