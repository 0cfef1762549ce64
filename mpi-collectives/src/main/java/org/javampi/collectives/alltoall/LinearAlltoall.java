package org.javampi.collectives.alltoall;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AlltoallAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/**
 * All receives are started, then all sends, both from rank 0 up.
 *
 * <p>Cost: p - 1 messages per rank; everybody crowds on rank 0 first.
 */
public final class LinearAlltoall implements AlltoallAlgorithm {
    /** Stateless. */
    public LinearAlltoall() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "(p-1) overlapping messages per rank";
    }

    @Override
    public void run(Channel channel, Block send, Layout sendLayout, Block receive, Layout receiveLayout) {
        int rank = channel.rank();
        Pieces out = Pieces.of(channel, send, sendLayout);
        Pieces in = Pieces.of(channel, receive, receiveLayout);
        for (int source = 0; source < channel.size(); source++) {
            if (source != rank) {
                channel.startReceive(in.of(source), source);
            }
        }
        for (int dest = 0; dest < channel.size(); dest++) {
            if (dest != rank) {
                channel.startSend(out.of(dest), dest);
            }
        }
        channel.copy(out.of(rank), in.of(rank));
        channel.completeAll();
    }
}
