package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Bcast (MPI-1.1 §4.4). */
public interface BcastAlgorithm extends Algorithm {
    /** Copies the root's block to everybody's. */
    void run(Channel channel, Block data, int root);
}
