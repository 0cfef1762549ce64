package org.javampi.mpirun;

import static org.javampi.MPI.MPI_Allreduce;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_SUM;

/** A program that adds up vectors as long as its argument says. */
public final class Sum {
    private Sum() {}

    /** Argument: elements. */
    public static void main(String[] args) {
        MPI_Init(args);
        int count = Integer.parseInt(args[0]);
        MPI_Allreduce(new int[count], new int[count], count, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        MPI_Finalize();
    }
}
