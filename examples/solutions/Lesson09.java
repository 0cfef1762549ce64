import static org.javampi.MPI.*;

import java.nio.charset.StandardCharsets;
import org.javampi.MPI_Status;

/** Solutions of lesson 9: the argument is the number of the exercise. */
public class Lesson09 {
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

    /** The source of each result is counted. */
    private static void first(int rank, int size) {
        int[] number = {rank};
        if (rank > 0) {
            for (int i = 0; i < 3; i++) {
                MPI_Send(number, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
            }
            return;
        }
        int[] counts = new int[size];
        for (int i = 0; i < 3 * (size - 1); i++) {
            MPI_Status status = MPI_Recv(number, 1, MPI_INT, MPI_ANY_SOURCE, 1, MPI_COMM_WORLD);
            counts[status.MPI_SOURCE]++;
        }
        for (int worker = 1; worker < size; worker++) {
            System.out.println("worker " + worker + ": " + counts[worker]);
        }
    }

    /** The probe tells the length before there is a buffer. */
    private static void second(int rank, int size) {
        if (rank > 0) {
            byte[] word = "x".repeat(rank).getBytes(StandardCharsets.UTF_8);
            MPI_Send(word, word.length, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            return;
        }
        int total = 0;
        for (int i = 1; i < size; i++) {
            MPI_Status status = MPI_Probe(MPI_ANY_SOURCE, 1, MPI_COMM_WORLD);
            byte[] word = new byte[MPI_Get_count(status, MPI_BYTE)];
            MPI_Recv(word, word.length, MPI_BYTE, status.MPI_SOURCE, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            total += word.length;
        }
        System.out.println("words of " + total + " letters");
    }

    /** Rank r tries r + 1, r + 1 + size, ...; each round all hear whether anyone has found a divisor. */
    private static void third(int rank, int size) {
        int[] found = new int[1];
        for (int candidate = rank + 2; found[0] == 0; candidate += size) {
            int own = candidate < 91 && 91 % candidate == 0 ? candidate : 0;
            MPI_Allreduce(new int[] {own}, found, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
        }
        if (rank == 0) {
            System.out.println("91 is divisible by " + found[0]);
        }
    }
}
