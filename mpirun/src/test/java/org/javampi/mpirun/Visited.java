package org.javampi.mpirun;

import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Init;

import java.util.concurrent.TimeUnit;

/** A program that says its job's name and then only waits. */
public class Visited {
    public static int counter = 42;

    public static void main(String[] args) throws InterruptedException {
        MPI_Init(args);
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            System.out.println(System.getenv("JAVAMPI_JOB"));
        }
        TimeUnit.MINUTES.sleep(10);
    }
}
