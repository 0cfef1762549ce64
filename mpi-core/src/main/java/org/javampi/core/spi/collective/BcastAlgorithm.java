package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/** MPI_Bcast (MPI-1.1 §4.4). */
public interface BcastAlgorithm extends Algorithm {
    /**
     * Copies the root's block to everybody's.
     *
     * @param channel to the other ranks
     * @param data read at the root and written elsewhere: the same number of bytes, perhaps of
     *     other types
     * @param root rank in the channel
     */
    void run(Channel channel, Block data, int root);
}
