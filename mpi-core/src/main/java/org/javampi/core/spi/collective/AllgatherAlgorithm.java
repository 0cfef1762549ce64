package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Allgather and MPI_Allgatherv (MPI-1.1 §4.7). */
public interface AllgatherAlgorithm extends Algorithm {
    /**
     * Collects a block from each rank at every rank.
     *
     * @param channel to the other ranks
     * @param send what this rank gives; null in place: its piece stands in {@code receive} already
     * @param receive room for all pieces
     * @param layout where they lie in it, the same numbers at all ranks
     */
    void run(Channel channel, Block send, Block receive, Layout layout);
}
