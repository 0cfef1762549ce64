package org.javampi.collectives.scan;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ScanAlgorithm;

/**
 * Each rank waits for the reduction over the ranks below, adds its own operand, and passes the
 * result up.
 *
 * <p>Cost: p - 1 times latency, message time and reduction time; in rank order by nature.
 */
public final class LinearScan implements ScanAlgorithm {
    /** Stateless. */
    public LinearScan() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "(p-1) (latency + n bytes + reduction), in order";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        int rank = channel.rank();
        if (rank > 0) {
            Block below = channel.scratch(receive, receive.count());
            channel.receive(below, rank - 1);
            channel.combine(below, receive, operation);
        }
        if (rank + 1 < channel.size()) {
            channel.send(receive, rank + 1);
        }
    }
}
