package org.javampi.collectives.shape;

import java.util.Arrays;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/** All pieces of a buffer that has one for each rank, as blocks that stay for the whole call. */
public final class PieceBlocks {
    private Block[] blocks = new Block[0];
    private int size;

    private PieceBlocks() {}

    /** Of {@code whole}, which lies as {@code layout} says. */
    public static PieceBlocks of(Channel channel, Block whole, Layout layout) {
        PieceBlocks pieces = channel.borrow(PieceBlocks.class, PieceBlocks::new);
        pieces.size = channel.size();
        int known = pieces.blocks.length;
        if (known < pieces.size) {
            pieces.blocks = Arrays.copyOf(pieces.blocks, pieces.size);
            for (int i = known; i < pieces.size; i++) {
                pieces.blocks[i] = new Block();
            }
        }
        for (int rank = 0; rank < pieces.size; rank++) {
            pieces.blocks[rank].part(whole, layout.displacement(rank), layout.count(rank));
        }
        return pieces;
    }

    /** The piece of {@code rank}. */
    public Block of(int rank) {
        return blocks[rank];
    }

    /** Packed bytes of the longest piece. */
    public long longest() {
        long bytes = 0;
        for (int rank = 0; rank < size; rank++) {
            bytes = Math.max(bytes, blocks[rank].byteCount());
        }
        return bytes;
    }

    /** Drops references to the program's buffers. */
    public void clear() {
        for (int rank = 0; rank < size; rank++) {
            blocks[rank].clear();
        }
    }
}
