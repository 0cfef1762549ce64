package sum;

import static org.javampi.MPI.*;

public class Sum {
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] sum = new int[1];
        MPI_Reduce(new int[] {rank}, sum, 1, MPI_INT, MPI_SUM, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println(MPI_Comm_size(MPI_COMM_WORLD) + " ranks add up to " + sum[0]);
        }
        MPI_Finalize();
    }
}
