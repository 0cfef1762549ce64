package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.List;

/**
 * MG, multigrid: Poisson's equation on a periodic cube by V-cycles. The number of ranks must be a
 * power of two.
 *
 * <p>Each level has half the points each way of the one above. A level is divided among the ranks
 * as long as each has two points or more each way; all levels below are so small that every rank
 * has them whole and does the same there: the residual is brought together once a cycle. (NPB's own
 * program lets ranks run out of points instead.)
 */
public final class Mg implements Kernel {
    /** One grid: the approximation and the residual on this rank. */
    private static final class Level {
        final MgBox u;
        final MgBox r;
        final MgHalo haloU;
        final MgHalo haloR;

        /** Divided among the ranks. */
        Level(int nx, int ny, int nz, MgRanks ranks) {
            u = new MgBox(nx, ny, nz);
            r = new MgBox(nx, ny, nz);
            haloU = new MgHalo(u, ranks);
            haloR = new MgHalo(r, ranks);
        }

        /** Whole on each rank. */
        Level(int edge) {
            u = new MgBox(edge + 2, edge + 2, edge + 2);
            r = new MgBox(edge + 2, edge + 2, edge + 2);
            haloU = new MgHalo(u);
            haloR = new MgHalo(r);
        }
    }

    private final ProblemClass problemClass;
    private final int logEdge;
    private final int iterations;
    private final double[] smoother;
    private final MgRanks ranks = new MgRanks();

    /** By the logarithm of the edge, from 1; the lowest divided one is {@code lowestDivided}. */
    private final Level[] levels;

    private final int lowestDivided;
    private final MgStencils stencils;
    private final MgBox v;
    private final MgHalo haloV;

    /** This rank's part of the largest whole level, and one for each rank. */
    private final MgBox partR;

    private final MgBox partU;
    private final MgBox[] partsR;
    private final double[] packed;
    private final double[] gathered;
    private final double[] norm = new double[1];

    private Mg(ProblemClass problemClass) {
        this.problemClass = problemClass;
        logEdge = switch (problemClass) {
            case S -> 5;
            case W -> 7;
            case A, B -> 8;
        };
        iterations = problemClass == ProblemClass.B ? 20 : 4;
        smoother = problemClass == ProblemClass.B
                ? new double[] {-3.0 / 17, 1.0 / 33, -1.0 / 61, 0}
                : new double[] {-3.0 / 8, 1.0 / 32, -1.0 / 64, 0};
        Benchmark.powerOfTwo("MG", problemClass, 1 << 3 * (logEdge - 1));
        int most = Math.max(ranks.count(0), Math.max(ranks.count(1), ranks.count(2)));
        lowestDivided = Integer.numberOfTrailingZeros(most) + 1;
        levels = new Level[logEdge + 1];
        for (int k = 1; k <= logEdge; k++) {
            levels[k] =
                    k < lowestDivided ? new Level(1 << k) : new Level(points(k, 0), points(k, 1), points(k, 2), ranks);
        }
        stencils = new MgStencils(points(logEdge, 0));
        v = new MgBox(points(logEdge, 0), points(logEdge, 1), points(logEdge, 2));
        haloV = new MgHalo(v, ranks);
        int whole = lowestDivided - 1;
        if (whole == 0) {
            partR = null;
            partU = null;
            partsR = new MgBox[0];
        } else {
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            partsR = new MgBox[MPI_Comm_size(MPI_COMM_WORLD)];
            Arrays.setAll(partsR, of -> part(levels[whole].r, whole, of));
            partR = partsR[rank];
            partU = part(levels[whole].u, whole, rank);
        }
        int each = whole == 0 ? 0 : (partR.nx - 2) * (partR.ny - 2) * (partR.nz - 2);
        packed = new double[each];
        gathered = new double[each * partsR.length];
    }

    /** Points of a divided level on this rank, those of the neighbours included. */
    private int points(int level, int axis) {
        return (1 << level) / ranks.count(axis) + 2;
    }

    /** What a rank would have of a level if it were divided. */
    private MgBox part(MgBox box, int level, int rank) {
        int[] n = new int[3];
        int[] from = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            n[axis] = points(level, axis);
            from[axis] = (n[axis] - 2) * ranks.place(rank, axis);
        }
        return box.part(from[0], from[1], from[2], n[0], n[1], n[2]);
    }

    /** Runs as one rank; see {@link Benchmark}. */
    public static void main(String[] args) {
        Benchmark.run("MG", args, Mg::new);
    }

    @Override
    public String size() {
        int edge = 1 << logEdge;
        return edge + "x" + edge + "x" + edge;
    }

    @Override
    public int iterations() {
        return iterations;
    }

    @Override
    public void prepare() {
        new MgCharges(1 << logEdge, ranks).put(v);
        haloV.exchange();
        Level top = levels[logEdge];
        Arrays.fill(top.u.points, 0);
        residual(top, v);
        cycle();
        residual(top, v);
        Arrays.fill(top.u.points, 0);
    }

    @Override
    public void compute() {
        Level top = levels[logEdge];
        residual(top, v);
        norm();
        for (int iteration = 0; iteration < iterations; iteration++) {
            cycle();
            residual(top, v);
        }
        norm();
    }

    /** One V-cycle: the residual down to the coarsest grid, corrections up again. */
    private void cycle() {
        for (int k = logEdge; k > 1; k--) {
            restrict(k);
        }
        Level bottom = levels[1];
        Arrays.fill(bottom.u.points, 0);
        smooth(bottom);
        for (int k = 2; k < logEdge; k++) {
            Level level = levels[k];
            Arrays.fill(level.u.points, 0);
            interpolate(k);
            residual(level, level.r);
            smooth(level);
        }
        interpolate(logEdge);
        residual(levels[logEdge], v);
        smooth(levels[logEdge]);
    }

    private void residual(Level level, MgBox v) {
        stencils.residual(level.u, v, level.r);
        level.haloR.exchange();
    }

    private void smooth(Level level) {
        stencils.smooth(level.r, level.u, smoother);
        level.haloU.exchange();
    }

    private void restrict(int level) {
        Level coarse = levels[level - 1];
        if (level == lowestDivided) {
            stencils.restrict(levels[level].r, partR);
            gather();
        } else {
            stencils.restrict(levels[level].r, coarse.r);
        }
        coarse.haloR.exchange();
    }

    private void interpolate(int level) {
        MgBox coarse = level == lowestDivided ? partU : levels[level - 1].u;
        stencils.interpolate(coarse, levels[level].u);
    }

    /** Gives every rank all parts of the residual on the largest whole level. */
    private void gather() {
        int each = packed.length;
        copyLines(partR, packed, 0, true);
        MPI_Allgather(packed, each, MPI_DOUBLE, gathered, each, MPI_DOUBLE, MPI_COMM_WORLD);
        for (int rank = 0; rank < partsR.length; rank++) {
            copyLines(partsR[rank], gathered, rank * each, false);
        }
    }

    private static void copyLines(MgBox box, double[] buffer, int start, boolean out) {
        int line = box.nx - 2;
        int at = start;
        for (int z = 1; z < box.nz - 1; z++) {
            for (int y = 1; y < box.ny - 1; y++) {
                if (out) {
                    System.arraycopy(box.points, box.at(1, y, z), buffer, at, line);
                } else {
                    System.arraycopy(buffer, at, box.points, box.at(1, y, z), line);
                }
                at += line;
            }
        }
    }

    /** The root of the mean square of the residual. */
    private void norm() {
        norm[0] = MgStencils.squares(levels[logEdge].r);
        MPI_Allreduce(MPI_IN_PLACE, norm, 1, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        norm[0] = Math.sqrt(norm[0] / Math.scalb(1.0, 3 * logEdge));
    }

    @Override
    public double operations() {
        return 58.0 * iterations * Math.scalb(1.0, 3 * logEdge);
    }

    @Override
    public List<Check> checks() {
        double expected =
                switch (problemClass) {
                    case S -> 0.5307707005734e-4;
                    case W -> 0.6467329375339e-5;
                    case A -> 0.2433365309069e-5;
                    case B -> 0.1800564401355e-5;
                };
        return List.of(new Check("L2 norm of the residual", norm[0], expected, 1e-8));
    }
}
