package org.javampi.collectives.allreduce;

import org.javampi.collectives.shape.Folding;
import org.javampi.collectives.shape.Halving;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Reduces by recursive halving, then collects the stretches everywhere by recursive doubling.
 *
 * <p>Cost: 2 log2 p latencies, 2 n (p - 1) / p bytes and n (p - 1) / p reductions; in rank order.
 * For long vectors. Source: Rabenseifner 1997; Thakur, Rabenseifner and Gropp 2005.
 */
public final class RabenseifnerAllreduce implements AllreduceAlgorithm {
    /** Stateless. */
    public RabenseifnerAllreduce() {}

    @Override
    public String name() {
        return "rabenseifner";
    }

    @Override
    public String cost() {
        return "2 log2 p latencies + 2 n (p-1)/p bytes + reduction, in order";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        int rank = channel.rank();
        Folding folding = Folding.of(channel, channel.size());
        if (folding.isFolded(rank)) {
            channel.send(receive, rank + 1);
            channel.receive(receive, rank + 1);
            return;
        }
        if (folding.represents(rank)) {
            Block below = channel.scratch(receive, receive.count());
            channel.receive(below, rank - 1);
            channel.combine(below, receive, operation);
        }
        Halving halving = Halving.of(channel, folding, receive);
        halving.reduce(operation);
        halving.spread();
        if (folding.represents(rank)) {
            channel.send(receive, rank - 1);
        }
    }
}
