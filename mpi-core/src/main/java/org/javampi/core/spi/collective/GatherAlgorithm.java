package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Gather and MPI_Gatherv (MPI-1.1 §4.5). */
public interface GatherAlgorithm extends Algorithm {
    /**
     * Collects a block from each rank at the root.
     *
     * @param channel to the other ranks
     * @param send what this rank gives; null at a root in place: its piece stands in {@code
     *     receive} already
     * @param receive room for all pieces at the root; null elsewhere
     * @param layout where they lie in it; away from the root it knows of irregular pieces only that
     *     they are
     * @param root rank in the channel
     */
    void run(Channel channel, Block send, Block receive, Layout layout, int root);
}
