package org.javampi.benchmarks.npb;

import java.util.Arrays;

/** How large a problem is, in NPB's letters; what a letter means is each kernel's own. */
public enum ProblemClass {
    /** A sample, to try things out. */
    S,
    /** A workstation of 1994. */
    W,
    /** The first class that is measured. */
    A,
    /** Some four times class A; more iterations, too. */
    B;

    /**
     * The class of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ProblemClass of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown class " + name + " (there are S, W, A and B)"));
    }
}
