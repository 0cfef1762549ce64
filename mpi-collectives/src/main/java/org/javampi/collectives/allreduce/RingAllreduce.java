package org.javampi.collectives.allreduce;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Situation;

/**
 * The vector is cut into one chunk for each rank; the chunks go around the ring once to be reduced
 * and once to be handed out.
 *
 * <p>Cost: 2 (p - 1) latencies, 2 n (p - 1) / p bytes, n (p - 1) / p reductions. For long vectors.
 * Source: Patarasuk and Yuan 2009.
 */
public final class RingAllreduce implements AllreduceAlgorithm {
    /** Stateless. */
    public RingAllreduce() {}

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public String cost() {
        return "2 (p-1) latencies + 2 n (p-1)/p bytes + reduction";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        Ring.run(channel, receive, operation);
    }
}
