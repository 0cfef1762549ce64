package org.javampi.collectives.alltoall;

import java.util.List;
import java.util.Map;
import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AlltoallAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.Parameter;

/**
 * Receives and sends are started together, each rank beginning with its right-hand neighbour so
 * that nobody is overrun; a batch of them is under way at a time.
 *
 * <p>Cost: p - 1 messages per rank that overlap as far as the medium allows.
 *
 * @param batch partners at a time
 */
public record ScatteredAlltoall(int batch) implements AlltoallAlgorithm {
    /** With 32 partners at a time. */
    public ScatteredAlltoall() {
        this(32);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("batch", 32, 1, 1 << 20, "partners at a time"));
    }

    @Override
    public ScatteredAlltoall with(Map<String, Long> values) {
        return new ScatteredAlltoall(values.get("batch").intValue());
    }

    @Override
    public String name() {
        return "scattered";
    }

    @Override
    public String cost() {
        return "(p-1) messages per rank, a batch at a time";
    }

    @Override
    public void run(Channel channel, Block send, Layout sendLayout, Block receive, Layout receiveLayout) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces out = Pieces.of(channel, send, sendLayout);
        Pieces in = Pieces.of(channel, receive, receiveLayout);
        for (int first = 1; first < size; first += batch) {
            int end = (int) Math.min(size, (long) first + batch);
            for (int step = first; step < end; step++) {
                int source = (rank - step + size) % size;
                channel.startReceive(in.of(source), source);
            }
            for (int step = first; step < end; step++) {
                int dest = (int) ((rank + (long) step) % size);
                channel.startSend(out.of(dest), dest);
            }
            if (first == 1) {
                channel.copy(out.of(rank), in.of(rank));
            }
            channel.completeAll();
        }
        if (size == 1) {
            channel.copy(out.of(rank), in.of(rank));
        }
    }
}
