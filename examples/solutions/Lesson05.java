import static org.javampi.MPI.*;

/** Solutions of lesson 5: the argument is the number of the exercise. */
public class Lesson05 {
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

    /** All tell rank 0, rank 0 tells all. */
    private static void first(int rank, int size) {
        byte[] nothing = new byte[1];
        if (rank > 0) {
            MPI_Send(nothing, 0, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            MPI_Recv(nothing, 0, MPI_BYTE, 0, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        } else {
            for (int other = 1; other < size; other++) {
                MPI_Recv(nothing, 0, MPI_BYTE, other, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            }
            for (int other = 1; other < size; other++) {
                MPI_Send(nothing, 0, MPI_BYTE, other, 2, MPI_COMM_WORLD);
            }
            System.out.println("all have come");
        }
    }

    /** In each round a signal goes twice as far. */
    private static void second(int rank, int size) {
        byte[] out = new byte[1];
        byte[] in = new byte[1];
        int rounds = 0;
        for (int far = 1; far < size; far *= 2) {
            int to = (rank + far) % size;
            int from = (rank + size - far) % size;
            MPI_Sendrecv(out, 0, MPI_BYTE, to, 1, in, 0, MPI_BYTE, from, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            rounds++;
        }
        if (rank == 0) {
            System.out.println("all have come in " + rounds + " rounds");
        }
    }

    /** A chain needs as many rounds as there are other ranks. */
    private static void third(int rank, int size) {
        int[] word = {rank == 0 ? 42 : 0};
        if (rank > 0) {
            MPI_Recv(word, 1, MPI_INT, rank - 1, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
        if (rank < size - 1) {
            MPI_Send(word, 1, MPI_INT, rank + 1, 1, MPI_COMM_WORLD);
        } else {
            System.out.println("the last rank has " + word[0] + " after " + (size - 1) + " rounds");
        }
    }
}
