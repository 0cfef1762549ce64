package org.javampi.collectives.scan;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ScanAlgorithm;

/**
 * Partners at distance 1, 2, 4 ... exchange the reduction over their groups; who is above adds it
 * to its own result.
 *
 * <p>Cost: ceil(log2 p) times latency and message time, twice the reduction time; in rank order.
 */
public final class RecursiveDoublingScan implements ScanAlgorithm {
    /** Stateless. */
    public RecursiveDoublingScan() {}

    @Override
    public String name() {
        return "recursive_doubling";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) (latency + n bytes + 2 reductions), in order";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        int size = channel.size();
        int rank = channel.rank();
        Block total = channel.scratch(receive, receive.count());
        Block other = channel.scratch(receive, receive.count());
        channel.copy(receive, total);
        for (int bit = 1; bit < size; bit <<= 1) {
            int partner = rank ^ bit;
            if (partner >= size) {
                continue;
            }
            channel.exchange(total, partner, other, partner);
            if (partner < rank) {
                channel.combine(other, receive, operation);
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
