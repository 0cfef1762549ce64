package org.javampi.collectives;

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
final class LinearGather implements GatherAlgorithm {
    @Override
    public String name() {
        return "linear";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout layout, int root) {
        if (channel.rank() != root) {
            channel.send(send, root);
            return;
        }
        for (int rank = 0; rank < channel.size(); rank++) {
            Block piece = channel.part(receive, layout.displacement(rank), layout.count(rank));
            if (rank != root) {
                channel.startReceive(piece, rank);
            } else if (send != null) {
                channel.copy(send, piece);
            }
        }
        channel.completeAll();
    }
}
