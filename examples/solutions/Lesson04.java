import static org.javampi.MPI.*;

import java.util.Arrays;

/** Solutions of lesson 4: the argument is the number of the exercise. */
public class Lesson04 {
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        switch (args.length == 0 ? "1" : args[0]) {
            case "1" -> first(rank, size);
            case "2" -> second(rank, size);
            default -> third(rank, size);
        }
        MPI_Finalize();
    }

    /** Pairs of value and rank. */
    private static void first(int rank, int size) {
        int[] own = {(rank * 7 + 3) % 10, rank};
        int[] most = new int[2];
        MPI_Allreduce(own, most, 1, MPI_2INT, MPI_MAXLOC, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println("rank " + most[1] + " of " + size + " has the most: " + most[0]);
        }
    }

    /** The counts are those of one rank. */
    private static void second(int rank, int size) {
        int[] all = new int[2 * size];
        Arrays.setAll(all, i -> i);
        int[] own = new int[2];
        MPI_Scatter(all, 2, MPI_INT, own, 2, MPI_INT, 0, MPI_COMM_WORLD);
        own[0] *= 2;
        own[1] *= 2;
        MPI_Gather(own, 2, MPI_INT, all, 2, MPI_INT, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println(Arrays.toString(all));
        }
    }

    /** The sum and the sum of squares travel together. */
    private static void third(int rank, int size) {
        double[] sums = new double[2];
        MPI_Allreduce(new double[] {rank, (double) rank * rank}, sums, 2, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        double mean = sums[0] / size;
        if (rank == 0) {
            System.out.println("mean " + mean + ", variance " + (sums[1] / size - mean * mean));
        }
    }
}
