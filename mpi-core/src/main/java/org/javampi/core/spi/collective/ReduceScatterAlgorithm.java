package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Reduce_scatter (MPI-1.1 §4.10). */
public interface ReduceScatterAlgorithm extends Algorithm {
    /**
     * Combines everybody's block and leaves each rank its segment of the result.
     *
     * @param channel to the other ranks
     * @param send this rank's operand, all segments of it, not to be changed
     * @param receive room for this rank's segment
     * @param segments how many items each rank's has, the same numbers at all ranks
     * @param operation to be applied in rank order unless it commutes
     */
    void run(Channel channel, Block send, Block receive, Layout segments, Operation operation);
}
