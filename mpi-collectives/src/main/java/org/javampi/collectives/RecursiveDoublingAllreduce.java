package org.javampi.collectives;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Recursive doubling: partners at distance 1, 2, 4 ... exchange what they have and both combine it
 * in rank order, so that all ranks compute the same bits and operations need not commute. Ranks
 * beyond a power of two first fold their operand into a neighbour's and get the result from it at
 * the end.
 *
 * <p>Cost: ceil(log2 p) times latency, message time and reduction time. Source: Thakur,
 * Rabenseifner and Gropp 2005.
 */
final class RecursiveDoublingAllreduce implements AllreduceAlgorithm {
    @Override
    public String name() {
        return "recursive_doubling";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        int size = channel.size();
        int rank = channel.rank();
        int power = Integer.highestOneBit(size);
        int folded = 2 * (size - power);
        Block other = channel.scratch(receive, receive.count());
        if (rank < folded && rank % 2 == 0) {
            channel.send(receive, rank + 1);
            channel.receive(receive, rank + 1);
            return;
        }
        if (rank < folded) {
            channel.receive(other, rank - 1);
            channel.combine(other, receive, operation);
        }
        int virtual = rank < folded ? rank / 2 : rank - folded / 2;
        for (int bit = 1; bit < power; bit <<= 1) {
            int partner = virtual ^ bit;
            int peer = partner < folded / 2 ? 2 * partner + 1 : partner + folded / 2;
            channel.exchange(receive, peer, other, peer);
            if (partner < virtual) {
                channel.combine(other, receive, operation);
            } else {
                channel.combine(receive, other, operation);
                channel.copy(other, receive);
            }
        }
        if (rank < folded) {
            channel.send(receive, rank - 1);
        }
    }
}
