package org.javampi.mpirun;

import static org.javampi.MPI.MPI_Allreduce;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Comm_size;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Get_processor_name;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_SUM;

import java.nio.charset.StandardCharsets;

/**
 * A program whose ranks say where they are, once each has heard of all others; with the argument
 * {@code input} rank 0 says what is on its standard input; the others try theirs before.
 */
public final class Where {
    private Where() {}

    /** Arguments: perhaps {@code input}. */
    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        boolean input = args.length > 0 && args[0].equals("input");
        if (input && rank != 0 && System.in.read() >= 0) {
            System.out.println("rank " + rank + " has standard input");
        }
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        String[] name = new String[1];
        MPI_Get_processor_name(name, new int[1]);
        System.out.println(rank + " of " + MPI_Comm_size(MPI_COMM_WORLD) + " on " + name[0] + ": " + sum[0]);
        if (input && rank == 0) {
            String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            System.out.print("input " + text.replace('\n', '|'));
        }
        MPI_Finalize();
    }
}
