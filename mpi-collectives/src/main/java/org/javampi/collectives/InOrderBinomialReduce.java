package org.javampi.collectives;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ReduceAlgorithm;

/**
 * Binomial tree towards rank 0 over neighbouring ranges of ranks, so that operands meet in rank
 * order whatever the root: correct for non-commutative operations, and with the same bits for every
 * root. Rank 0 hands the result on.
 *
 * <p>Cost: ceil(log2 p) times latency, message time and reduction time; one message more when the
 * root is not 0.
 */
final class InOrderBinomialReduce implements ReduceAlgorithm {
    @Override
    public String name() {
        return "in_order_binomial";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        int rank = channel.rank();
        Block operand = send != null ? send : receive;
        Block result = toZero(channel, operand, operation);
        if (root == 0) {
            if (rank == 0 && result != receive) {
                channel.copy(result, receive);
            }
        } else if (rank == 0) {
            channel.send(result, root);
        } else if (rank == root) {
            channel.receive(receive, 0);
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
