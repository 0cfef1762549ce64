package org.javampi.collectives.bcast;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Scatters the vector through a binomial tree, then collects it everywhere around a ring.
 *
 * <p>Cost: (log2 p + p - 1) latencies and 2 n (p - 1) / p bytes per rank: for long vectors on many
 * ranks. Source: van de Geijn; Thakur, Rabenseifner and Gropp 2005.
 */
public final class ScatterRingBcast implements BcastAlgorithm {
    /** Stateless. */
    public ScatterRingBcast() {}

    @Override
    public String name() {
        return "scatter_ring";
    }

    @Override
    public String cost() {
        return "(log2 p + p - 1) latencies + 2 n (p-1)/p bytes";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        BinomialByteScatter scatter = BinomialByteScatter.of(channel, data, root, size);
        scatter.run(relative);
        int right = (channel.rank() + 1) % size;
        int left = (channel.rank() - 1 + size) % size;
        for (int step = 0; step < size - 1; step++) {
            int out = (relative - step + size) % size;
            int in = (relative - step - 1 + size) % size;
            channel.exchange(scatter.blocks(out, out + 1), right, scatter.blocks(in, in + 1), left);
        }
    }
}
