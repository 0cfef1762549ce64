package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Alltoall and MPI_Alltoallv (MPI-1.1 §4.8). */
public interface AlltoallAlgorithm extends Algorithm {
    /**
     * Sends a piece of its own to each rank. Piece {@code i} of rank {@code j} becomes piece {@code
     * j} of rank {@code i}; types may differ in layout, but not in their number of bytes.
     *
     * @param channel to the other ranks
     * @param send the pieces that this rank gives
     * @param sendLayout where they lie
     * @param receive room for those that it gets
     * @param receiveLayout where they shall lie
     */
    void run(Channel channel, Block send, Layout sendLayout, Block receive, Layout receiveLayout);
}
