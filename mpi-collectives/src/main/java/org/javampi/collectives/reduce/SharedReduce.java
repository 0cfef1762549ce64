package org.javampi.collectives.reduce;

import org.javampi.collectives.shape.BoardFold;
import org.javampi.collectives.shape.SharedMemoryOnly;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * In shared memory: everybody shows its operand. Of short vectors the root combines all operands,
 * in rank order, and nobody else waits; of long ones each rank combines its part and shows the
 * result, which the root reads.
 *
 * <p>Cost: short: one latency and p operands read at the root; long: two latencies, n bytes written
 * and n read per rank, n / p items combined p times. Source: Graham and Shipman, "MPI support for
 * multi-core architectures: optimized shared memory collectives", 2008.
 */
public final class SharedReduce implements ReduceAlgorithm {
    private static final int SHORT_BYTES = 8 * 1024;
    private static final int COMBINED = 2;

    private final InOrderBinomialReduce forHugeItems = new InOrderBinomialReduce();

    /** Stateless. */
    public SharedReduce() {}

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String cost() {
        return "up to 8 KiB 1 latency + p reductions at the root, else 2 latencies + 3 copies";
    }

    @Override
    public String refusal(Situation situation) {
        return SharedMemoryOnly.refusal(situation);
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        Block operand = send == null ? receive : send;
        if (operand.byteCount() == 0) {
            return;
        }
        Board board = channel.board();
        board.agree(root);
        int perTurn = BoardFold.itemsPerTurn(board, operand);
        if (perTurn == 0) {
            // One item is longer than half a slot, and operations work on whole items.
            forHugeItems.run(channel, send, receive, operation, root);
            return;
        }
        BoardFold fold = BoardFold.of(channel, operand, operation);
        for (int first = 0; first < operand.count(); first += perTurn) {
            int items = Math.min(perTurn, operand.count() - first);
            int bytes = (int) (items * operand.itemBytes());
            boolean brief = bytes <= SHORT_BYTES || items < channel.size();
            board.turn();
            board.write(operand, first * operand.itemBytes(), 0, bytes);
            board.show(brief && channel.rank() != root ? Board.DONE : 1);
            if (!brief) {
                combineParts(channel, board, fold, receive, root, first, items, bytes);
            } else if (channel.rank() == root) {
                fold.into(receive, first, 0, items);
                board.done();
            }
        }
    }

    private static void combineParts(
            Channel channel,
            Board board,
            BoardFold fold,
            Block receive,
            int root,
            int start,
            int items,
            int results) {
        int size = channel.size();
        int own = channel.rank();
        int itemBytes = results / items;
        fold.intoSlot(
                results, BoardFold.first(own, size, items), BoardFold.first(own + 1, size, items));
        if (own != root) {
            board.show(Board.DONE);
            return;
        }
        board.show(COMBINED);
        for (int step = 0; step < size; step++) {
            int rank = (root + step) % size;
            int first = BoardFold.first(rank, size, items);
            int n = BoardFold.first(rank + 1, size, items) - first;
            board.await(rank, COMBINED);
            board.read(rank, results, receive, (start + (long) first) * itemBytes, n * itemBytes);
        }
        board.done();
    }
}
