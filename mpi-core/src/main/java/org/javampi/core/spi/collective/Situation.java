package org.javampi.core.spi.collective;

/**
 * What all ranks know alike about a call, besides its size: what decides whether an algorithm can
 * run.
 *
 * @param ranks in the communicator
 * @param hosts that they live on
 * @param commutative whether the operation commutes; true where there is none
 * @param regular whether every rank's piece has the same size, known to all
 * @param sharedMemory whether they have a {@link Board}
 */
public record Situation(int ranks, int hosts, boolean commutative, boolean regular, boolean sharedMemory) {}
