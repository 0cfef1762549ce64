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
 * and 2 n (p - 1) / p bytes read per rank, n / p items combined p times. Source: as {@code
 * reduce=shared}; the long form is Rabenseifner's with shared memory for messages.
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
        return "up to 4 KiB 1 latency + p reductions of n, else 2 latencies + 2-3 copies + reduction";
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
            // One item is longer than a slot, and operations work on whole items.
            forHugeItems.run(channel, receive, operation);
            return;
        }
        BoardFold fold = BoardFold.of(channel, receive, receive, operation);
        for (int first = 0; first < receive.count(); first += perTurn) {
            int items = Math.min(perTurn, receive.count() - first);
            fold.turn(first, items, items);
            if (items * receive.itemBytes() <= SHORT_BYTES || items < channel.size()) {
                fold.showAllBut(items, items);
                fold.into(0, items);
            } else {
                combineParts(channel, board, fold, items);
            }
        }
    }

    private static void combineParts(Channel channel, Board board, BoardFold fold, int items) {
        int size = channel.size();
        int own = channel.rank();
        int from = BoardFold.first(own, size, items);
        int to = BoardFold.first(own + 1, size, items);
        fold.showAllBut(from, to);
        fold.intoBoth(from, to);
        board.show(COMBINED);
        for (int step = 1; step < size; step++) {
            int rank = (own + step) % size;
            board.await(rank, COMBINED);
            fold.readResults(rank, BoardFold.first(rank, size, items), BoardFold.first(rank + 1, size, items));
        }
    }
}
