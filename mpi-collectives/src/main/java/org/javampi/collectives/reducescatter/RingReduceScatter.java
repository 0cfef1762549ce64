package org.javampi.collectives.reducescatter;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ReduceScatterAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * The segments go around a ring; each rank adds its operand and passes them on.
 *
 * <p>Cost: p - 1 steps of a latency, a segment and its reduction; neighbours only.
 */
public final class RingReduceScatter implements ReduceScatterAlgorithm {
    /** Stateless. */
    public RingReduceScatter() {}

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public String cost() {
        return "(p-1) (latency + one segment + its reduction), neighbours only";
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
        Block vector = channel.scratch(send, send.count());
        channel.copy(send, vector);
        Block spare = channel.scratch(send, send.count());
        Pieces pieces = Pieces.of(channel, vector, segments);
        for (int step = 0; step < size - 1; step++) {
            Block out = pieces.of((rank - 1 - step + 2 * size) % size);
            Block in = pieces.of((rank - 2 - step + 2 * size) % size);
            Block other = channel.part(spare, 0, in.count());
            channel.exchange(out, (rank + 1) % size, other, (rank - 1 + size) % size);
            channel.combine(other, in, operation);
        }
        channel.copy(pieces.of(rank), receive);
    }
}
