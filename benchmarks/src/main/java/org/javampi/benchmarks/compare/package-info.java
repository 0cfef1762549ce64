/**
 * Ours beside Open MPI and MPICH: {@link org.javampi.benchmarks.compare.Plan} says what is run,
 * {@link org.javampi.benchmarks.compare.Contestant} how, {@link
 * org.javampi.benchmarks.compare.Results} keeps and compares the figures, {@link
 * org.javampi.benchmarks.compare.ResultPage} draws them. Started by {@code benchmarks/compare}.
 */
package org.javampi.benchmarks.compare;
