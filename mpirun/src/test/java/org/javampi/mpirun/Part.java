package org.javampi.mpirun;

import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Comm_size;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Recv;
import static org.javampi.MPI.MPI_STATUS_IGNORE;

/** The first of several programs: hears from all ranks of the others, and says what it was given. */
final class Part {
    private Part() {}

    /** Takes the number of ranks that run it, and words. */
    public static void main(String[] arguments) {
        MPI_Init(arguments);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int others = MPI_Comm_size(MPI_COMM_WORLD) - Integer.parseInt(arguments[0]);
        StringBuilder heard = new StringBuilder();
        int[] word = new int[1];
        for (int i = 0; rank == 0 && i < others; i++) {
            MPI_Recv(word, 1, MPI_INT, Integer.parseInt(arguments[0]) + i, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            heard.append(' ').append(word[0]);
        }
        System.out.println("part " + rank + " " + String.join(",", arguments) + " " + System.getProperty("p") + " "
                + System.getenv("V") + " " + System.getenv("W") + heard);
        MPI_Finalize();
    }
}
