package org.javampi.river.checkpoint;

/** Sends orders to the resources of a job. */
@FunctionalInterface
public interface Orders {
    /** Tells resource {@code rank}; never waits. */
    void tell(int rank, Order order);
}
