/**
 * Coordinated checkpoints of a job's resources: the protocol between a coordinator and the points
 * at which resources stand still, and the files that result. What a resource saves is its own
 * matter.
 *
 * <p>The launcher's side: {@link org.javampi.checkpoint.Coordinator} leads a {@link
 * org.javampi.checkpoint.CoordinatedJob} through one {@code Attempt} after another, whose
 * stages are a class each: {@code Holding}, {@code Gathering}, {@code Draining}, {@code Capturing},
 * {@code Writing}. A rank's side: {@link org.javampi.checkpoint.FreezePoint} and what writes
 * its part. Between them: {@link org.javampi.job.control.CheckpointOrder} and {@link
 * org.javampi.job.control.CheckpointReport}.
 */
package org.javampi.checkpoint;
