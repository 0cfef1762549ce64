package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Reduce (MPI-1.1 §4.9). */
public interface ReduceAlgorithm extends Algorithm {
    /**
     * Combines everybody's block at the root, in rank order; {@code receive} is null elsewhere,
     * {@code send} is null at a root in place.
     */
    void run(Channel channel, Block send, Block receive, Operation operation, int root);
}
