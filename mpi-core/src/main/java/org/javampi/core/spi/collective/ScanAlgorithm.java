package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Scan (MPI-1.1 §4.11). */
public interface ScanAlgorithm extends Algorithm {
    /**
     * Combines the blocks of ranks 0 to this one; {@code receive} holds the operand on entry and
     * the result on return.
     */
    void run(Channel channel, Block receive, Operation operation);
}
