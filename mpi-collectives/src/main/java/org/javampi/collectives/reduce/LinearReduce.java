package org.javampi.collectives.reduce;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ReduceAlgorithm;

/**
 * Everybody sends its operand to the root, which combines them from the last rank down, in order.
 *
 * <p>Cost: p - 1 messages and reductions at the root.
 */
public final class LinearReduce implements ReduceAlgorithm {
    /** Stateless. */
    public LinearReduce() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "(p-1) (n bytes + reduction) at the root";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        if (channel.rank() != root) {
            channel.send(send, root);
            return;
        }
        Block own = send;
        if (own == null) {
            own = channel.scratch(receive, receive.count());
            channel.copy(receive, own);
        }
        Block other = channel.scratch(receive, receive.count());
        int last = channel.size() - 1;
        if (last == root) {
            channel.copy(own, receive);
        } else {
            channel.receive(receive, last);
        }
        for (int rank = last - 1; rank >= 0; rank--) {
            if (rank == root) {
                channel.combine(own, receive, operation);
            } else {
                channel.receive(other, rank);
                channel.combine(other, receive, operation);
            }
        }
    }
}
