package org.javampi.collectives.allgather;

import org.javampi.collectives.shape.Folding;
import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AllgatherAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/**
 * Partners at distance 1, 2, 4 ... exchange all that they have; ranks beyond a power of two are
 * folded into a neighbour, which sends them the result.
 *
 * <p>Cost: log2 p latencies and n (p - 1) bytes; for other p one latency and up to n p bytes more.
 * Source: Thakur, Rabenseifner and Gropp 2005.
 */
public final class RecursiveDoublingAllgather implements AllgatherAlgorithm {
    /** Stateless. */
    public RecursiveDoublingAllgather() {}

    @Override
    public String name() {
        return "recursive_doubling";
    }

    @Override
    public String cost() {
        return "log2 p latencies + n (p-1) bytes";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout layout) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces pieces = Pieces.of(channel, receive, layout);
        if (send != null) {
            channel.copy(send, pieces.of(rank));
        }
        Folding folding = Folding.of(channel, size);
        if (folding.isFolded(rank)) {
            channel.send(pieces.of(rank), rank + 1);
            exchange(channel, pieces, 0, 0, 0, size, rank + 1);
            return;
        }
        if (folding.represents(rank)) {
            channel.receive(pieces.of(rank - 1), rank - 1);
        }
        int virtual = folding.virtual(rank);
        for (int bit = 1; bit < folding.power(); bit <<= 1) {
            int own = virtual & -bit;
            int other = own ^ bit;
            exchange(
                    channel,
                    pieces,
                    folding.first(own),
                    folding.first(own + bit),
                    folding.first(other),
                    folding.first(other + bit),
                    folding.real(virtual ^ bit));
        }
        if (folding.represents(rank)) {
            exchange(channel, pieces, 0, size, 0, 0, rank - 1);
        }
    }

    /** Sends the first range of pieces and receives the second; an empty one is not spoken of. */
    private static void exchange(Channel channel, Pieces pieces, int from, int to, int inFrom, int inTo, int peer) {
        if (inTo > inFrom) {
            pieces.startReceive(inFrom, inTo, peer);
        }
        if (to > from) {
            pieces.startSend(from, to, peer);
        }
        channel.completeAll();
    }
}
