package org.javampi.benchmarks.osu;

/** The timed part of a benchmark; all ranks run it equally often. */
@FunctionalInterface
interface Loop {
    /** Does the operation so many times; returns the seconds that they took on this rank. */
    double run(int times);
}
