package org.javampi.mpirun.watch;

import org.javampi.mpirun.hosts.Placement;

/**
 * The end of a job's life at a checkpoint that it was asked for, with all ranks standing there.
 *
 * @param next where its ranks go on at once; null when it is suspended
 * @param text what people are told
 */
public record Departure(Placement next, String text) {
    /** Whether the job goes on at once. */
    public boolean isMove() {
        return next != null;
    }
}
