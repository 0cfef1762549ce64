package org.javampi.collectives.reducescatter;

import org.javampi.collectives.reduce.InOrderBinomialReduce;
import org.javampi.collectives.scatter.LinearScatter;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ReduceScatterAlgorithm;

/**
 * Reduces the whole vector to rank 0, which then hands the segments out: in rank order, for any
 * segments.
 *
 * <p>Cost: that of an in-order binomial reduction of all segments and of a linear scatter.
 */
public final class ReduceThenScatter implements ReduceScatterAlgorithm {
    private final InOrderBinomialReduce reduce = new InOrderBinomialReduce();
    private final LinearScatter scatter = new LinearScatter();

    /** Stateless. */
    public ReduceThenScatter() {}

    @Override
    public String name() {
        return "reduce_scatterv";
    }

    @Override
    public String cost() {
        return "in-order binomial reduce of n bytes + linear scatter";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout segments, Operation operation) {
        Block whole = channel.rank() == 0 ? channel.scratch(send, send.count()) : null;
        reduce.run(channel, send, whole, operation, 0);
        scatter.run(channel, whole, segments, receive, 0);
    }
}
