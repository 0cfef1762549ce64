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
 * @param recorded whether the call does not block or is persistent: the algorithm is recorded, and
 *     carried out later by whichever thread makes progress, so that there is no board
 */
public record Situation(
        int ranks, int hosts, boolean commutative, boolean regular, boolean sharedMemory, boolean recorded) {
    /** The same without a board. */
    public Situation withoutSharedMemory() {
        return new Situation(ranks, hosts, commutative, regular, false, recorded);
    }

    /** A blocking call. */
    public Situation(int ranks, int hosts, boolean commutative, boolean regular, boolean sharedMemory) {
        this(ranks, hosts, commutative, regular, sharedMemory, false);
    }
}
