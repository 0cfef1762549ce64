package org.javampi.collectives.exscan;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ExscanAlgorithm;

/**
 * Partners at distance 1, 2, 4 ... exchange the reduction over their groups; the upper one adds it to what
 * it has of the ranks below.
 *
 * <p>Cost: ceil(log2 p) times latency and message time, twice the reduction time; in rank order.
 */
public final class RecursiveDoublingExscan implements ExscanAlgorithm {
    /** Stateless. */
    public RecursiveDoublingExscan() {}

    @Override
    public String name() {
        return "recursive_doubling";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) (latency + n bytes + 2 reductions), in order";
    }

    @Override
    public void run(Channel channel, Block operand, Block receive, Operation operation) {
        int size = channel.size();
        int rank = channel.rank();
        Block total = channel.scratch(operand, operand.count());
        Block other = channel.scratch(operand, operand.count());
        channel.copy(operand, total);
        boolean empty = true;
        for (int bit = 1; bit < size; bit <<= 1) {
            int partner = rank ^ bit;
            if (partner >= size) {
                continue;
            }
            channel.exchange(total, partner, other, partner);
            if (partner < rank) {
                if (empty) {
                    channel.copy(other, receive);
                    empty = false;
                } else {
                    channel.combine(other, receive, operation);
                }
                channel.combine(other, total, operation);
            } else {
                channel.combine(total, other, operation);
                Block used = total;
                total = other;
                other = used;
            }
        }
    }
}
