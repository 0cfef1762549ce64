package org.javampi.collectives.bcast;

import org.javampi.collectives.shape.Segments;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;

/** Passes a vector down a tree in segments: each is handed on while the next arrives. */
final class TreePipeline {
    /** Segments under way before they are waited for. */
    private static final int WINDOW = 64;

    private TreePipeline() {}

    /** {@code parent} is -1 at the root; only the first {@code childCount} children count. */
    static void run(Channel channel, Block data, long segmentBytes, int parent, int[] children, int childCount) {
        Segments segments = Segments.ofBytes(channel, data.byteCount(), segmentBytes);
        for (int index = 0; index < segments.count(); index++) {
            Block segment = segments.slice(channel, data, index);
            if (parent >= 0) {
                channel.receive(segment, parent);
            }
            for (int child = 0; child < childCount; child++) {
                channel.startSend(segment, children[child]);
            }
            if (index % WINDOW == WINDOW - 1) {
                channel.completeAll();
            }
        }
        channel.completeAll();
    }
}
