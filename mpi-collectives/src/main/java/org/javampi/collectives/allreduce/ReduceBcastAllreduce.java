package org.javampi.collectives.allreduce;

import org.javampi.collectives.bcast.BinomialBcast;
import org.javampi.collectives.reduce.InOrderBinomialReduce;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Reduces to rank 0 in order and broadcasts the result, both through binomial trees.
 *
 * <p>Cost: 2 ceil(log2 p) times latency and message time.
 */
public final class ReduceBcastAllreduce implements AllreduceAlgorithm {
    private final InOrderBinomialReduce reduce = new InOrderBinomialReduce();
    private final BinomialBcast bcast = new BinomialBcast();

    /** Stateless. */
    public ReduceBcastAllreduce() {}

    @Override
    public String name() {
        return "reduce_bcast";
    }

    @Override
    public String cost() {
        return "2 ceil(log2 p) (latency + n bytes) + reduction, in order";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        reduce.run(channel, channel.rank() == 0 ? null : receive, receive, operation, 0);
        bcast.run(channel, receive, 0);
    }
}
