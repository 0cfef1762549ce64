package org.javampi.collectives.barrier;

import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * In round k each rank signals the rank 2^k above it and waits for the one 2^k below. After
 * ceil(log2 p) rounds word of everybody has reached everybody, without a root.
 *
 * <p>Cost: ceil(log2 p) latencies; p messages per round. Source: Hensgen, Finkel and Manber, "Two
 * algorithms for barrier synchronization", 1988.
 */
public final class DisseminationBarrier implements BarrierAlgorithm {
    /** Stateless. */
    public DisseminationBarrier() {}

    @Override
    public String name() {
        return "dissemination";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) latencies";
    }

    @Override
    public void run(Channel channel) {
        int size = channel.size();
        int rank = channel.rank();
        for (long distance = 1; distance < size; distance <<= 1) {
            int above = (int) ((rank + distance) % size);
            int below = (int) ((rank - distance + size) % size);
            channel.exchange(channel.nothing(), above, channel.nothing(), below);
        }
    }
}
