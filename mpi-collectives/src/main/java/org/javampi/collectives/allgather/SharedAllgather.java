package org.javampi.collectives.allgather;

import org.javampi.collectives.shape.PieceBlocks;
import org.javampi.collectives.shape.SharedMemoryOnly;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AllgatherAlgorithm;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.Situation;

/**
 * In shared memory: everybody shows its piece and reads all others.
 *
 * <p>Cost: one latency; one piece written and p - 1 read per rank. Source: Graham and Shipman, "MPI
 * support for multi-core architectures: optimized shared memory collectives", 2008.
 */
public final class SharedAllgather implements AllgatherAlgorithm {
    /** Stateless. */
    public SharedAllgather() {}

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String cost() {
        return "1 latency + p pieces copied per rank";
    }

    @Override
    public String refusal(Situation situation) {
        return SharedMemoryOnly.refusal(situation);
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout layout) {
        int size = channel.size();
        int rank = channel.rank();
        PieceBlocks pieces = PieceBlocks.of(channel, receive, layout);
        if (send != null) {
            channel.copy(send, pieces.of(rank));
        }
        if (size == 1) {
            pieces.clear();
            return;
        }
        Board board = channel.board();
        long longest = pieces.longest();
        for (long at = 0; at < longest; at += board.slotBytes()) {
            board.turn();
            int own = length(pieces.of(rank), at, board);
            if (own > 0) {
                board.write(pieces.of(rank), at, 0, own);
            }
            board.show(1);
            for (int step = 1; step < size; step++) {
                int other = (rank + step) % size;
                board.await(other, 1);
                int length = length(pieces.of(other), at, board);
                if (length > 0) {
                    board.read(other, 0, pieces.of(other), at, length);
                }
            }
        }
        pieces.clear();
    }

    private static int length(Block piece, long at, Board board) {
        return (int) Math.max(0, Math.min(board.slotBytes(), piece.byteCount() - at));
    }
}
