package org.javampi.collectives.reduce;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ReduceAlgorithm;

/**
 * Binomial tree towards rank 0 over neighbouring ranges of ranks, so that operands meet in rank
 * order whatever the root, and with the same bits for every root. Rank 0 hands the result on.
 *
 * <p>Cost: ceil(log2 p) times latency, message time and reduction time; one message more when the
 * root is not 0.
 */
public final class InOrderBinomialReduce implements ReduceAlgorithm {
    /** Stateless. */
    public InOrderBinomialReduce() {}

    @Override
    public String name() {
        return "in_order_binomial";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) (latency + n bytes + reduction), in order";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        int rank = channel.rank();
        Block operand = send != null ? send : receive;
        Block result = toZero(channel, operand, operation);
        if (root != 0) {
            Delivery.run(channel, result, receive, 0, root);
        } else if (rank == 0 && result != receive) {
            channel.copy(result, receive);
        }
    }

    /** Reduces to rank 0; answers there where the result lies. The operand is not changed. */
    private static Block toZero(Channel channel, Block operand, Operation operation) {
        int rank = channel.rank();
        int size = channel.size();
        Block lower = operand;
        Block spare = null;
        for (int bit = 1; bit < size; bit <<= 1) {
            if ((rank & bit) != 0) {
                channel.send(lower, rank - bit);
                return lower;
            }
            if (rank + bit < size) {
                Block upper = spare != null ? spare : channel.scratch(operand, operand.count());
                channel.receive(upper, rank + bit);
                channel.combine(lower, upper, operation);
                spare = lower == operand ? null : lower;
                lower = upper;
            }
        }
        return lower;
    }
}
