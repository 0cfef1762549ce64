package org.javampi.core.comm;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Layout;

/** The buffers of one collective call, described by the binding; one set for each communicator, refilled. */
public final class CallArguments {
    private static final long UNKNOWN = -1;

    private final Block send = new Block();
    private final Block receive = new Block();
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

    /** Drops references to the program's buffers. */
    void clear() {
        send.clear();
        receive.clear();
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
