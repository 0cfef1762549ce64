package org.javampi.collectives.reduce;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * Binomial tree with the root at the top.
 *
 * <p>Cost: ceil(log2 p) times latency, message time and reduction time.
 */
public final class BinomialReduce implements ReduceAlgorithm {
    private final KnomialReduce tree = new KnomialReduce(2);

    /** Stateless. */
    public BinomialReduce() {}

    @Override
    public String name() {
        return "binomial";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) (latency + n bytes + reduction)";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        tree.run(channel, send, receive, operation, root);
    }
}
