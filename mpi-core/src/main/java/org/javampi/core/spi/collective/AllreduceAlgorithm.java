package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;

/** MPI_Allreduce (MPI-1.1 §4.9.5). */
public interface AllreduceAlgorithm extends Algorithm {
    /**
     * Combines everybody's block at every rank, with the same bits; {@code receive} holds the
     * operand on entry and the result on return.
     */
    void run(Channel channel, Block receive, Operation operation);
}
