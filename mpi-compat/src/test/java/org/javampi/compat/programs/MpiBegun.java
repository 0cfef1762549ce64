package org.javampi.compat.programs;

import mpi.MPI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on ranks for which package mpi has begun. */
abstract class MpiBegun {
    @BeforeEach
    void begin() {
        MPI.Init(null);
    }

    @AfterEach
    void end() {
        MPI.Finalize();
    }
}
