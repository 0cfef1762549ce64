package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Alltoall and MPI_Alltoallv (MPI-1.1 §4.8). */
public interface AlltoallAlgorithm extends Algorithm {
    /** Sends a block of its own to each rank. */
    void run(Channel channel, Block send, Layout sendLayout, Block receive, Layout receiveLayout);
}
