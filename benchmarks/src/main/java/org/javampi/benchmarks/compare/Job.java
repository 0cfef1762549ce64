package org.javampi.benchmarks.compare;

import java.util.List;

/**
 * One start of a benchmark, the same for all contestants.
 *
 * @param medium {@code shm} or {@code tcp}
 * @param ranks how many processes
 * @param benchmark {@code latency}, {@code bandwidth}, {@code rate}, {@code collectives}, {@code
 *     npb-} and a kernel of NPB, or {@code start} for the wall time of the shortest program
 * @param arguments its options, which Java's and C's programs understand alike
 */
public record Job(String medium, int ranks, String benchmark, List<String> arguments) {
    @Override
    public String toString() {
        return String.join(" ", benchmark, medium, "np", Integer.toString(ranks), String.join(" ", arguments))
                .strip();
    }
}
