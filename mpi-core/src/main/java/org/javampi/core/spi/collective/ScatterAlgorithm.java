package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Scatter and MPI_Scatterv (MPI-1.1 §4.6). */
public interface ScatterAlgorithm extends Algorithm {
    /**
     * Hands a piece out to each rank.
     *
     * @param channel to the other ranks
     * @param send all pieces at the root; null elsewhere
     * @param layout where they lie in it; away from the root it knows of irregular pieces only that
     *     they are
     * @param receive room for this rank's piece; null at a root in place: it stays where it is
     * @param root rank in the channel
     */
    void run(Channel channel, Block send, Layout layout, Block receive, int root);
}
