package org.javampi.collectives.allgather;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AllgatherAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/**
 * Everybody sends its piece to everybody.
 *
 * <p>Cost: p - 1 messages per rank that overlap as far as the medium allows.
 */
public final class LinearAllgather implements AllgatherAlgorithm {
    /** Stateless. */
    public LinearAllgather() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String cost() {
        return "(p-1) overlapping messages per rank";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout layout) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces pieces = Pieces.of(channel, receive, layout);
        for (int step = 1; step < size; step++) {
            int source = (rank - step + size) % size;
            channel.startReceive(pieces.of(source), source);
        }
        if (send != null) {
            channel.copy(send, pieces.of(rank));
        }
        for (int step = 1; step < size; step++) {
            channel.startSend(pieces.of(rank), (rank + step) % size);
        }
        channel.completeAll();
    }
}
