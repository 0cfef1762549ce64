package org.javampi.collectives.alltoall;

import org.javampi.collectives.shape.PieceBlocks;
import org.javampi.collectives.shape.SharedMemoryOnly;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AlltoallAlgorithm;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.Situation;

/**
 * In shared memory: everybody shows its pieces for all others side by side, and reads its own piece
 * in each other's slot.
 *
 * <p>Cost: one latency; p - 1 pieces written and read per rank; long pieces in several turns.
 * Source: Graham and Shipman, "MPI support for multi-core architectures: optimized shared memory
 * collectives", 2008.
 */
public final class SharedAlltoall implements AlltoallAlgorithm {
    /** Stateless. */
    public SharedAlltoall() {}

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String cost() {
        return "1 latency + 2 (p-1) pieces copied per rank";
    }

    @Override
    public String refusal(Situation situation) {
        return SharedMemoryOnly.regularRefusal(situation);
    }

    @Override
    public void run(Channel channel, Block send, Layout sendLayout, Block receive, Layout receiveLayout) {
        int size = channel.size();
        int rank = channel.rank();
        PieceBlocks out = PieceBlocks.of(channel, send, sendLayout);
        PieceBlocks in = PieceBlocks.of(channel, receive, receiveLayout);
        channel.copy(out.of(rank), in.of(rank));
        if (size == 1) {
            out.clear();
            in.clear();
            return;
        }
        Board board = channel.board();
        int most = board.slotBytes() / size;
        long bytes = in.longest();
        for (long at = 0; at < bytes; at += most) {
            int length = (int) Math.min(most, bytes - at);
            board.turn();
            for (int step = 1; step < size; step++) {
                int dest = (rank + step) % size;
                board.write(out.of(dest), at, (step - 1) * length, length);
            }
            board.show(1);
            for (int step = 1; step < size; step++) {
                int source = (rank - step + size) % size;
                board.await(source, 1);
                board.read(source, (step - 1) * length, in.of(source), at, length);
            }
        }
        out.clear();
        in.clear();
    }
}
