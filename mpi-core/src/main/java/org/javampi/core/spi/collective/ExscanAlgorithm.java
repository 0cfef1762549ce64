package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Exscan (MPI-4.1 §6.11.2). */
public interface ExscanAlgorithm extends Algorithm {
    /**
     * Combines the blocks of the ranks below this one.
     *
     * @param channel to the other ranks
     * @param operand this rank's; may be the same block as {@code receive}
     * @param receive room for the result; null at rank 0, which gets none
     * @param operation to be applied in rank order
     */
    void run(Channel channel, Block operand, Block receive, Operation operation);
}
