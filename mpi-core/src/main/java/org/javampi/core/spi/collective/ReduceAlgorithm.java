package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Reduce (MPI-1.1 §4.9). */
public interface ReduceAlgorithm extends Algorithm {
    /**
     * Combines everybody's block at the root.
     *
     * @param channel to the other ranks
     * @param send this rank's operand, not to be changed; null at a root in place: it stands in
     *     {@code receive}
     * @param receive room for the result at the root; null elsewhere
     * @param operation to be applied in rank order unless it commutes
     * @param root rank in the channel
     */
    void run(Channel channel, Block send, Block receive, Operation operation, int root);
}
