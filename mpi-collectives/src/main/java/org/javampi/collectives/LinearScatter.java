package org.javampi.collectives;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ScatterAlgorithm;

/**
 * The root sends each rank its piece, all at once.
 *
 * <p>Cost: p - 1 messages at the root, each byte moved once.
 */
final class LinearScatter implements ScatterAlgorithm {
    @Override
    public String name() {
        return "linear";
    }

    @Override
    public void run(Channel channel, Block send, Layout layout, Block receive, int root) {
        if (channel.rank() != root) {
            channel.receive(receive, root);
            return;
        }
        for (int rank = 0; rank < channel.size(); rank++) {
            Block piece = channel.part(send, layout.displacement(rank), layout.count(rank));
            if (rank != root) {
                channel.startSend(piece, rank);
            } else if (receive != null) {
                channel.copy(piece, receive);
            }
        }
        channel.completeAll();
    }
}
