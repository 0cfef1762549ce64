package org.javampi.collectives.reducescatter;

import org.javampi.collectives.shape.Folding;
import org.javampi.collectives.shape.Halving;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ReduceScatterAlgorithm;

/**
 * Reduces by vector halving over neighbours, in rank order, then sends each stretch to whose
 * segment it is.
 *
 * <p>Cost: log2 p latencies and n (p - 1) / p bytes and reductions, then up to n / p bytes more.
 * For operations that do not commute, too. Source: Träff, "An improved algorithm for
 * (non-commutative) reduce-scatter with an application", 2005.
 */
public final class ButterflyReduceScatter implements ReduceScatterAlgorithm {
    /** Stateless. */
    public ButterflyReduceScatter() {}

    @Override
    public String name() {
        return "butterfly";
    }

    @Override
    public String cost() {
        return "log2 p + 1 latencies + n bytes + reduction, in order";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout segments, Operation operation) {
        int rank = channel.rank();
        int size = channel.size();
        Folding folding = Folding.of(channel, size);
        Halving halving;
        Block vector = channel.scratch(send, send.count());
        channel.copy(send, vector);
        if (folding.isFolded(rank)) {
            channel.send(vector, rank + 1);
            halving = Halving.of(channel, folding, vector);
        } else {
            if (folding.represents(rank)) {
                Block below = channel.scratch(send, send.count());
                channel.receive(below, rank - 1);
                channel.combine(below, vector, operation);
            }
            halving = Halving.of(channel, folding, vector);
            halving.reduce(operation);
        }
        Block own = channel.scratch(send, segments.count(rank));
        for (int position = 0; position < folding.power(); position++) {
            int owner = folding.real(position);
            long low = Math.max(halving.lowOf(position), segments.displacement(rank));
            long high = Math.min(halving.highOf(position), end(segments, rank));
            if (low < high) {
                long place = low - segments.displacement(rank);
                Block target = channel.part(own, place, (int) (high - low));
                if (owner == rank) {
                    channel.copy(channel.part(vector, low, (int) (high - low)), target);
                } else {
                    channel.startReceive(target, owner);
                }
            }
        }
        if (!folding.isFolded(rank)) {
            int position = folding.virtual(rank);
            for (int dest = 0; dest < size; dest++) {
                long low = Math.max(halving.lowOf(position), segments.displacement(dest));
                long high = Math.min(halving.highOf(position), end(segments, dest));
                if (low < high && dest != rank) {
                    channel.startSend(channel.part(vector, low, (int) (high - low)), dest);
                }
            }
        }
        channel.completeAll();
        channel.copy(own, receive);
    }

    private static long end(Layout segments, int rank) {
        return segments.displacement(rank) + segments.count(rank);
    }
}
