package org.javampi.mpirun;

import static org.javampi.MPI.MPI_ANY_SOURCE;
import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Irecv;
import static org.javampi.MPI.MPI_Probe;
import static org.javampi.MPI.MPI_STATUS_IGNORE;
import static org.javampi.MPI.MPI_Send;

import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import org.javampi.Checkpoint;
import org.javampi.MPI_Request;

/** A program that says its job's name and then only waits; rank 1 has a receive and a message that do not meet. */
public class Visited {
    public static int counter = 42;

    /** What it registers. */
    public static class State implements Serializable {
        private static final long serialVersionUID = 1;

        public int step = 7;
    }

    public static void main(String[] args) throws InterruptedException {
        MPI_Init(args);
        Checkpoint.register("state", new State());
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        if (rank == 0) {
            MPI_Send(new int[2], 2, MPI_INT, 1, 9, MPI_COMM_WORLD);
        } else if (rank == 1) {
            MPI_Probe(MPI_ANY_SOURCE, 9, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Irecv(new int[1], 1, MPI_INT, 0, 5, MPI_COMM_WORLD, new MPI_Request[1]);
        }
        MPI_Barrier(MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println(System.getenv("JAVAMPI_JOB"));
        }
        TimeUnit.MINUTES.sleep(10);
    }
}
