package org.javampi.checkpoint;

import org.javampi.job.control.CheckpointOrder;

/** Sends orders to the resources of a job. */
@FunctionalInterface
public interface Orders {
    /** Tells resource {@code rank}; never waits. */
    void tell(int rank, CheckpointOrder order);
}
