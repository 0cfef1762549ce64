package org.javampi.collectives.barrier;

import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * A token goes around twice: after the first time everybody has entered, with the second everybody
 * learns it.
 *
 * <p>Cost: 2 p latencies.
 */
public final class DoubleRingBarrier implements BarrierAlgorithm {
    /** Stateless. */
    public DoubleRingBarrier() {}

    @Override
    public String name() {
        return "double_ring";
    }

    @Override
    public String cost() {
        return "2 p latencies";
    }

    @Override
    public void run(Channel channel) {
        int size = channel.size();
        int rank = channel.rank();
        if (size == 1) {
            return;
        }
        int right = (rank + 1) % size;
        int left = (rank - 1 + size) % size;
        for (int lap = 0; lap < 2; lap++) {
            if (rank > 0) {
                channel.receive(channel.nothing(), left);
            }
            channel.send(channel.nothing(), right);
            if (rank == 0) {
                channel.receive(channel.nothing(), left);
            }
        }
    }
}
