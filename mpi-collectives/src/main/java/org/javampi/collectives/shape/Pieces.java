package org.javampi.collectives.shape;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/** The pieces of a buffer that has one for each rank. */
public final class Pieces {
    private Channel channel;
    private Block whole;
    private Layout layout;

    /** Of {@code whole}, which lies as {@code layout} says. */
    public static Pieces of(Channel channel, Block whole, Layout layout) {
        Pieces one = channel.borrow(Pieces.class, Pieces::new);
        one.channel = channel;
        one.whole = whole;
        one.layout = layout;
        return one;
    }

    private Pieces() {}

    /** The piece of {@code rank}. */
    public Block of(int rank) {
        return channel.part(whole, layout.displacement(rank), layout.count(rank));
    }

    /** Packed bytes of the piece of {@code rank}. */
    public long bytes(int rank) {
        return layout.count(rank) * whole.itemBytes();
    }

    /** Packed bytes of the pieces of ranks {@code from .. to - 1}. */
    public long bytes(int from, int to) {
        long bytes = 0;
        for (int rank = from; rank < to; rank++) {
            bytes += bytes(rank);
        }
        return bytes;
    }

    /** Starts to send the pieces of ranks {@code from .. to - 1}: in one message if they adjoin. */
    public void startSend(int from, int to, int dest) {
        if (layout.isRegular()) {
            channel.startSend(run(from, to), dest);
            return;
        }
        for (int rank = from; rank < to; rank++) {
            channel.startSend(of(rank), dest);
        }
    }

    /** The other end of {@link #startSend}. */
    public void startReceive(int from, int to, int source) {
        if (layout.isRegular()) {
            channel.startReceive(run(from, to), source);
            return;
        }
        for (int rank = from; rank < to; rank++) {
            channel.startReceive(of(rank), source);
        }
    }

    private Block run(int from, int to) {
        int items = Math.multiplyExact(layout.count(from), to - from);
        return channel.part(whole, layout.displacement(from), items);
    }
}
