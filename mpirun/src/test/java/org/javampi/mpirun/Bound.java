package org.javampi.mpirun;

import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program whose ranks print the processors that their thread may use. */
public final class Bound {
    private Bound() {}

    /** No arguments. */
    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        for (String line : Files.readAllLines(Path.of("/proc/thread-self/status"))) {
            if (line.startsWith("Cpus_allowed_list:")) {
                System.out.println(MPI_Comm_rank(MPI_COMM_WORLD) + " may use " + line.substring(19));
            }
        }
        MPI_Finalize();
    }
}
