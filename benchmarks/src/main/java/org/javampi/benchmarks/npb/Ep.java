package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * EP, "embarrassingly parallel": pairs of normally distributed numbers by the polar method, counted
 * by the square ring that they fall into. Any number of ranks up to the number of batches of 65536
 * pairs.
 */
public final class Ep implements Kernel {
    private static final long SEED = 271828183;
    private static final int LOG_BATCH = 16;
    private static final int PAIRS = 1 << LOG_BATCH;
    private static final int RINGS = 10;

    private final ProblemClass problemClass;
    private final int logPairs;
    private final int firstBatch;
    private final int endBatch;
    private final RandomNumbers random = new RandomNumbers(SEED, 0);
    private final double[] numbers = new double[2 * PAIRS];
    private final double[] squares = new double[PAIRS];
    private final long[] counts = new long[RINGS];
    private final double[] sums = new double[2];

    private Ep(ProblemClass problemClass) {
        this.problemClass = problemClass;
        logPairs = switch (problemClass) {
            case S -> 24;
            case W -> 25;
            case A -> 28;
            case B -> 30;
        };
        int batches = 1 << logPairs - LOG_BATCH;
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        if (ranks > batches) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "EP class %s cannot run on %d ranks: there are %d batches to deal out",
                    problemClass,
                    ranks,
                    batches));
        }
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        firstBatch = (int) ((long) batches * rank / ranks);
        endBatch = (int) ((long) batches * (rank + 1) / ranks);
    }

    /** Runs as one rank; see {@link Benchmark}. */
    public static void main(String[] args) {
        Benchmark.run("EP", args, Ep::new);
    }

    @Override
    public String size() {
        return "2^" + (logPairs + 1);
    }

    @Override
    public int iterations() {
        return 0;
    }

    @Override
    public void prepare() {
        random.restart(SEED, 0);
        random.fill(numbers, 0, numbers.length);
    }

    @Override
    public void compute() {
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        for (int batch = firstBatch; batch < endBatch; batch++) {
            random.restart(SEED, 2L * PAIRS * batch);
            random.fill(numbers, 0, numbers.length);
            tally(accept());
        }
        MPI_Allreduce(MPI_IN_PLACE, sums, 2, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        MPI_Allreduce(MPI_IN_PLACE, counts, RINGS, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
    }

    /**
     * Moves the pairs within the unit circle to the front and answers their number. Every pair is
     * written and only the place of the next depends on the test: a branch here would be guessed
     * wrong at one pair in five.
     */
    private int accept() {
        double[] numbers = this.numbers;
        double[] squares = this.squares;
        int accepted = 0;
        for (int i = 0; i < PAIRS; i++) {
            double x = 2 * numbers[2 * i] - 1;
            double y = 2 * numbers[2 * i + 1] - 1;
            double square = x * x + y * y;
            numbers[2 * accepted] = x;
            numbers[2 * accepted + 1] = y;
            squares[accepted] = square;
            accepted += square <= 1 ? 1 : 0;
        }
        return accepted;
    }

    private void tally(int accepted) {
        double[] numbers = this.numbers;
        double[] squares = this.squares;
        long[] counts = this.counts;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < accepted; i++) {
            double square = squares[i];
            double factor = Math.sqrt(-2 * Math.log(square) / square);
            double x = numbers[2 * i] * factor;
            double y = numbers[2 * i + 1] * factor;
            counts[(int) Math.max(Math.abs(x), Math.abs(y))]++;
            sumX += x;
            sumY += y;
        }
        sums[0] += sumX;
        sums[1] += sumY;
    }

    @Override
    public double operations() {
        return Math.scalb(1.0, logPairs + 1);
    }

    @Override
    public List<Check> checks() {
        double[] expected =
                switch (problemClass) {
                    case S -> new double[] {-3.247834652034740e3, -6.958407078382297e3};
                    case W -> new double[] {-2.863319731645753e3, -6.320053679109499e3};
                    case A -> new double[] {-4.295875165629892e3, -1.580732573678431e4};
                    case B -> new double[] {4.033815542441498e4, -2.660669192809235e4};
                };
        long[] rings =
                switch (problemClass) {
                    case S -> new long[] {6140517, 5865300, 1100361, 68546, 1648, 17, 0};
                    case W -> new long[] {12281576, 11729692, 2202726, 137368, 3371, 36, 0};
                    case A -> new long[] {98257395, 93827014, 17611549, 1110028, 26536, 245, 0};
                    case B -> new long[] {393058470, 375280898, 70460742, 4438852, 105691, 948, 5};
                };
        List<Check> checks = new ArrayList<>();
        for (int ring = 0; ring < RINGS; ring++) {
            long inRing = ring < rings.length ? rings[ring] : 0;
            checks.add(new Check("count " + ring, counts[ring], inRing, 0));
        }
        checks.add(new Check("sum of x", sums[0], expected[0], 1e-8));
        checks.add(new Check("sum of y", sums[1], expected[1], 1e-8));
        return checks;
    }
}
