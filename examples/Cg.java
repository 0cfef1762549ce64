import static org.javampi.MPI.*;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.javampi.Checkpoint;

/**
 * Lesson 10: the conjugate-gradient benchmark of the NAS Parallel Benchmarks, which survives. It
 * estimates the smallest eigenvalue of a random sparse matrix; its answer zeta is known to ten
 * digits. The matrix is made anew at a restart: only the vector and the count are kept.
 *
 * <pre>
 * ./javampirun -np 4 --checkpoint-dir cg --checkpoint-every 1 --ft examples/Cg.java A
 * </pre>
 */
public class Cg {
    private static final String[] CLASSES = {"S", "W", "A", "B"};
    private static final int[] ORDER = {1400, 7000, 14000, 75000};
    private static final int[] NONZERO = {7, 8, 11, 13};
    private static final int[] ITERATIONS = {15, 15, 15, 75};
    private static final double[] SHIFT = {10, 12, 20, 60};
    private static final double[] ZETA = {8.5971775078648, 10.362595087124, 17.130235054029, 22.712745482631};
    private static final double RCOND = 0.1;
    private static final long MASK = (1L << 46) - 1;

    /** What survives. */
    static class State implements Serializable {
        private static final long serialVersionUID = 1L;
        int iteration;
        double zeta;
        double[] x;
    }

    private final int order;
    private final int[] counts;
    private final int[] firsts;
    private final int first;
    private final int rows;
    private final int[] rowStart;
    private final int[] columns;
    private final double[] values;
    private final double[] whole;
    private long seed = 314159265;

    public static void main(String[] args) {
        MPI_Init(args);
        int c = Math.max(0, Arrays.asList(CLASSES).indexOf(args.length > 0 ? args[0] : "S"));
        Cg cg = new Cg(ORDER[c], NONZERO[c], SHIFT[c]);
        State state = new State();
        state.x = new double[cg.rows];
        Arrays.fill(state.x, 1);
        Checkpoint.register("cg", state);
        while (state.iteration < ITERATIONS[c]) {
            double[] z = cg.solve(state.x);
            state.zeta = SHIFT[c] + 1 / cg.dot(state.x, z);
            double norm = 1 / Math.sqrt(cg.dot(z, z));
            for (int i = 0; i < z.length; i++) {
                state.x[i] = norm * z[i];
            }
            state.iteration++;
            Checkpoint.here();
        }
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            boolean good = Math.abs(state.zeta - ZETA[c]) < 1e-10;
            System.out.printf(
                    Locale.ROOT,
                    "CG class %s: zeta = %s, %s%n",
                    CLASSES[c],
                    state.zeta,
                    good ? "verified" : "WRONG, should be " + ZETA[c]);
        }
        MPI_Finalize();
    }

    /** Makes this rank's rows of the matrix: a weighted sum of outer products of sparse vectors. */
    private Cg(int order, int nonzero, double shift) {
        this.order = order;
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        counts = new int[size];
        firsts = new int[size];
        for (int rank = 0; rank < size; rank++) {
            firsts[rank] = (int) ((long) order * rank / size);
            counts[rank] = (int) ((long) order * (rank + 1) / size) - firsts[rank];
        }
        first = firsts[MPI_Comm_rank(MPI_COMM_WORLD)];
        rows = counts[MPI_Comm_rank(MPI_COMM_WORLD)];
        whole = new double[order];
        int[][] rowColumns = new int[rows][16];
        double[][] rowValues = new double[rows][16];
        int[] used = new int[rows];
        random();
        double weight = 1;
        double ratio = Math.pow(RCOND, 1.0 / order);
        int[] where = new int[nonzero + 1];
        double[] what = new double[nonzero + 1];
        for (int i = 0; i < order; i++) {
            int n = sparseVector(i, nonzero, where, what);
            for (int k = 0; k < n; k++) {
                int row = where[k] - first;
                for (int l = 0; row >= 0 && row < rows && l < n; l++) {
                    double value = what[l] * (weight * what[k]);
                    if (where[l] == where[k] && where[k] == i) {
                        value += RCOND - shift;
                    }
                    if (used[row] == rowColumns[row].length) {
                        rowColumns[row] = Arrays.copyOf(rowColumns[row], 2 * used[row]);
                        rowValues[row] = Arrays.copyOf(rowValues[row], 2 * used[row]);
                    }
                    rowColumns[row][used[row]] = where[l];
                    rowValues[row][used[row]++] = value;
                }
            }
            weight *= ratio;
        }
        rowStart = new int[rows + 1];
        columns = new int[Arrays.stream(used).sum()];
        values = new double[columns.length];
        int[] place = new int[order];
        for (int row = 0; row < rows; row++) {
            rowStart[row + 1] = merge(rowColumns[row], rowValues[row], used[row], rowStart[row], place);
        }
    }

    /** Adds up the entries of one row that stand in the same column; answers where the row ends. */
    private int merge(int[] rowColumns, double[] rowValues, int used, int start, int[] place) {
        int[] distinct = Arrays.stream(rowColumns, 0, used).distinct().sorted().toArray();
        for (int i = 0; i < distinct.length; i++) {
            place[distinct[i]] = start + i;
            columns[start + i] = distinct[i];
        }
        for (int i = 0; i < used; i++) {
            values[place[rowColumns[i]]] += rowValues[i];
        }
        return start + distinct.length;
    }

    /** A random sparse vector with one half at {@code centre}; answers its number of entries. */
    private int sparseVector(int centre, int nonzero, int[] where, double[] what) {
        int power = Integer.highestOneBit(2 * order - 1);
        int n = 0;
        while (n < nonzero) {
            double value = random();
            int place = (int) (power * random());
            if (place < order && indexOf(place, where, n) == n) {
                what[n] = value;
                where[n++] = place;
            }
        }
        int at = indexOf(centre, where, n);
        where[at] = centre;
        what[at] = 0.5;
        return Math.max(n, at + 1);
    }

    private static int indexOf(int place, int[] where, int n) {
        int i = 0;
        while (i < n && where[i] != place) {
            i++;
        }
        return i;
    }

    /** The benchmark's own generator: multiplication by 5^13 modulo 2^46. */
    private double random() {
        seed = seed * 1220703125L & MASK;
        return seed * 0x1p-46;
    }

    private double dot(double[] a, double[] b) {
        double[] sum = {0};
        for (int i = 0; i < a.length; i++) {
            sum[0] += a[i] * b[i];
        }
        MPI_Allreduce(MPI_IN_PLACE, sum, 1, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        return sum[0];
    }

    /** 25 steps of conjugate gradients towards z with A z = x. */
    private double[] solve(double[] x) {
        double[] z = new double[rows];
        double[] r = x.clone();
        double[] p = x.clone();
        double[] q = new double[rows];
        double rho = dot(r, r);
        for (int step = 0; step < 25; step++) {
            multiply(p, q);
            double alpha = rho / dot(p, q);
            for (int i = 0; i < rows; i++) {
                z[i] += alpha * p[i];
                r[i] -= alpha * q[i];
            }
            double before = rho;
            rho = dot(r, r);
            double beta = rho / before;
            for (int i = 0; i < rows; i++) {
                p[i] = r[i] + beta * p[i];
            }
        }
        return z;
    }

    private void multiply(double[] p, double[] q) {
        MPI_Allgatherv(p, rows, MPI_DOUBLE, whole, counts, firsts, MPI_DOUBLE, MPI_COMM_WORLD);
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
                sum += values[k] * whole[columns[k]];
            }
            q[row] = sum;
        }
    }
}
