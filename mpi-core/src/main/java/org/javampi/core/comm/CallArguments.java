package org.javampi.core.comm;

import java.util.Arrays;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Layout;

/** The buffers of one collective call, described by the binding; one set for each communicator, refilled. */
public final class CallArguments {
    private static final long UNKNOWN = -1;

    private final Block send = new Block();
    private final Block receive = new Block();
    private Block[] sends = {};
    private Block[] receives = {};
    private final Layout sendPieces = new Layout();
    private final Layout receivePieces = new Layout();

    CallArguments() {}

    /** What is sent. */
    public Block send() {
        return send;
    }

    /** Where is received. */
    public Block receive() {
        return receive;
    }

    /** How pieces that are sent lie. */
    public Layout sendPieces() {
        return sendPieces;
    }

    /** How pieces that are received lie. */
    public Layout receivePieces() {
        return receivePieces;
    }

    /** Pieces that are sent and have places and types of their own: the first {@code count} are to be described. */
    public Block[] sends(int count) {
        return sends = atLeast(sends, count);
    }

    /** The same of pieces that are received. */
    public Block[] receives(int count) {
        return receives = atLeast(receives, count);
    }

    private static Block[] atLeast(Block[] blocks, int count) {
        if (blocks.length >= count) {
            return blocks;
        }
        Block[] more = Arrays.copyOf(blocks, count);
        for (int i = blocks.length; i < count; i++) {
            more[i] = new Block();
        }
        return more;
    }

    /** Drops references to the program's buffers. */
    void clear() {
        send.clear();
        receive.clear();
        clear(sends);
        clear(receives);
    }

    private static void clear(Block[] blocks) {
        for (Block block : blocks) {
            block.clear();
        }
    }

    /** Bytes of a piece, when every rank knows them from its own arguments; otherwise negative. */
    static long pieceBytes(Block own, Block all, Layout layout) {
        if (!layout.isRegular()) {
            return UNKNOWN;
        }
        return own != null ? own.byteCount() : layout.count(0) * all.type().size();
    }

    /** Bytes of a piece on average, when every rank knows all of them. */
    static long averageBytes(Block all, Layout layout, int ranks) {
        long items = 0;
        for (int rank = 0; rank < ranks; rank++) {
            items += layout.count(rank);
        }
        return items * all.type().size() / ranks;
    }
}
