package org.javampi.collectives.allreduce;

import org.javampi.collectives.shape.BoardFold;
import org.javampi.collectives.shape.SharedMemoryOnly;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Situation;

/**
 * In shared memory: everybody shows its operand. Of short vectors each rank combines all operands
 * itself, in rank order; of long ones each combines its part and shows the result, which all others
 * read.
 *
 * <p>Cost: short: one latency and p operands read per rank; long: two latencies, n bytes written
 * and 2 n bytes read per rank, n / p items combined p times. Source: as {@code reduce=shared}; the
 * long form is Rabenseifner's with shared memory for messages.
 */
public final class SharedAllreduce implements AllreduceAlgorithm {
    private static final int SHORT_BYTES = 4 * 1024;
    private static final int COMBINED = 2;

    private final ReduceBcastAllreduce forHugeItems = new ReduceBcastAllreduce();

    /** Stateless. */
    public SharedAllreduce() {}

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String cost() {
        return "up to 4 KiB 1 latency + p reductions of n, else 2 latencies + 3 copies + reduction";
    }

    @Override
    public String refusal(Situation situation) {
        return SharedMemoryOnly.refusal(situation);
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        if (channel.size() == 1 || receive.byteCount() == 0) {
            return;
        }
        Board board = channel.board();
        int perTurn = BoardFold.itemsPerTurn(board, receive);
        if (perTurn == 0) {
            // One item is longer than half a slot, and operations work on whole items.
            forHugeItems.run(channel, receive, operation);
            return;
        }
        BoardFold fold = BoardFold.of(channel, receive, operation);
        for (int first = 0; first < receive.count(); first += perTurn) {
            int items = Math.min(perTurn, receive.count() - first);
            board.turn();
            int bytes = (int) (items * receive.itemBytes());
            board.write(receive, first * receive.itemBytes(), 0, bytes);
            board.show(1);
            if (bytes <= SHORT_BYTES || items < channel.size()) {
                fold.into(receive, first, 0, items);
            } else {
                combineParts(channel, board, fold, receive, first, items);
            }
        }
    }

    private static void combineParts(
            Channel channel, Board board, BoardFold fold, Block receive, int start, int items) {
        int size = channel.size();
        int own = channel.rank();
        int itemBytes = (int) receive.itemBytes();
        int results = items * itemBytes;
        fold.intoSlot(
                results, BoardFold.first(own, size, items), BoardFold.first(own + 1, size, items));
        board.show(COMBINED);
        for (int step = 0; step < size; step++) {
            int rank = (own + step) % size;
            int first = BoardFold.first(rank, size, items);
            int n = BoardFold.first(rank + 1, size, items) - first;
            board.await(rank, COMBINED);
            board.read(rank, results, receive, (start + (long) first) * itemBytes, n * itemBytes);
        }
    }
}
