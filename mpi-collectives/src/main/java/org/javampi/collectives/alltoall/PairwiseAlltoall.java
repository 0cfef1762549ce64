package org.javampi.collectives.alltoall;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AlltoallAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/**
 * In step s each rank exchanges with the ranks s above and s below it.
 *
 * <p>Cost: p - 1 steps, each a latency and the time of one piece; one message per rank at a time.
 */
public final class PairwiseAlltoall implements AlltoallAlgorithm {
    /** Stateless. */
    public PairwiseAlltoall() {}

    @Override
    public String name() {
        return "pairwise";
    }

    @Override
    public String cost() {
        return "(p-1) (latency + one piece)";
    }

    @Override
    public void run(Channel channel, Block send, Layout sendLayout, Block receive, Layout receiveLayout) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces out = Pieces.of(channel, send, sendLayout);
        Pieces in = Pieces.of(channel, receive, receiveLayout);
        channel.copy(out.of(rank), in.of(rank));
        for (int step = 1; step < size; step++) {
            int dest = (int) ((rank + (long) step) % size);
            int source = (rank - step + size) % size;
            channel.exchange(out.of(dest), dest, in.of(source), source);
        }
    }
}
