package org.javampi.benchmarks.npb;

/**
 * The operators of MG, which weigh the 27 points around a point by their distance: three by
 * stencils, and the interpolation.
 *
 * <p>A stencil goes line by line. Of each line and the two above and below it one sum is made,
 * which three lines use. The sums are arrays of their own: the compiler makes vector code only of
 * loops in which all arrays have the same index. What is read from the grid or written to it goes
 * element by element where it is computed with, not by copies of lines: such a loop waits for
 * memory while it computes, a copy waits first.
 */
final class MgStencils {
    private static final double[] RESIDUAL = {8.0 / 3, 0, -1.0 / 6, -1.0 / 12};
    private static final double[] RESTRICTION = {1.0 / 2, 1.0 / 4, 1.0 / 8, 1.0 / 16};

    /** Lines that are copied at once: so few that they are still in a core's cache then. */
    private static final int LINES = 32;

    /** Line y in element y modulo 3. */
    private final double[][] here;

    /** The sum of the lines below and above it, likewise. */
    private final double[][] beside;

    private final double[] faces;
    private final double[] edges;
    private final double[] centre;
    private final double[] side;

    /** For boxes of at most so many points in x direction. */
    MgStencils(int longestLine) {
        here = new double[3][longestLine];
        beside = new double[3][longestLine];
        faces = new double[longestLine];
        edges = new double[longestLine];
        centre = new double[longestLine];
        side = new double[longestLine];
    }

    /**
     * The residual {@code r = v - A u}; v and r may be the same. Some lines of v are copied at
     * once, because two streams of memory in the innermost loop are faster than three.
     */
    void residual(MgBox u, MgBox v, MgBox r) {
        for (int z = 1; z < r.nz - 1; z++) {
            for (int y = 1; y < r.ny - 1; y += LINES) {
                int end = Math.min(y + LINES, r.ny - 1);
                if (v != r) {
                    int count = (end - y) * r.row;
                    System.arraycopy(v.points, v.at(0, y, z), r.points, r.at(0, y, z), count);
                }
                apply(u, r, y, end, z, RESIDUAL);
            }
        }
    }

    /**
     * The smoother {@code u = u + S r}.
     *
     * @param weights of the centre, of faces, edges and corners
     */
    void smooth(MgBox r, MgBox u, double[] weights) {
        for (int z = 1; z < u.nz - 1; z++) {
            apply(r, u, 1, u.ny - 1, z, weights);
        }
    }

    /** {@code to = to + stencil(from)} in some lines of one plane of boxes of the same shape. */
    private void apply(MgBox from, MgBox to, int first, int end, int z, double[] weights) {
        load(from, first - 1, z);
        load(from, first, z);
        for (int y = first; y < end; y++) {
            load(from, y + 1, z);
            weigh(y, weights, from.nx);
            add(centre, side, to.points, to.at(0, y, z), to.nx);
        }
    }

    /** Restricts the fine residual to the grid with half the points in each direction. */
    void restrict(MgBox fine, MgBox coarse) {
        for (int z = 1; z < coarse.nz - 1; z++) {
            load(fine, 1, 2 * z);
            for (int y = 1; y < coarse.ny - 1; y++) {
                load(fine, 2 * y, 2 * z);
                load(fine, 2 * y + 1, 2 * z);
                weigh(2 * y, RESTRICTION, fine.nx);
                half(centre, side, coarse.points, coarse.at(0, y, z), coarse.nx);
            }
        }
    }

    private void load(MgBox box, int y, int z) {
        int at = box.at(0, y, z);
        System.arraycopy(box.points, at, here[y % 3], 0, box.nx);
        sum(box.points, at - box.plane, at + box.plane, beside[y % 3], box.nx);
    }

    /**
     * What line y and those around it give to a point in the middle, and what to its neighbours.
     * Four loops, because one with all of it would be too long to be unrolled, and so to be vector
     * code.
     */
    private void weigh(int y, double[] weights, int n) {
        int south = (y + 2) % 3;
        int north = (y + 1) % 3;
        double[] near = here[y % 3];
        sum(here[south], here[north], beside[y % 3], faces, n);
        sum(beside[south], beside[north], edges, n);
        weigh(near, faces, edges, weights[0], weights[1], weights[2], centre, n);
        weigh(near, faces, edges, weights[1], weights[2], weights[3], side, n);
    }

    private static void weigh(
            double[] near,
            double[] faces,
            double[] edges,
            double ofNear,
            double ofFaces,
            double ofEdges,
            double[] to,
            int n) {
        for (int i = 0; i < n; i++) {
            to[i] = ofNear * near[i] + ofFaces * faces[i] + ofEdges * edges[i];
        }
    }

    private static void sum(double[] one, double[] two, double[] three, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = one[i] + two[i] + three[i];
        }
    }

    private static void sum(double[] one, double[] other, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = one[i] + other[i];
        }
    }

    private static void sum(double[] p, int one, int other, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = p[one + i] + p[other + i];
        }
    }

    private static void add(double[] centre, double[] side, double[] to, int at, int n) {
        double west = side[0];
        double here = side[1];
        for (int i = 1; i < n - 1; i++) {
            double east = side[i + 1];
            to[at + i] += centre[i] + (west + east);
            west = here;
            here = east;
        }
    }

    private static void half(double[] centre, double[] side, double[] to, int at, int n) {
        for (int j = 1; j < n - 1; j++) {
            to[at + j] = centre[2 * j] + (side[2 * j - 1] + side[2 * j + 1]);
        }
    }

    /** Adds the coarse correction to the fine grid, interpolated; to its outer points, too. */
    void interpolate(MgBox coarse, MgBox fine) {
        int n = coarse.nx;
        double[] f = fine.points;
        for (int z = 0; z < coarse.nz - 1; z++) {
            load2(coarse, 0, z);
            for (int y = 0; y < coarse.ny - 1; y++) {
                load2(coarse, y + 1, z);
                double[] here = this.here[y % 3];
                double[] both = beside[y % 3];
                int to = fine.at(0, 2 * y, 2 * z);
                add(here, 1, f, to, n);
                sum(here, this.here[(y + 1) % 3], side, n);
                add(side, 0.5, f, to + fine.row, n);
                add(both, 0.5, f, to + fine.plane, n);
                sum(both, beside[(y + 1) % 3], side, n);
                add(side, 0.25, f, to + fine.plane + fine.row, n);
            }
        }
    }

    /** A line, and its sum with the one above. */
    private void load2(MgBox box, int y, int z) {
        int at = box.at(0, y, z);
        System.arraycopy(box.points, at, here[y % 3], 0, box.nx);
        sum(box.points, at, at + box.plane, beside[y % 3], box.nx);
    }

    private static void add(double[] line, double weight, double[] f, int to, int n) {
        double half = 0.5 * weight;
        double here = line[0];
        for (int i = 0; i < n - 1; i++) {
            double next = line[i + 1];
            f[to + 2 * i] += weight * here;
            f[to + 2 * i + 1] += half * (here + next);
            here = next;
        }
    }

    /** The sum of the squares of the interior points. */
    static double squares(MgBox r) {
        double sum = 0;
        for (int z = 1; z < r.nz - 1; z++) {
            for (int y = 1; y < r.ny - 1; y++) {
                sum += squares(r.points, r.at(1, y, z), r.at(r.nx - 1, y, z));
            }
        }
        return sum;
    }

    private static double squares(double[] r, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += r[i] * r[i];
        }
        return sum;
    }
}
