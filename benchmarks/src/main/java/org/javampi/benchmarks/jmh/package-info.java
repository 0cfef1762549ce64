/**
 * Collectives under JMH: {@link org.javampi.benchmarks.jmh.CollectiveBenchmark} leads as rank 0,
 * the others follow {@link org.javampi.benchmarks.jmh.InStep}, as threads of its VM or as processes
 * of a job. Started by {@code benchmarks/jmh}, which ends with {@link
 * org.javampi.benchmarks.jmh.ResultPage}.
 */
package org.javampi.benchmarks.jmh;
