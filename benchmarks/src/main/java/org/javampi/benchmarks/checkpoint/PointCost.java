package org.javampi.benchmarks.checkpoint;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Locale;
import org.javampi.Checkpoint;

/**
 * What {@code Checkpoint.here()} in each step costs while no checkpoints are taken: the same steps
 * with and without it in turn, in pairs. A step is 8 bytes to the next rank and a sum over {@value
 * #CELLS} numbers. Arguments: pairs (default 41), steps (default 20000).
 */
public final class PointCost {
    private static final int CELLS = 1000;

    private final double[] cells = new double[CELLS];
    private final int next;
    private final int previous;

    private PointCost() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        next = (rank + 1) % size;
        previous = (rank + size - 1) % size;
        Arrays.fill(cells, 1.0 / CELLS);
    }

    /** Runs as one rank. */
    public static void main(String[] args) {
        MPI_Init(args);
        int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 41;
        int steps = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        PointCost cost = new PointCost();
        double[] without = new double[pairs];
        double[] with = new double[pairs];
        double[] ratio = new double[pairs];
        for (int pair = -3; pair < pairs; pair++) {
            boolean first = pair % 2 == 0;
            double one = cost.seconds(steps, first);
            double other = cost.seconds(steps, !first);
            if (pair >= 0) {
                with[pair] = first ? one : other;
                without[pair] = first ? other : one;
                ratio[pair] = with[pair] / without[pair];
            }
        }
        double start = MPI_Wtime();
        int alone = 10_000_000;
        for (int i = 0; i < alone; i++) {
            Checkpoint.here();
        }
        double each = (MPI_Wtime() - start) / alone;
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%d pairs of %d steps: without here() %.0f ns a step, with %.0f ns (medians;"
                            + " best %.0f, %.0f); median ratio of pairs %.4f; here() alone %.1f"
                            + " ns%n",
                    pairs,
                    steps,
                    1e9 * median(without) / steps,
                    1e9 * median(with) / steps,
                    1e9 * Arrays.stream(without).min().orElse(0) / steps,
                    1e9 * Arrays.stream(with).min().orElse(0) / steps,
                    median(ratio),
                    1e9 * each);
        }
        MPI_Finalize();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private double seconds(int steps, boolean points) {
        MPI_Barrier(MPI_COMM_WORLD);
        double start = MPI_Wtime();
        if (points) {
            for (int i = 0; i < steps; i++) {
                step();
                Checkpoint.here();
            }
        } else {
            for (int i = 0; i < steps; i++) {
                step();
            }
        }
        return MPI_Wtime() - start;
    }

    private void step() {
        double sum = 0;
        for (double cell : cells) {
            sum += cell;
        }
        double[] out = {sum};
        double[] in = new double[1];
        MPI_Sendrecv(out, 1, MPI_DOUBLE, next, 0, in, 1, MPI_DOUBLE, previous, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        cells[0] = in[0] / CELLS;
    }
}
