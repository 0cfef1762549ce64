package org.javampi.core.spi.collective;

/** MPI_Barrier (MPI-1.1 §4.3). */
public interface BarrierAlgorithm extends Algorithm {
    /**
     * Returns after every rank has entered.
     *
     * @param channel to the other ranks
     */
    void run(Channel channel);
}
