/**
 * Whether javampi still makes as much of the machine as it did: ratios to {@link
 * org.javampi.benchmarks.regression.RawLimits}, which are measured in between, held against stored
 * ones by {@link org.javampi.benchmarks.regression.Regression}.
 */
package org.javampi.benchmarks.regression;
