import static org.javampi.MPI.*;

import org.javampi.MPI_Request;

/** Solutions of lesson 3: the argument is the number of the exercise. */
public class Lesson03 {
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

    /** Two requests, one wait. */
    private static void first(int rank, int size) {
        int[] got = new int[1];
        MPI_Request[] requests = {
            MPI_Irecv(got, 1, MPI_INT, (rank + size - 1) % size, 1, MPI_COMM_WORLD),
            MPI_Isend(new int[] {rank}, 1, MPI_INT, (rank + 1) % size, 1, MPI_COMM_WORLD)
        };
        MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
        System.out.println("rank " + rank + " has got " + got[0]);
    }

    /** Rank 0 asks again and again while rank 1 computes. */
    private static void second(int rank, int size) {
        if (rank == 1) {
            double sum = 0;
            for (int i = 1; i < 5_000_000; i++) {
                sum += 1.0 / i;
            }
            MPI_Send(new double[] {sum}, 1, MPI_DOUBLE, 0, 1, MPI_COMM_WORLD);
        } else if (rank == 0 && size > 1) {
            double[] sum = new double[1];
            MPI_Request[] request = {MPI_Irecv(sum, 1, MPI_DOUBLE, 1, 1, MPI_COMM_WORLD)};
            boolean[] done = new boolean[1];
            int asked = 0;
            while (!done[0]) {
                MPI_Test(request, done, MPI_STATUS_IGNORE);
                asked++;
            }
            System.out.println("asked more than once: " + (asked > 1) + ", the sum is " + Math.round(sum[0]));
        }
    }

    /** Whichever comes first is taken first. */
    private static void third(int rank, int size) {
        if (rank > 0) {
            MPI_Send(new int[] {rank * rank}, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
            return;
        }
        int[][] got = new int[size][1];
        MPI_Request[] requests = new MPI_Request[size - 1];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = MPI_Irecv(got[i], 1, MPI_INT, i + 1, 1, MPI_COMM_WORLD);
        }
        int sum = 0;
        int[] index = new int[1];
        for (int i = 0; i < requests.length; i++) {
            MPI_Waitany(requests.length, requests, index, MPI_STATUS_IGNORE);
            sum += got[index[0]][0];
        }
        System.out.println("all squares add up to " + sum);
    }
}
