/**
 * Measurements over the facade in the manner of the OSU micro-benchmarks, one class each. {@link
 * org.javampi.benchmarks.osu.Options} says how they are called, {@link
 * org.javampi.benchmarks.osu.Sampler} how they measure; {@code benchmarks/peers/osu.c} does the
 * same in C.
 */
package org.javampi.benchmarks.osu;
