package org.javampi.collectives.allgather;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AllgatherAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/**
 * Ring: each rank passes on to the right what it has received from the left in the step before.
 *
 * <p>Cost: p - 1 steps, each a latency and the time of one piece; every link carries each byte
 * once. Source: Thakur, Rabenseifner and Gropp, "Optimization of collective communication
 * operations in MPICH", 2005.
 */
public final class RingAllgather implements AllgatherAlgorithm {
    /** Stateless. */
    public RingAllgather() {}

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public String cost() {
        return "(p-1) (latency + one piece)";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout layout) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces pieces = Pieces.of(channel, receive, layout);
        if (send != null) {
            channel.copy(send, pieces.of(rank));
        }
        int right = (rank + 1) % size;
        int left = (rank - 1 + size) % size;
        for (int step = 0; step < size - 1; step++) {
            int out = (rank - step + size) % size;
            int in = (rank - step - 1 + size) % size;
            channel.exchange(pieces.of(out), right, pieces.of(in), left);
        }
    }
}
