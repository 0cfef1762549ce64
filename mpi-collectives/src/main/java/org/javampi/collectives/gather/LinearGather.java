package org.javampi.collectives.gather;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.GatherAlgorithm;
import org.javampi.core.spi.collective.Layout;

/**
 * Everybody sends to the root, which receives all pieces where they belong, in whatever order they
 * come.
 *
 * <p>Cost: p - 1 messages at the root, each byte moved once. Best for long pieces and the only
 * simple way when pieces differ in length.
 */
public final class LinearGather implements GatherAlgorithm {
    /** Stateless. */
    public LinearGather() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "(p-1) messages at the root, each byte once";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout layout, int root) {
        if (channel.rank() != root) {
            channel.send(send, root);
            return;
        }
        Pieces pieces = Pieces.of(channel, receive, layout);
        for (int rank = 0; rank < channel.size(); rank++) {
            if (rank != root) {
                channel.startReceive(pieces.of(rank), rank);
            } else if (send != null) {
                channel.copy(send, pieces.of(rank));
            }
        }
        channel.completeAll();
    }
}
