import static org.javampi.MPI.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.javampi.MPI_Datatype;

/** Solutions of lesson 6: the argument is the number of the exercise. */
public class Lesson06 {
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

    private static double[] matrix() {
        double[] matrix = new double[20];
        Arrays.setAll(matrix, i -> i);
        return matrix;
    }

    /** Rank 0 sends {@code count} items of a type to rank 1, which takes plain doubles. */
    private static void send(int rank, Object from, int count, MPI_Datatype type, int doubles) {
        MPI_Type_commit(type);
        if (rank == 0) {
            MPI_Send(from, count, type, 1, 1, MPI_COMM_WORLD);
        } else if (rank == 1) {
            double[] got = new double[doubles];
            MPI_Recv(got, doubles, MPI_DOUBLE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            System.out.println(Arrays.toString(got));
        }
        MPI_Type_free(type);
    }

    /** Rows 1 and 2, columns 1 to 3. */
    private static void first(int rank, int size) {
        MPI_Datatype box = MPI_Type_create_subarray(
                2, new int[] {4, 5}, new int[] {2, 3}, new int[] {1, 1}, MPI_ORDER_C, MPI_DOUBLE);
        send(rank, matrix(), 1, box, 6);
    }

    /** Resized, the next column begins one double further. */
    private static void second(int rank, int size) {
        MPI_Datatype column = MPI_Type_vector(4, 1, 5, MPI_DOUBLE);
        send(rank, at(matrix(), 1), 2, MPI_Type_create_resized(column, 0, Double.BYTES), 8);
    }

    /** The double begins at byte 8. */
    private static void third(int rank, int size) {
        MPI_Datatype pair = MPI_Type_create_struct(
                2, new int[] {1, 1}, new long[] {0, 8}, new MPI_Datatype[] {MPI_INT, MPI_DOUBLE});
        MPI_Type_commit(pair);
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        if (rank == 0) {
            bytes.putInt(0, 7).putDouble(8, 1.5);
            MPI_Send(bytes, 1, pair, 1, 1, MPI_COMM_WORLD);
        } else if (rank == 1) {
            MPI_Recv(bytes, 1, pair, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            System.out.println(bytes.getInt(0) + " and " + bytes.getDouble(8));
        }
    }
}
