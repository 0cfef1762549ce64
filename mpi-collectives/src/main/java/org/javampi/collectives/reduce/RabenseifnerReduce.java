package org.javampi.collectives.reduce;

import org.javampi.collectives.shape.Folding;
import org.javampi.collectives.shape.Halving;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ReduceAlgorithm;

/**
 * Reduces by recursive halving, then collects the stretches at the root.
 *
 * <p>Cost: 2 log2 p latencies, 2 n (p - 1) / p bytes and n (p - 1) / p reductions; in rank order.
 * For long vectors. Source: Rabenseifner 1997; Thakur, Rabenseifner and Gropp 2005.
 */
public final class RabenseifnerReduce implements ReduceAlgorithm {
    /** Stateless. */
    public RabenseifnerReduce() {}

    @Override
    public String name() {
        return "rabenseifner";
    }

    @Override
    public String cost() {
        return "2 log2 p latencies + 2 n (p-1)/p bytes + reduction, in order";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        int rank = channel.rank();
        Block vector = receive;
        if (rank != root) {
            vector = channel.scratch(send, send.count());
        }
        if (send != null) {
            channel.copy(send, vector);
        }
        Folding folding = Folding.of(channel, channel.size());
        int top = folding.real(folding.virtual(root));
        if (folding.isFolded(rank)) {
            channel.send(vector, rank + 1);
        } else {
            if (folding.represents(rank)) {
                Block below = channel.scratch(vector, vector.count());
                channel.receive(below, rank - 1);
                channel.combine(below, vector, operation);
            }
            Halving halving = Halving.of(channel, folding, vector);
            halving.reduce(operation);
            halving.gather(folding.virtual(root));
        }
        Delivery.run(channel, vector, receive, top, root);
    }
}
