package org.javampi.collectives.allreduce;

import org.javampi.collectives.shape.Folding;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Recursive doubling: partners at distance 1, 2, 4 ... exchange what they have and both combine it
 * in rank order, so that all ranks compute the same bits and operations need not commute. Ranks
 * beyond a power of two are folded in.
 *
 * <p>Cost: ceil(log2 p) times latency, message time and reduction time. Source: Thakur,
 * Rabenseifner and Gropp 2005.
 */
public final class RecursiveDoublingAllreduce implements AllreduceAlgorithm {
    /** Stateless. */
    public RecursiveDoublingAllreduce() {}

    @Override
    public String name() {
        return "recursive_doubling";
    }

    @Override
    public String cost() {
        return "log2 p (latency + n bytes + reduction), in order";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        int rank = channel.rank();
        Folding folding = Folding.of(channel, channel.size());
        if (folding.isFolded(rank)) {
            channel.send(receive, rank + 1);
            channel.receive(receive, rank + 1);
            return;
        }
        Block other = channel.scratch(receive, receive.count());
        if (folding.represents(rank)) {
            channel.receive(other, rank - 1);
            channel.combine(other, receive, operation);
        }
        int virtual = folding.virtual(rank);
        for (int bit = 1; bit < folding.power(); bit <<= 1) {
            int partner = virtual ^ bit;
            int peer = folding.real(partner);
            channel.exchange(receive, peer, other, peer);
            if (partner < virtual) {
                channel.combine(other, receive, operation);
            } else {
                channel.combine(receive, other, operation);
                channel.copy(other, receive);
            }
        }
        if (folding.represents(rank)) {
            channel.send(receive, rank - 1);
        }
    }
}
