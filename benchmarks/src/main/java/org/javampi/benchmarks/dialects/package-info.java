/** Package {@code mpi} beside the C-shaped API and beside MPJ Express: what a call costs, latency and bandwidth. */
package org.javampi.benchmarks.dialects;
