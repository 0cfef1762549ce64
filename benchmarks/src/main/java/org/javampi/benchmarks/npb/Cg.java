package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.List;

/**
 * CG, conjugate gradient: the smallest eigenvalue of a large sparse matrix by inverse iteration,
 * each step of which solves a system with 25 steps of conjugate gradients. The number of ranks must
 * be a power of two.
 */
public final class Cg implements Kernel {
    private static final int STEPS = 25;

    private final ProblemClass problemClass;
    private final int order;
    private final int nonzero;
    private final int iterations;
    private final double shift;
    private final CgGrid grid;
    private final int count;
    private CgMatrix matrix;
    private final double[] x;
    private final double[] z;
    private final double[] r;
    private final double[] p;
    private final double[] q;
    private final double[] one = new double[1];
    private final double[] two = new double[2];
    private double zeta;

    private Cg(ProblemClass problemClass) {
        this.problemClass = problemClass;
        order = switch (problemClass) {
            case S -> 1400;
            case W -> 7000;
            case A -> 14000;
            case B -> 75000;
        };
        nonzero = switch (problemClass) {
            case S -> 7;
            case W -> 8;
            case A -> 11;
            case B -> 13;
        };
        shift = switch (problemClass) {
            case S -> 10;
            case W -> 12;
            case A -> 20;
            case B -> 60;
        };
        iterations = problemClass == ProblemClass.B ? 75 : 15;
        Benchmark.powerOfTwo("CG", problemClass, Integer.highestOneBit(order));
        grid = new CgGrid(order);
        count = grid.columnCount;
        x = new double[count];
        z = new double[count];
        r = new double[count];
        p = new double[count];
        q = new double[count];
    }

    /** Runs as one rank; see {@link Benchmark}. */
    public static void main(String[] args) {
        Benchmark.run("CG", args, Cg::new);
    }

    @Override
    public String size() {
        return Integer.toString(order);
    }

    @Override
    public int iterations() {
        return iterations;
    }

    @Override
    public void prepare() {
        if (matrix == null) {
            matrix = new CgMatrix(order, nonzero, shift, grid);
        }
        Arrays.fill(x, 1);
        iterate();
        Arrays.fill(x, 1);
    }

    @Override
    public void compute() {
        for (int iteration = 0; iteration < iterations; iteration++) {
            iterate();
        }
    }

    /** One step of inverse iteration. */
    private void iterate() {
        solve();
        two[0] = dot(x, z, count);
        two[1] = dot(z, z, count);
        grid.sum(two);
        zeta = shift + 1 / two[0];
        scale(1 / Math.sqrt(two[1]), z, x, count);
    }

    /**
     * Conjugate gradients towards z with A z = x. The norm of what is left is nobody's business,
     * but NPB computes it within the time.
     */
    private void solve() {
        Arrays.fill(z, 0);
        System.arraycopy(x, 0, r, 0, count);
        System.arraycopy(x, 0, p, 0, count);
        double rho = sum(dot(r, r, count));
        for (int step = 0; step < STEPS; step++) {
            matrix.multiply(p, grid.product);
            grid.sumAndTranspose(q);
            double alpha = rho / sum(dot(p, q, count));
            addScaled(alpha, p, z, count);
            addScaled(-alpha, q, r, count);
            double before = rho;
            rho = sum(dot(r, r, count));
            scaleAndAdd(rho / before, p, r, count);
        }
        matrix.multiply(z, grid.product);
        grid.sumAndTranspose(r);
        addScaled(-1, x, r, count);
        sum(dot(r, r, count));
    }

    private double sum(double part) {
        one[0] = part;
        grid.sum(one);
        return one[0];
    }

    private static double dot(double[] a, double[] b, int count) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < count; i++) {
            sum0 += a[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    private static void addScaled(double factor, double[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] += factor * from[i];
        }
    }

    private static void scaleAndAdd(double factor, double[] scaled, double[] added, int count) {
        for (int i = 0; i < count; i++) {
            scaled[i] = added[i] + factor * scaled[i];
        }
    }

    private static void scale(double factor, double[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = factor * from[i];
        }
    }

    @Override
    public double operations() {
        double entries = nonzero * (nonzero + 1.0);
        return 2.0 * iterations * order * (3 + entries + STEPS * (5 + entries) + 3);
    }

    @Override
    public List<Check> checks() {
        double expected =
                switch (problemClass) {
                    case S -> 8.5971775078648;
                    case W -> 10.362595087124;
                    case A -> 17.130235054029;
                    case B -> 22.712745482631;
                };
        return List.of(new Check("zeta", zeta, expected, 1e-10));
    }
}
