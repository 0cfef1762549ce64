import static org.javampi.MPI.*;

import org.javampi.*;

/**
 * The trapezoidal rule, as chapter 3 of Pacheco's book computes it: rank 0 has the input, a derived type carries it, each
 * rank integrates its own interval, and a reduction adds. {@code ./javampirun -np 4 examples/books/Trapezoid.java}
 */
public final class Trapezoid {
    private static double f(double x) {
        return x * x;
    }

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        double[] ends = new double[2];
        int[] n = new int[1];
        if (rank == 0) {
            ends[1] = 3;
            n[0] = 1024;
        }
        // Two doubles and an int of one call: absolute addresses, since Java's variables have no distance.
        long[] places = {MPI_Get_address(ends), MPI_Get_address(n)};
        MPI_Datatype input =
                MPI_Type_create_struct(2, new int[] {2, 1}, places, new MPI_Datatype[] {MPI_DOUBLE, MPI_INT});
        MPI_Type_commit(input);
        MPI_Bcast(MPI_BOTTOM, 1, input, 0, MPI_COMM_WORLD);
        MPI_Type_free(input);

        MPI_Barrier(MPI_COMM_WORLD);
        double start = MPI_Wtime();
        double h = (ends[1] - ends[0]) / n[0];
        int first = (int) ((long) n[0] * rank / size);
        int last = (int) ((long) n[0] * (rank + 1) / size);
        double[] own = new double[1];
        for (int i = first; i < last; i++) {
            own[0] += h * (f(ends[0] + i * h) + f(ends[0] + (i + 1) * h)) / 2;
        }
        double[] total = new double[1];
        MPI_Reduce(own, total, 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        double[] elapsed = {MPI_Wtime() - start};
        double[] longest = new double[1];
        MPI_Reduce(elapsed, longest, 1, MPI_DOUBLE, MPI_MAX, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println("With " + n[0] + " trapezoids the integral is " + Math.round(total[0] * 1e5) / 1e5);
            if (args.length > 0) {
                System.out.println("It took " + longest[0] + " s");
            }
        }
        MPI_Finalize();
    }
}
