import static org.javampi.MPI.*;

/** Solutions of lesson 2: the argument is the number of the exercise. */
public class Lesson02 {
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

    /** The deadlock: both receive first. */
    private static void first(int rank, int size) {
        int[] number = {rank};
        if (rank < 2 && size > 1) {
            MPI_Recv(number, 1, MPI_INT, 1 - rank, 6, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Send(number, 1, MPI_INT, 1 - rank, 6, MPI_COMM_WORLD);
        }
    }

    /** A shift to the right. */
    private static void second(int rank, int size) {
        int[] got = new int[1];
        int right = (rank + 1) % size;
        int left = (rank + size - 1) % size;
        MPI_Sendrecv(new int[] {rank}, 1, MPI_INT, right, 1, got, 1, MPI_INT, left, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        System.out.println("rank " + rank + " has got " + got[0]);
    }

    /** Pairs: the even rank sends first. A last rank without a partner has MPI_PROC_NULL. */
    private static void third(int rank, int size) {
        int partner = rank % 2 == 1 ? rank - 1 : rank + 1 < size ? rank + 1 : MPI_PROC_NULL;
        int[] got = {rank};
        if (rank % 2 == 0) {
            MPI_Send(new int[] {rank}, 1, MPI_INT, partner, 1, MPI_COMM_WORLD);
            MPI_Recv(got, 1, MPI_INT, partner, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        } else {
            MPI_Recv(got, 1, MPI_INT, partner, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Send(new int[] {rank}, 1, MPI_INT, partner, 1, MPI_COMM_WORLD);
        }
        System.out.println("rank " + rank + " has got " + got[0]);
    }
}
