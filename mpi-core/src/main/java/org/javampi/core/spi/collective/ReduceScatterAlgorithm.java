package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Reduce_scatter (MPI-1.1 §4.10). */
public interface ReduceScatterAlgorithm extends Algorithm {
    /** Combines everybody's block and leaves each rank its segment. */
    void run(Channel channel, Block send, Block receive, Layout segments, Operation operation);
}
