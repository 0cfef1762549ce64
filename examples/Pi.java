import static org.javampi.MPI.*;

import java.util.Locale;

/**
 * Lesson 4: the area under 4/(1+x*x) from 0 to 1 is pi. Each rank sums its share; MPI_Reduce adds
 * the shares.
 */
public class Pi {
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        // Only rank 0 knows how many slices; MPI_Bcast tells the others.
        int[] slices = {rank == 0 ? (args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000) : 0};
        MPI_Bcast(slices, 1, MPI_INT, 0, MPI_COMM_WORLD);
        double width = 1.0 / slices[0];
        double[] share = {0};
        for (int i = rank; i < slices[0]; i += size) {
            double x = (i + 0.5) * width;
            share[0] += 4 / (1 + x * x) * width;
        }
        double[] pi = new double[1];
        MPI_Reduce(share, pi, 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println(String.format(Locale.ROOT, "pi is about %.9f", pi[0]));
        }
        MPI_Finalize();
    }
}
