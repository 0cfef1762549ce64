/**
 * Jobs without a launcher: the tasks that {@code srun java} has started find each other, agree on a
 * world, and end together.
 */
package org.javampi.job.slurm;
