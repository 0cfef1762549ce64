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
        Pieces pieces = Pieces.of(channel, receive, layout);
        // Piece i here is that of rank + i: where it begins depends on the rank.
        Block all = channel.packed(pieces.bytes(0, size));
        channel.copy(send != null ? send : pieces.of(rank), channel.slice(all, 0, pieces.bytes(rank)));
        long bytes = pieces.bytes(rank);
        for (int have = 1; have < size; have <<= 1) {
            int more = Math.min(have, size - have);
            long next = bytes(pieces, rank + have, more, size);
            channel.exchange(
                    channel.slice(all, 0, bytes(pieces, rank, more, size)),
                    (rank - have + size) % size,
                    channel.slice(all, bytes, next),
                    (rank + have) % size);
            bytes += next;
        }
        long start = 0;
        for (int i = 0; i < size; i++) {
            int owner = (rank + i) % size;
            if (i > 0 || send != null) {
                channel.copy(channel.slice(all, start, pieces.bytes(owner)), pieces.of(owner));
            }
            start += pieces.bytes(owner);
        }
    }

    /** Bytes of {@code count} pieces from that of {@code first} on, around the ring. */
    private static long bytes(Pieces pieces, int first, int count, int size) {
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            bytes += pieces.bytes((first + i) % size);
        }
        return bytes;
    }
}
