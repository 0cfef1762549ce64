package org.javampi.collectives;

import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Dissemination barrier: in round k each rank signals the rank 2^k above it and waits for the one
 * 2^k below. After ceil(log2 p) rounds word of everybody has reached everybody, without a root.
 *
 * <p>Cost: ceil(log2 p) latencies; p messages per round. Source: Hensgen, Finkel and Manber, "Two
 * algorithms for barrier synchronization", 1988.
 */
final class DisseminationBarrier implements BarrierAlgorithm {
    @Override
    public String name() {
        return "dissemination";
    }

    @Override
    public void run(Channel channel) {
        int size = channel.size();
        int rank = channel.rank();
        for (int distance = 1; distance < size; distance <<= 1) {
            int above = (rank + distance) % size;
            int below = (rank - distance + size) % size;
            channel.exchange(channel.nothing(), above, channel.nothing(), below);
        }
    }
}
