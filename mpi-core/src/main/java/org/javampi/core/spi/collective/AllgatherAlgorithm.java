package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Allgather and MPI_Allgatherv (MPI-1.1 §4.7). */
public interface AllgatherAlgorithm extends Algorithm {
    /** Collects a block from each rank at every rank; in place when {@code send} is null. */
    void run(Channel channel, Block send, Block receive, Layout layout);
}
