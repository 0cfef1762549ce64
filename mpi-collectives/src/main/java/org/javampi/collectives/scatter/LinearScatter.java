package org.javampi.collectives.scatter;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ScatterAlgorithm;

/**
 * The root sends each rank its piece, all at once.
 *
 * <p>Cost: p - 1 messages at the root, each byte moved once.
 */
public final class LinearScatter implements ScatterAlgorithm {
    /** Stateless. */
    public LinearScatter() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "(p-1) messages at the root, each byte once";
    }

    @Override
    public void run(Channel channel, Block send, Layout layout, Block receive, int root) {
        if (channel.rank() != root) {
            channel.receive(receive, root);
            return;
        }
        Pieces pieces = Pieces.of(channel, send, layout);
        for (int rank = 0; rank < channel.size(); rank++) {
            if (rank != root) {
                channel.startSend(pieces.of(rank), rank);
            } else if (receive != null) {
                channel.copy(pieces.of(rank), receive);
            }
        }
        channel.completeAll();
    }
}
