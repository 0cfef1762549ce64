package org.javampi.collectives.reducescatter;

import org.javampi.collectives.shape.Folding;
import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ReduceScatterAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * Partners at distance p / 2, p / 4 ... exchange the segments of each other's half and combine
 * their own; ranks beyond a power of two are folded in.
 *
 * <p>Cost: log2 p latencies, n (p - 1) / p bytes and reductions. Source: Thakur, Rabenseifner and
 * Gropp 2005.
 */
public final class RecursiveHalvingReduceScatter implements ReduceScatterAlgorithm {
    /** Stateless. */
    public RecursiveHalvingReduceScatter() {}

    @Override
    public String name() {
        return "recursive_halving";
    }

    @Override
    public String cost() {
        return "log2 p latencies + n (p-1)/p bytes + reduction";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout segments, Operation operation) {
        int rank = channel.rank();
        Folding folding = Folding.of(channel, channel.size());
        if (folding.isFolded(rank)) {
            channel.send(send, rank + 1);
            channel.receive(receive, rank + 1);
            return;
        }
        Block vector = channel.scratch(send, send.count());
        channel.copy(send, vector);
        Block other = channel.scratch(send, send.count());
        if (folding.represents(rank)) {
            channel.receive(other, rank - 1);
            channel.combine(other, vector, operation);
        }
        int virtual = folding.virtual(rank);
        for (int bit = folding.power() / 2; bit > 0; bit /= 2) {
            int own = virtual & -bit;
            int theirs = own ^ bit;
            int peer = folding.real(virtual ^ bit);
            Block mine = run(channel, vector, segments, folding, own, own + bit);
            Block in = channel.part(other, 0, mine.count());
            channel.exchange(run(channel, vector, segments, folding, theirs, theirs + bit), peer, in, peer);
            channel.combine(in, mine, operation);
        }
        Pieces pieces = Pieces.of(channel, vector, segments);
        if (folding.represents(rank)) {
            channel.send(pieces.of(rank - 1), rank - 1);
        }
        channel.copy(pieces.of(rank), receive);
    }

    /** The adjoining segments of all ranks that positions {@code from .. to - 1} stand for. */
    private static Block run(Channel channel, Block vector, Layout segments, Folding folding, int from, int to) {
        int first = folding.first(from);
        int end = to == folding.power() ? channel.size() : folding.first(to);
        int items = 0;
        for (int rank = first; rank < end; rank++) {
            items += segments.count(rank);
        }
        return channel.part(vector, segments.displacement(first), items);
    }
}
