package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Gather and MPI_Gatherv (MPI-1.1 §4.5). */
public interface GatherAlgorithm extends Algorithm {
    /**
     * Collects a block from each rank at the root; see {@link Layout}. In place at the root when
     * {@code send} is null there.
     */
    void run(Channel channel, Block send, Block receive, Layout layout, int root);
}
