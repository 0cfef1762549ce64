package org.javampi.collectives.reducescatter;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ReduceScatterAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * In step s each rank sends the rank s above it that rank's segment and combines what comes from
 * the rank s below.
 *
 * <p>Cost: p - 1 steps of a latency and a segment; n (p - 1) / p reductions.
 */
public final class PairwiseReduceScatter implements ReduceScatterAlgorithm {
    /** Stateless. */
    public PairwiseReduceScatter() {}

    @Override
    public String name() {
        return "pairwise";
    }

    @Override
    public String cost() {
        return "(p-1) (latency + one segment + its reduction)";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout segments, Operation operation) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces pieces = Pieces.of(channel, send, segments);
        int items = segments.count(rank);
        Block sum = channel.scratch(send, items);
        Block other = channel.scratch(send, items);
        channel.copy(pieces.of(rank), sum);
        for (int step = 1; step < size; step++) {
            int dest = (int) ((rank + (long) step) % size);
            channel.exchange(pieces.of(dest), dest, other, (rank - step + size) % size);
            channel.combine(other, sum, operation);
        }
        channel.copy(sum, receive);
    }
}
