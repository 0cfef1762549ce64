import static org.javampi.MPI.*;

/** Solutions of lesson 11: the argument is the number of the exercise. */
public class Lesson11 {
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

    private static double compute(int rounds) {
        double sum = 0;
        for (int i = 1; i < rounds; i++) {
            sum += Math.sqrt(i);
        }
        return sum;
    }

    /** The last rank has ten times as much to do. Try {@code --trace -}. */
    private static void first(int rank, int size) {
        double sum = compute(rank == size - 1 ? 20_000_000 : 2_000_000);
        MPI_Barrier(MPI_COMM_WORLD);
        if (rank == 0 && sum > 0) {
            System.out.println("all have come");
        }
    }

    /** Rank 1 waits in its receive until rank 0 has computed. */
    private static void second(int rank, int size) {
        double[] sum = new double[1];
        if (rank == 0 && size > 1) {
            sum[0] = compute(20_000_000);
            MPI_Send(sum, 1, MPI_DOUBLE, 1, 1, MPI_COMM_WORLD);
        } else if (rank == 1) {
            double begun = MPI_Wtime();
            MPI_Recv(sum, 1, MPI_DOUBLE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            System.out.println("waited: " + (MPI_Wtime() > begun));
        }
    }

    /** Times of one rank are comparable; so the durations are reduced, not the times. */
    private static void third(int rank, int size) {
        double begun = MPI_Wtime();
        compute(1_000_000 * (rank + 1));
        double half = MPI_Wtime();
        compute(1_000_000 * (size - rank));
        int[] own = {micros(half - begun), rank, micros(MPI_Wtime() - half), rank};
        int[] most = new int[4];
        MPI_Reduce(own, most, 2, MPI_2INT, MPI_MAXLOC, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println("slowest: rank " + most[1] + ", then rank " + most[3]);
        }
    }

    private static int micros(double seconds) {
        return (int) (seconds * 1e6);
    }
}
