package org.javampi.collectives.allgather;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AllgatherAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/**
 * In round k each rank sends the first 2^k pieces that it has, counted from its own, to the rank
 * 2^k below and gets as many from the one 2^k above; at the end the pieces go where they belong.
 *
 * <p>Cost: ceil(log2 p) latencies for any p; every byte is copied once more. For short pieces.
 * Source: Bruck, Ho, Kipnis, Upfal and Weathersby 1997.
 */
public final class BruckAllgather implements AllgatherAlgorithm {
    /** Stateless. */
    public BruckAllgather() {}

    @Override
    public String name() {
        return "bruck";
    }

    @Override
    public String cost() {
        return "ceil(log2 p) latencies + n (p-1) bytes, one extra copy";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout layout) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces pieces = new Pieces(channel, receive, layout);
        // Piece i here is that of rank + i: where it begins depends on the rank.
        long[] starts = new long[size + 1];
        for (int i = 0; i < size; i++) {
            starts[i + 1] = starts[i] + pieces.bytes((rank + i) % size);
        }
        Block all = channel.packed(starts[size]);
        channel.copy(send != null ? send : pieces.of(rank), channel.slice(all, 0, starts[1]));
        for (int have = 1; have < size; have <<= 1) {
            int more = Math.min(have, size - have);
            channel.exchange(
                    channel.slice(all, 0, starts[more]),
                    (rank - have + size) % size,
                    channel.slice(all, starts[have], starts[have + more] - starts[have]),
                    (rank + have) % size);
        }
        for (int i = send != null ? 0 : 1; i < size; i++) {
            channel.copy(
                    channel.slice(all, starts[i], starts[i + 1] - starts[i]),
                    pieces.of((rank + i) % size));
        }
    }
}
