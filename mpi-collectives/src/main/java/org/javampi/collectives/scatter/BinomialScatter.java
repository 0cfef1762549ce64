package org.javampi.collectives.scatter;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ScatterAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * Binomial tree: the root sends half of the pieces to the rank in the middle, which goes on with
 * them as the root does with the rest.
 *
 * <p>Cost: ceil(log2 p) latencies; a byte moves up to log2 p times. For short pieces of equal size.
 */
public final class BinomialScatter implements ScatterAlgorithm {
    /** Stateless. */
    public BinomialScatter() {}

    @Override
    public String name() {
        return "binomial";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) latencies, bytes move up to log2 p times";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.regular() ? null : "it needs pieces of equal size";
    }

    @Override
    public void run(Channel channel, Block send, Layout layout, Block receive, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        if (relative == 0) {
            atRoot(channel, Pieces.of(channel, send, layout), receive, root);
            return;
        }
        int span = Math.min(Integer.lowestOneBit(relative), size - relative);
        int parent = (relative - Integer.lowestOneBit(relative) + root) % size;
        if (span == 1) {
            channel.receive(receive, parent);
            return;
        }
        long each = receive.byteCount();
        Block all = channel.packed(span * each);
        channel.receive(all, parent);
        for (int bit = Integer.highestOneBit(span - 1); bit > 0; bit >>= 1) {
            int pieces = Math.min(bit, span - bit);
            channel.startSend(channel.slice(all, bit * each, pieces * each), (relative + bit + root) % size);
        }
        channel.copy(channel.slice(all, 0, each), receive);
        channel.completeAll();
    }

    private static void atRoot(Channel channel, Pieces pieces, Block receive, int root) {
        int size = channel.size();
        long each = pieces.bytes(root);
        for (int bit = size == 1 ? 0 : Integer.highestOneBit(size - 1); bit > 0; bit >>= 1) {
            int count = Math.min(bit, size - bit);
            Block run = channel.packed(count * each);
            for (int i = 0; i < count; i++) {
                channel.copy(pieces.of((bit + i + root) % size), channel.slice(run, i * each, each));
            }
            channel.startSend(run, (bit + root) % size);
        }
        if (receive != null) {
            channel.copy(pieces.of(root), receive);
        }
        channel.completeAll();
    }
}
