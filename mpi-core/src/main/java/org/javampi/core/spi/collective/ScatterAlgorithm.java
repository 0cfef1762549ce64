package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Scatter and MPI_Scatterv (MPI-1.1 §4.6). */
public interface ScatterAlgorithm extends Algorithm {
    /** Hands a block out to each rank; in place at the root when {@code receive} is null there. */
    void run(Channel channel, Block send, Layout layout, Block receive, int root);
}
