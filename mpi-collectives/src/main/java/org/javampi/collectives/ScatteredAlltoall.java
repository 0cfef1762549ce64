package org.javampi.collectives;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AlltoallAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/**
 * All receives are started, then all sends, each rank beginning with its right-hand neighbour so
 * that nobody is overrun; then all are completed.
 *
 * <p>Cost: p - 1 messages per rank that overlap as far as the medium allows.
 */
final class ScatteredAlltoall implements AlltoallAlgorithm {
    @Override
    public String name() {
        return "scattered";
    }

    @Override
    public void run(
            Channel channel, Block send, Layout sendLayout, Block receive, Layout receiveLayout) {
        int size = channel.size();
        int rank = channel.rank();
        for (int step = 1; step < size; step++) {
            int source = (rank - step + size) % size;
            channel.startReceive(piece(channel, receive, receiveLayout, source), source);
        }
        for (int step = 1; step < size; step++) {
            int dest = (rank + step) % size;
            channel.startSend(piece(channel, send, sendLayout, dest), dest);
        }
        channel.copy(
                piece(channel, send, sendLayout, rank),
                piece(channel, receive, receiveLayout, rank));
        channel.completeAll();
    }

    private static Block piece(Channel channel, Block whole, Layout layout, int rank) {
        return channel.part(whole, layout.displacement(rank), layout.count(rank));
    }
}
