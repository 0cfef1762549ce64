/**
 * Processes that {@code mpirun} or {@code mpiexec} of a C MPI has started become the ranks of a job, as tasks of
 * {@code srun} do.
 */
package org.javampi.job.foreign;
