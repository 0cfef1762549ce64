package org.javampi.benchmarks.npb;

import java.util.List;

/** One benchmark of one class on this rank; {@link Benchmark} runs it. */
interface Kernel {
    /** The problem's size for people: {@code 14000}, {@code 64x64x64}. */
    String size();

    /** Iterations within {@link #compute}. */
    int iterations();

    /**
     * Makes the problem and does what NPB does before the clock starts, so that all memory has been
     * touched. May be called again, for another run. Collective.
     */
    void prepare();

    /** What is timed; allocates nothing. Collective. */
    void compute();

    /** Operations within {@link #compute} on all ranks together, counted as NPB counts them. */
    double operations();

    /** What has come out beside what should have; complete on rank 0 only. Collective. */
    List<Check> checks();
}
