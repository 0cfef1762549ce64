package org.javampi.benchmarks.jmh;

import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

/** The program of each rank but the first, when ranks are processes. */
public final class Follower {
    private Follower() {}

    /** Takes what {@link InStep} takes. */
    public static void main(String[] args) {
        MPI_Init(args);
        new InStep(args).follow();
        MPI_Finalize();
    }
}
