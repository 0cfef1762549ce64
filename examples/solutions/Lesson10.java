import static org.javampi.MPI.*;

import java.util.Arrays;

/** Solutions of lesson 10: the argument is the number of the exercise. */
public class Lesson10 {
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

    private static final int UNKNOWNS = 24;

    /** The own part of a dot product, added up over all ranks. */
    private static double dot(double[] x, double[] y) {
        double own = 0;
        for (int i = 1; i < x.length - 1; i++) {
            own += x[i] * y[i];
        }
        double[] sum = new double[1];
        MPI_Allreduce(new double[] {own}, sum, 1, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        return sum[0];
    }

    private static int unknowns(int rank, int size) {
        return UNKNOWNS * (rank + 1) / size - UNKNOWNS * rank / size;
    }

    /** A vector with a cell of each neighbour at its ends. */
    private static double[] vector(int rank, int size, double value) {
        double[] vector = new double[unknowns(rank, size) + 2];
        Arrays.fill(vector, 1, vector.length - 1, value);
        return vector;
    }

    private static void exchange(double[] x, int rank, int size) {
        int left = rank > 0 ? rank - 1 : MPI_PROC_NULL;
        int right = rank < size - 1 ? rank + 1 : MPI_PROC_NULL;
        int last = x.length - 2;
        MPI_Sendrecv(at(x, 1), 1, MPI_DOUBLE, left, 1, at(x, last + 1), 1, MPI_DOUBLE, right, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        MPI_Sendrecv(at(x, last), 1, MPI_DOUBLE, right, 2, x, 1, MPI_DOUBLE, left, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    }

    /** 2 on the diagonal and -1 beside it. */
    private static double[] product(double[] x, int rank, int size) {
        exchange(x, rank, size);
        double[] y = new double[x.length];
        for (int i = 1; i < x.length - 1; i++) {
            y[i] = 2 * x[i] - x[i - 1] - x[i + 1];
        }
        return y;
    }

    private static void first(int rank, int size) {
        double sum = dot(vector(rank, size, 2), vector(rank, size, 3));
        if (rank == 0) {
            System.out.println("the dot product is " + sum);
        }
    }

    /** Jacobi: x = (b + its neighbours) / 2, until the residual is small. */
    private static void second(int rank, int size) {
        double[] x = vector(rank, size, 0);
        double residual = 1;
        int steps = 0;
        while (residual > 1e-6) {
            double[] y = product(x, rank, size);
            double[] r = new double[x.length];
            for (int i = 1; i < x.length - 1; i++) {
                r[i] = 1 - y[i];
                x[i] += r[i] / 2;
            }
            residual = Math.sqrt(dot(r, r));
            steps++;
        }
        if (rank == 0) {
            System.out.println("Jacobi: " + steps + " steps");
        }
    }

    /** Conjugate gradients take at most as many steps as there are unknowns. */
    private static void third(int rank, int size) {
        double[] x = vector(rank, size, 0);
        double[] r = vector(rank, size, 1);
        double[] p = r.clone();
        double rr = dot(r, r);
        int steps = 0;
        while (Math.sqrt(rr) > 1e-6) {
            double[] q = product(p, rank, size);
            double alpha = rr / dot(p, q);
            for (int i = 1; i < x.length - 1; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * q[i];
            }
            double next = dot(r, r);
            for (int i = 1; i < x.length - 1; i++) {
                p[i] = r[i] + next / rr * p[i];
            }
            rr = next;
            steps++;
        }
        if (rank == 0) {
            System.out.println("conjugate gradients: " + steps + " steps");
        }
    }
}
