/**
 * What the machine gives two JVMs without any MPI: the limits that stand beside the comparison.
 * Each program starts its partner itself and prints {@link org.javampi.benchmarks.figures.Row}s.
 */
package org.javampi.benchmarks.limits;
