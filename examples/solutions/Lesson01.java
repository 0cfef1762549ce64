import static org.javampi.MPI.*;

import java.nio.charset.StandardCharsets;
import org.javampi.MPI_Status;

/** Solutions of lesson 1: the argument is the number of the exercise. */
public class Lesson01 {
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

    /** Only the last rank prints. */
    private static void first(int rank, int size) {
        if (rank == size - 1) {
            System.out.println("rank " + rank + " is the last");
        }
    }

    /** Rank 0 receives in the order of the ranks, so that it prints in that order. */
    private static void second(int rank, int size) {
        int[] number = {rank};
        if (rank > 0) {
            MPI_Send(number, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
            return;
        }
        for (int other = 1; other < size; other++) {
            MPI_Recv(number, 1, MPI_INT, other, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            System.out.println("rank " + number[0] + " has come");
        }
    }

    /** A word is bytes; the status tells how many have come. */
    private static void third(int rank, int size) {
        if (rank == 0) {
            for (int other = 1; other < size; other++) {
                byte[] word = ("word " + other).getBytes(StandardCharsets.UTF_8);
                MPI_Send(word, word.length, MPI_BYTE, other, 1, MPI_COMM_WORLD);
            }
        } else {
            byte[] word = new byte[100];
            MPI_Status status = MPI_Recv(word, word.length, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            System.out.println(new String(word, 0, MPI_Get_count(status, MPI_BYTE), StandardCharsets.UTF_8));
        }
    }
}
