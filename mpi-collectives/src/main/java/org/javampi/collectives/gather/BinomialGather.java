package org.javampi.collectives.gather;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.GatherAlgorithm;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.Situation;

/**
 * Binomial tree: each rank collects the pieces of the ranks behind it and passes them on in one
 * message.
 *
 * <p>Cost: ceil(log2 p) latencies; a byte moves up to log2 p times. For short pieces of equal size.
 */
public final class BinomialGather implements GatherAlgorithm {
    /** Stateless. */
    public BinomialGather() {}

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
    public void run(Channel channel, Block send, Block receive, Layout layout, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        if (relative == 0) {
            atRoot(channel, send, Pieces.of(channel, receive, layout), root);
            return;
        }
        int span = Math.min(Integer.lowestOneBit(relative), size - relative);
        int parent = (relative - Integer.lowestOneBit(relative) + root) % size;
        if (span == 1) {
            channel.send(send, parent);
            return;
        }
        long each = send.byteCount();
        Block all = channel.packed(span * each);
        channel.copy(send, channel.slice(all, 0, each));
        for (int bit = 1; bit < span; bit <<= 1) {
            int pieces = Math.min(bit, span - bit);
            channel.receive(channel.slice(all, bit * each, pieces * each), (relative + bit + root) % size);
        }
        channel.send(all, parent);
    }

    private static void atRoot(Channel channel, Block send, Pieces pieces, int root) {
        int size = channel.size();
        if (send != null) {
            channel.copy(send, pieces.of(root));
        }
        long each = pieces.bytes(root);
        for (int bit = 1; bit < size; bit <<= 1) {
            int count = Math.min(bit, size - bit);
            Block run = channel.packed(count * each);
            channel.receive(run, (bit + root) % size);
            for (int i = 0; i < count; i++) {
                channel.copy(channel.slice(run, i * each, each), pieces.of((bit + i + root) % size));
            }
        }
    }
}
