package org.javampi.collectives.barrier;

import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Everybody tells rank 0, which then tells everybody.
 *
 * <p>Cost: 2 (p - 1) messages at rank 0, one after the other.
 */
public final class LinearBarrier implements BarrierAlgorithm {
    /** Stateless. */
    public LinearBarrier() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "2 (p-1) messages through rank 0";
    }

    @Override
    public void run(Channel channel) {
        if (channel.rank() != 0) {
            channel.send(channel.nothing(), 0);
            channel.receive(channel.nothing(), 0);
            return;
        }
        for (int rank = 1; rank < channel.size(); rank++) {
            channel.startReceive(channel.nothing(), rank);
        }
        channel.completeAll();
        for (int rank = 1; rank < channel.size(); rank++) {
            channel.startSend(channel.nothing(), rank);
        }
        channel.completeAll();
    }
}
