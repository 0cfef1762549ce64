package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Scan (MPI-1.1 §4.11). */
public interface ScanAlgorithm extends Algorithm {
    /**
     * Combines the blocks of ranks 0 to this one.
     *
     * @param channel to the other ranks
     * @param receive holds this rank's operand on entry and the result on return
     * @param operation to be applied in rank order
     */
    void run(Channel channel, Block receive, Operation operation);
}
