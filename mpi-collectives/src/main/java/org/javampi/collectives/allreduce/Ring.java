package org.javampi.collectives.allreduce;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;

/**
 * Reduces a vector around a ring: first each rank gets the result of one chunk, then all chunks.
 */
final class Ring {
    private Ring() {}

    static void run(Channel channel, Block vector, Operation operation) {
        int size = channel.size();
        int rank = channel.rank();
        int right = (rank + 1) % size;
        int left = (rank - 1 + size) % size;
        int longest = (int) ((vector.count() + (long) size - 1) / size);
        Block spare = channel.scratch(vector, longest);
        for (int step = 0; step < size - 1; step++) {
            Block in = chunk(channel, vector, (rank - step - 1 + size) % size);
            Block other = channel.part(spare, 0, in.count());
            channel.exchange(chunk(channel, vector, (rank - step + size) % size), right, other, left);
            channel.combine(other, in, operation);
        }
        for (int step = 0; step < size - 1; step++) {
            channel.exchange(
                    chunk(channel, vector, (rank - step + 1 + size) % size),
                    right,
                    chunk(channel, vector, (rank - step + size) % size),
                    left);
        }
    }

    private static Block chunk(Channel channel, Block vector, int index) {
        long from = (long) vector.count() * index / channel.size();
        long to = (long) vector.count() * (index + 1) / channel.size();
        return channel.part(vector, from, (int) (to - from));
    }
}
