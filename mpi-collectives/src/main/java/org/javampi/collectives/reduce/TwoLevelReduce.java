package org.javampi.collectives.reduce;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * Each host reduces to its first rank, these reduce among themselves to the first rank of the first
 * host, which hands the result on.
 *
 * <p>Cost: binomial inside hosts and between hosts, and a message to the root.
 */
public final class TwoLevelReduce implements ReduceAlgorithm {
    private final InOrderBinomialReduce tree = new InOrderBinomialReduce();

    /** Stateless. */
    public TwoLevelReduce() {}

    @Override
    public String name() {
        return "two_level";
    }

    @Override
    public String cost() {
        return "binomial inside hosts + binomial between hosts";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        Block operand = send != null ? send : receive;
        Channel leaders = channel.betweenHosts();
        Block onHost = leaders == null ? null : channel.scratch(operand, operand.count());
        tree.run(channel.onHost(), operand, onHost, operation, 0);
        Block result = null;
        if (leaders != null) {
            result = Delivery.place(channel, operand, receive, 0, root);
            tree.run(leaders, onHost, result, operation, 0);
        }
        Delivery.run(channel, result, receive, 0, root);
    }
}
