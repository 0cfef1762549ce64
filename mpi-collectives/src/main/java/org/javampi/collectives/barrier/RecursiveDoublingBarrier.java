package org.javampi.collectives.barrier;

import org.javampi.collectives.shape.Folding;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Partners at distance 1, 2, 4 ... signal each other; ranks beyond a power of two are folded in.
 *
 * <p>Cost: log2 p latencies, two more when p is no power of two.
 */
public final class RecursiveDoublingBarrier implements BarrierAlgorithm {
    /** Stateless. */
    public RecursiveDoublingBarrier() {}

    @Override
    public String name() {
        return "recursive_doubling";
    }

    @Override
    public String cost() {
        return "log2(p) latencies, 2 more if p is no power of 2";
    }

    @Override
    public void run(Channel channel) {
        Folding folding = Folding.of(channel, channel.size());
        int rank = channel.rank();
        if (folding.isFolded(rank)) {
            channel.send(channel.nothing(), rank + 1);
            channel.receive(channel.nothing(), rank + 1);
            return;
        }
        if (folding.represents(rank)) {
            channel.receive(channel.nothing(), rank - 1);
        }
        int virtual = folding.virtual(rank);
        for (int bit = 1; bit < folding.power(); bit <<= 1) {
            int peer = folding.real(virtual ^ bit);
            channel.exchange(channel.nothing(), peer, channel.nothing(), peer);
        }
        if (folding.represents(rank)) {
            channel.send(channel.nothing(), rank - 1);
        }
    }
}
