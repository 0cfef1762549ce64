/**
 * The commands {@code javampirun} and {@code river}: what the user has typed becomes a {@link
 * org.javampi.mpirun.JobPlan}, which is pure, and that a {@link org.javampi.mpirun.Job}, which runs
 * to an {@link org.javampi.mpirun.Outcome}. Each command and each group of options has a class.
 */
package org.javampi.mpirun;
