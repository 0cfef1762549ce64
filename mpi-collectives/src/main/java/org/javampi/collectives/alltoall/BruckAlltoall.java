package org.javampi.collectives.alltoall;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AlltoallAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.Situation;

/**
 * In round k each rank sends all pieces that still have a 1 in bit k of their way to the rank 2^k
 * above. Pieces travel through intermediate ranks.
 *
 * <p>Cost: ceil(log2 p) latencies; each byte moves up to log2 p times. For very short pieces.
 * Source: Bruck, Ho, Kipnis, Upfal and Weathersby 1997.
 */
public final class BruckAlltoall implements AlltoallAlgorithm {
    /** Stateless. */
    public BruckAlltoall() {}

    @Override
    public String name() {
        return "bruck";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) (latency + n p/2 bytes)";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.regular() ? null : "it needs pieces of equal size";
    }

    @Override
    public void run(Channel channel, Block send, Layout sendLayout, Block receive, Layout receiveLayout) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces out = Pieces.of(channel, send, sendLayout);
        Pieces in = Pieces.of(channel, receive, receiveLayout);
        long each = out.bytes(rank);
        // Piece i still has i ranks to go.
        Block way = channel.packed(size * each);
        for (int i = 0; i < size; i++) {
            channel.copy(out.of((rank + i) % size), piece(channel, way, i, each));
        }
        Block leaving = channel.packed((size + 1) / 2 * each + each);
        Block coming = channel.packed((size + 1) / 2 * each + each);
        for (int bit = 1; bit < size; bit <<= 1) {
            int count = 0;
            for (int i = bit; i < size; i++) {
                if ((i & bit) != 0) {
                    channel.copy(piece(channel, way, i, each), piece(channel, leaving, count++, each));
                }
            }
            channel.exchange(
                    channel.slice(leaving, 0, count * each),
                    (int) ((rank + (long) bit) % size),
                    channel.slice(coming, 0, count * each),
                    (rank - bit + size) % size);
            count = 0;
            for (int i = bit; i < size; i++) {
                if ((i & bit) != 0) {
                    channel.copy(piece(channel, coming, count++, each), piece(channel, way, i, each));
                }
            }
        }
        for (int i = 0; i < size; i++) {
            channel.copy(piece(channel, way, i, each), in.of((rank - i + size) % size));
        }
    }

    private static Block piece(Channel channel, Block all, int index, long each) {
        return channel.slice(all, index * each, each);
    }
}
