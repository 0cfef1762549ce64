package org.javampi.collectives.exscan;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ExscanAlgorithm;

/**
 * Each rank waits for the reduction over the ranks below, keeps it, and passes it up with its own operand
 * added.
 *
 * <p>Cost: p - 1 times latency, message time and reduction time; in rank order by nature.
 */
public final class LinearExscan implements ExscanAlgorithm {
    /** Stateless. */
    public LinearExscan() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "(p-1) (latency + n bytes + reduction), in order";
    }

    @Override
    public void run(Channel channel, Block operand, Block receive, Operation operation) {
        int rank = channel.rank();
        boolean last = rank + 1 == channel.size();
        if (rank == 0) {
            if (!last) {
                channel.send(operand, 1);
            }
            return;
        }
        Block sum = null;
        if (!last) {
            // Before the operand's place may be filled with the result.
            sum = channel.scratch(operand, operand.count());
            channel.copy(operand, sum);
        }
        channel.receive(receive, rank - 1);
        if (!last) {
            channel.combine(receive, sum, operation);
            channel.send(sum, rank + 1);
        }
    }
}
