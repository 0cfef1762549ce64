import static org.javampi.MPI.*;

import java.util.Arrays;
import org.javampi.MPI_Comm;

/** Solutions of lesson 7: the argument is the number of the exercise. */
public class Lesson07 {
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

    /** The colour is the remainder; each part has a rank 0 of its own. */
    private static void first(int rank, int size) {
        MPI_Comm part = MPI_Comm_split(MPI_COMM_WORLD, rank % 2, rank);
        int[] sum = new int[1];
        MPI_Reduce(new int[] {rank}, sum, 1, MPI_INT, MPI_SUM, 0, part);
        if (MPI_Comm_rank(part) == 0) {
            System.out.println((rank % 2 == 0 ? "even" : "odd") + " ranks add up to " + sum[0]);
        }
    }

    private static MPI_Comm grid(int size) {
        int[] dims = new int[2];
        MPI_Dims_create(size, 2, dims);
        return MPI_Cart_create(MPI_COMM_WORLD, 2, dims, new boolean[2], false);
    }

    /** Dimensions as equal as they can be. */
    private static void second(int rank, int size) {
        MPI_Comm grid = grid(size);
        int[] place = new int[2];
        MPI_Cart_coords(grid, MPI_Comm_rank(grid), 2, place);
        System.out.println("rank " + rank + " is at " + Arrays.toString(place));
    }

    /** A row keeps the second dimension. */
    private static void third(int rank, int size) {
        MPI_Comm[] row = new MPI_Comm[1];
        MPI_Cart_sub(grid(size), new boolean[] {false, true}, row);
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {rank}, sum, 1, MPI_INT, MPI_SUM, row[0]);
        if (MPI_Comm_rank(row[0]) == 0) {
            System.out.println("the row of rank " + rank + " adds up to " + sum[0]);
        }
    }
}
