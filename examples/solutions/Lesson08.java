import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Random;

/** Solutions of lesson 8: the argument is the number of the exercise. */
public class Lesson08 {
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

    /** What the ranks before have is where the own numbers begin. */
    private static void first(int rank, int size) {
        int[] before = new int[1];
        MPI_Exscan(new int[] {rank + 1}, before, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        // Rank 0 gets nothing: its buffer is as it was.
        System.out.println("rank " + rank + " begins at " + before[0]);
    }

    /** The largest number so far. */
    private static void second(int rank, int size) {
        int[] most = new int[1];
        MPI_Scan(new int[] {rank * 5 % 7}, most, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
        System.out.println("up to rank " + rank + ": " + most[0]);
    }

    /** Each rank counts its own numbers, and the counts are added. */
    private static void third(int rank, int size) {
        int[] own = new int[4];
        new Random(rank).ints(100, 0, 4).forEach(number -> own[number]++);
        int[] all = new int[4];
        MPI_Allreduce(own, all, 4, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println(Arrays.stream(all).sum() + " numbers in 4 ranges");
        }
    }
}
