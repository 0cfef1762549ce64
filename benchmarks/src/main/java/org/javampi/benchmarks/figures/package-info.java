/** What a benchmark tells: the statistics of one measurement, and its line in CSV. */
package org.javampi.benchmarks.figures;
