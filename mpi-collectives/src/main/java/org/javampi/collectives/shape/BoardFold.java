package org.javampi.collectives.shape;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.reduce.UserOperation;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;

/**
 * Combines the own operand with what the others have shown on a board, in rank order, so that the
 * bits are the same wherever it is done and operations need not commute. Works in pieces that stay
 * in a core's first cache. Item i of a turn lies at i times its size in each slot; a rank need not
 * show what only it combines, and has the result there instead.
 */
public final class BoardFold {
    private static final int PIECE_BYTES = 8 * 1024;

    private final Block left = new Block();
    private final Block right = new Block();
    private final Block target = new Block();
    private final Block own = new Block();
    private Channel channel;
    private Board board;
    private Operation operation;
    private Block operand;
    private Block receive;
    private Block leftMemory;
    private Block rightMemory;
    private int itemBytes;
    private int pieceItems;

    /** Whether items may be combined where they are: functions of programs get copies. */
    private boolean direct;

    private long start;
    private int turnItems;
    private int chunkItems;

    private BoardFold() {}

    /**
     * Over {@code channel}'s board.
     *
     * @param operand the own one, of which an item fits into a slot
     * @param receive where results go: null, the same block, or another
     */
    public static BoardFold of(Channel channel, Block operand, Block receive, Operation operation) {
        BoardFold fold = channel.borrow(BoardFold.class, BoardFold::new);
        fold.channel = channel;
        fold.board = channel.board();
        fold.operation = operation;
        fold.operand = operand;
        fold.receive = receive;
        fold.direct = !(operation instanceof UserOperation);
        fold.itemBytes = (int) operand.itemBytes();
        fold.pieceItems = Math.max(1, Math.min(operand.count(), PIECE_BYTES / fold.itemBytes));
        fold.leftMemory = null;
        return fold;
    }

    /** Items of an operand that can be shown in a turn. */
    public static int itemsPerTurn(Board board, Block operand) {
        return (int) Math.min(operand.count(), board.slotBytes() / operand.itemBytes());
    }

    /**
     * First of the {@code items} that {@code rank} combines, when each of {@code size} has a part.
     */
    public static int first(int rank, int size, int items) {
        return (int) ((long) items * rank / size);
    }

    /**
     * Begins the next turn of the board.
     *
     * @param firstItem of the operand's items the first that it is about
     * @param chunk items after which the others show the next phase
     */
    public void turn(long firstItem, int items, int chunk) {
        start = firstItem;
        turnItems = items;
        chunkItems = chunk;
        board.turn();
    }

    /** Shows the own operand but for items {@code from .. to - 1}, as phase 1. */
    public void showAllBut(int from, int to) {
        write(0, from);
        write(to, turnItems);
        board.show(1);
    }

    /** Shows the own operand chunk by chunk. Nothing is to be read in this turn. */
    public void showChunks() {
        int phase = 0;
        for (int from = 0; from < turnItems; from += chunkItems) {
            int to = Math.min(turnItems, from + chunkItems);
            write(from, to);
            phase++;
            board.show(to == turnItems ? Board.DONE : phase);
        }
    }

    private void write(int from, int to) {
        if (to > from) {
            board.write(operand, (start + from) * itemBytes, from * itemBytes, (to - from) * itemBytes);
        }
    }

    /** Combines items {@code from .. to - 1} into where results go; waits for others' phases. */
    public void into(int from, int to) {
        for (int first = from; first < to; first += pieceItems) {
            int items = Math.min(pieceItems, to - first);
            target.part(receive, start + first, items);
            combine(first, items, true);
        }
        clear();
    }

    /** As {@link #into}, and shows the results in their place in the own slot too. */
    public void intoBoth(int from, int to) {
        for (int first = from; first < to; first += pieceItems) {
            int items = Math.min(pieceItems, to - first);
            target.part(receive, start + first, items);
            combine(first, items, true);
            board.write(target, 0, first * itemBytes, items * itemBytes);
        }
        clear();
    }

    /** Combines items {@code from .. to - 1} into their place in the own slot. */
    public void intoSlot(int from, int to) {
        for (int first = from; first < to; first += pieceItems) {
            int items = Math.min(pieceItems, to - first);
            Block result = combine(first, items, false);
            board.write(result, 0, first * itemBytes, items * itemBytes);
        }
        clear();
    }

    /** Reads the results that {@code rank} has put into its slot. */
    public void readResults(int rank, int from, int to) {
        if (to > from) {
            board.read(rank, from * itemBytes, receive, (start + from) * itemBytes, (to - from) * itemBytes);
        }
    }

    private void clear() {
        target.clear();
        own.clear();
    }

    /** The phase in which the item before {@code end} is there. */
    private int phase(int end) {
        if (chunkItems >= turnItems) {
            return 1;
        }
        return end >= turnItems ? Board.DONE : (end + chunkItems - 1) / chunkItems;
    }

    private Block combine(int first, int items, boolean intoTarget) {
        int offset = first * itemBytes;
        int length = items * itemBytes;
        int phase = phase(first + items);
        int rank = channel.rank();
        int last = channel.size() - 1;
        if (leftMemory == null) {
            // Not before the own operand has been shown: others wait for that.
            leftMemory = channel.scratch(operand, pieceItems);
            rightMemory = channel.scratch(operand, pieceItems);
        }
        left.part(leftMemory, 0, items);
        right.part(rightMemory, 0, items);
        own.part(operand, start + first, items);
        Block result = left;
        if (rank != 0) {
            board.await(0, phase);
            board.read(0, offset, left, 0, length);
        } else if (direct) {
            result = own;
        } else {
            channel.copy(own, left);
        }
        // The last operand may lie where the result goes, unless the first one still does.
        boolean inPlace = receive == operand;
        boolean lastInTarget = intoTarget && direct && !(inPlace && rank == 0 && last == 1);
        for (int other = 1; other <= last; other++) {
            Block next = other == last && lastInTarget ? target : result == left ? right : left;
            if (other != rank) {
                board.await(other, phase);
                board.read(other, offset, next, 0, length);
            } else if (next != target || !inPlace) {
                channel.copy(own, next);
            }
            channel.combine(result, next, operation);
            result = next;
        }
        if (intoTarget && result != target && !(inPlace && result == own)) {
            channel.copy(result, target);
        }
        return result;
    }
}
