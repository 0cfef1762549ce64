/**
 * The kernels of the NAS Parallel Benchmarks (NAS Technical Report 95-020, RNR-94-007) over the
 * facade, one class each. {@link org.javampi.benchmarks.npb.Benchmark} says how they are called and
 * what is timed; {@code benchmarks/peers/npb.c} has the same kernels in C.
 */
package org.javampi.benchmarks.npb;
