package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Allreduce (MPI-1.1 §4.9.5). */
public interface AllreduceAlgorithm extends Algorithm {
    /**
     * Combines everybody's block at every rank, with the same bits.
     *
     * @param channel to the other ranks
     * @param receive holds this rank's operand on entry and the result on return
     * @param operation to be applied in rank order unless it commutes
     */
    void run(Channel channel, Block receive, Operation operation);
}
