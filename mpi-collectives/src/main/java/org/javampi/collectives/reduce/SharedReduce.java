package org.javampi.collectives.reduce;

import java.util.List;
import java.util.Map;
import org.javampi.collectives.shape.BoardFold;
import org.javampi.collectives.shape.SharedMemoryOnly;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * In shared memory: everybody shows its operand. Of short vectors, of two ranks' vectors, and where
 * ranks outnumber cores, the root combines all operands alone, in rank order, chunk by chunk while
 * they are being shown, and nobody else waits. Of long ones each rank combines its part and shows
 * the result, which the root reads.
 *
 * <p>Cost: by the root: one latency, n bytes written per other rank, (p - 1) n read and combined at
 * the root; in parts: two latencies, n bytes written and n read per rank, n / p items combined p
 * times. Source: Graham and Shipman, "MPI support for multi-core architectures: optimized shared
 * memory collectives", 2008.
 *
 * @param alone bytes up to which the root combines alone among more than two ranks; 0: 8 KiB, or
 *     all where ranks outnumber cores
 * @param segment bytes that a rank shows at a time to a root that combines alone; more where a turn
 *     would have more chunks than phases
 */
public record SharedReduce(long alone, int segment) implements ReduceAlgorithm {
    private static final int SHORT_BYTES = 8 * 1024;
    private static final int AS_CORES = 0;

    /** Shorter ones wake a root that sleeps more often than they let it begin earlier. */
    private static final int SEGMENT = 256 * 1024;

    private static final int COMBINED = 2;

    private static final InOrderBinomialReduce FOR_HUGE_ITEMS = new InOrderBinomialReduce();

    /** Alone up to 8 KiB, or always where ranks outnumber cores, in chunks of 256 KiB. */
    public SharedReduce() {
        this(AS_CORES, SEGMENT);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter(
                        "alone",
                        AS_CORES,
                        AS_CORES,
                        1L << 40,
                        "bytes that the root combines alone; 0: 8 KiB, or all if cores are few"),
                new Parameter("segment", SEGMENT, 1, 1 << 30, "bytes that are shown at a time"));
    }

    @Override
    public SharedReduce with(Map<String, Long> values) {
        return new SharedReduce(values.get("alone"), values.get("segment").intValue());
    }

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String cost() {
        return "short, 2 ranks or few cores: 1 latency + p reductions at the root, else 2";
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
        if (channel.size() == 1) {
            if (send != null) {
                channel.copy(send, receive);
            }
            return;
        }
        Board board = channel.board();
        int perTurn = BoardFold.itemsPerTurn(board, operand);
        if (perTurn == 0) {
            // One item is longer than a slot, and operations work on whole items.
            FOR_HUGE_ITEMS.run(channel, send, receive, operation, root);
            return;
        }
        int size = channel.size();
        boolean byRoot = size == 2 || operand.byteCount() <= longestAlone(board) || operand.count() < size;
        BoardFold fold = BoardFold.of(channel, operand, receive, operation);
        for (int first = 0; first < operand.count(); first += perTurn) {
            int items = Math.min(perTurn, operand.count() - first);
            if (!byRoot && items >= size) {
                fold.turn(first, items, items);
                combineParts(channel, board, fold, root, items);
                continue;
            }
            fold.turn(first, items, chunkItems(items, operand.itemBytes()));
            if (channel.rank() == root) {
                // Nothing to be read: for another who takes himself for the root.
                board.show(1);
                fold.into(0, items);
                board.done();
            } else {
                fold.showChunks();
            }
        }
    }

    private long longestAlone(Board board) {
        if (alone != AS_CORES) {
            return alone;
        }
        return board.isCrowded() ? Long.MAX_VALUE : SHORT_BYTES;
    }

    private int chunkItems(int items, long itemBytes) {
        int least = (items - 1) / (Board.DONE - 1) + 1;
        return (int) Math.min(items, Math.max(least, segment / itemBytes));
    }

    private static void combineParts(Channel channel, Board board, BoardFold fold, int root, int items) {
        int size = channel.size();
        int own = channel.rank();
        int from = BoardFold.first(own, size, items);
        int to = BoardFold.first(own + 1, size, items);
        fold.showAllBut(from, to);
        if (own != root) {
            fold.intoSlot(from, to);
            board.show(Board.DONE);
            return;
        }
        fold.into(from, to);
        for (int step = 1; step < size; step++) {
            int rank = (root + step) % size;
            board.await(rank, COMBINED);
            fold.readResults(rank, BoardFold.first(rank, size, items), BoardFold.first(rank + 1, size, items));
        }
        board.done();
    }
}
