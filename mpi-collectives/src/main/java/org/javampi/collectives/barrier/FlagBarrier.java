package org.javampi.collectives.barrier;

import org.javampi.collectives.shape.SharedMemoryOnly;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Situation;

/**
 * Each rank raises a flag in shared memory and looks at the flags of all others. The last to come
 * finds all raised and goes on at once, without a message and without another rank's help: of use
 * where ranks outnumber cores.
 *
 * <p>Cost: one latency; p reads per rank. Source: the all-to-all variant of the central barrier in
 * Mellor-Crummey and Scott, "Algorithms for scalable synchronization on shared-memory
 * multiprocessors", 1991.
 */
public final class FlagBarrier implements BarrierAlgorithm {
    /** Stateless. */
    public FlagBarrier() {}

    @Override
    public String name() {
        return "flag";
    }

    @Override
    public String cost() {
        return "1 latency; p reads of shared memory per rank";
    }

    @Override
    public String refusal(Situation situation) {
        return SharedMemoryOnly.refusal(situation);
    }

    @Override
    public void run(Channel channel) {
        if (channel.size() == 1) {
            return;
        }
        Board board = channel.board();
        board.turn();
        board.show(Board.DONE);
        for (int rank = 0; rank < channel.size(); rank++) {
            board.await(rank, Board.DONE);
        }
    }
}
