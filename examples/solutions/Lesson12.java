import static org.javampi.MPI.*;

import org.javampi.Checkpoint;

/** Solutions of lesson 12: the argument is the number of the exercise. */
public class Lesson12 {
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

    /** The array is saved with the checkpoint and filled at a restart. Needs {@code --checkpoint-dir}. */
    private static void first(int rank, int size) {
        int[] count = {0};
        Checkpoint.register("count", count);
        while (count[0] < 10) {
            count[0]++;
            if (count[0] == 5) {
                Checkpoint.take();
            }
        }
        System.out.println("rank " + rank + " has counted to " + count[0]);
    }

    /** Restart it with {@code --restart DIR}. */
    private static void second(int rank, int size) {
        int[] count = {0};
        Checkpoint.register("count", count);
        System.out.println("rank " + rank + (Checkpoint.isRestarted() ? " goes on at " : " begins at ") + count[0]);
        while (count[0] < 10) {
            count[0]++;
            if (count[0] == 5) {
                Checkpoint.take();
            }
        }
    }

    /** The message is under way when the checkpoint is taken, and belongs to it. */
    private static void third(int rank, int size) {
        if (rank == 0 && size > 1 && !Checkpoint.isRestarted()) {
            MPI_Send(new int[] {7}, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
        }
        if (!Checkpoint.isRestarted()) {
            Checkpoint.take();
        }
        if (rank == 1) {
            int[] got = new int[1];
            MPI_Recv(got, 1, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            System.out.println("the message says " + got[0]);
        }
    }
}
