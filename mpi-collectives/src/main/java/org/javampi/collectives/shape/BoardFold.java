package org.javampi.collectives.shape;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;

/**
 * Combines what the ranks have shown on a board, in rank order, so that the bits are the same
 * wherever it is done and operations need not commute. Works in pieces that stay in a core's first
 * cache.
 */
public final class BoardFold {
    private static final int PIECE_BYTES = 8 * 1024;

    private final Block left = new Block();
    private final Block right = new Block();
    private final Block target = new Block();
    private Channel channel;
    private Board board;
    private Operation operation;
    private Block leftMemory;
    private Block rightMemory;
    private int itemBytes;
    private int pieceItems;

    private BoardFold() {}

    /**
     * Over {@code channel}'s board.
     *
     * @param like a block of the kind and type of the operands; an item fits into half a slot
     */
    public static BoardFold of(Channel channel, Block like, Operation operation) {
        BoardFold fold = channel.borrow(BoardFold.class, BoardFold::new);
        fold.channel = channel;
        fold.board = channel.board();
        fold.operation = operation;
        fold.itemBytes = (int) like.itemBytes();
        fold.pieceItems = Math.max(1, Math.min(like.count(), PIECE_BYTES / fold.itemBytes));
        fold.leftMemory = channel.scratch(like, fold.pieceItems);
        fold.rightMemory = channel.scratch(like, fold.pieceItems);
        return fold;
    }

    /** Items of an operand that can be shown in a turn, with as much room left for results. */
    public static int itemsPerTurn(Board board, Block operand) {
        return (int) Math.min(operand.count(), board.slotBytes() / 2 / operand.itemBytes());
    }

    /**
     * First of the {@code items} that {@code rank} combines, when each of {@code size} has a part.
     */
    public static int first(int rank, int size, int items) {
        return (int) ((long) items * rank / size);
    }

    /**
     * Combines items {@code from .. to - 1} of everybody's slot into items from {@code from +
     * start} on of a block.
     */
    public void into(Block receive, int start, int from, int to) {
        for (int first = from; first < to; first += pieceItems) {
            int items = Math.min(pieceItems, to - first);
            target.part(receive, start + (long) first, items);
            channel.copy(combine(first, items), target);
        }
        target.clear();
    }

    /** Combines items {@code from .. to - 1} of everybody's slot into the own slot. */
    public void intoSlot(int offset, int from, int to) {
        for (int first = from; first < to; first += pieceItems) {
            int items = Math.min(pieceItems, to - first);
            Block result = combine(first, items);
            board.write(result, 0, offset + (first - from) * itemBytes, items * itemBytes);
        }
    }

    private Block combine(int first, int items) {
        int offset = first * itemBytes;
        int length = items * itemBytes;
        left.part(leftMemory, 0, items);
        right.part(rightMemory, 0, items);
        Block result = left;
        Block next = right;
        board.await(0, 1);
        board.read(0, offset, result, 0, length);
        for (int rank = 1; rank < channel.size(); rank++) {
            board.await(rank, 1);
            board.read(rank, offset, next, 0, length);
            channel.combine(result, next, operation);
            Block combined = next;
            next = result;
            result = combined;
        }
        return result;
    }
}
