package org.javampi.benchmarks.npb;

/**
 * The operators of MG, which weigh the 27 points around a point by their distance: three by
 * stencils, and the interpolation.
 *
 * <p>A stencil goes line by line. The lines that it needs are copied into arrays of their own
 * first: the compiler makes vector code only of loops in which all arrays have the same index,
 * which is worth more than the copies cost. Of each line and the two above and below it one sum is
 * made, which three lines use.
 */
final class MgStencils {
    private static final double[] RESIDUAL = {8.0 / 3, 0, -1.0 / 6, -1.0 / 12};
    private static final double[] RESTRICTION = {1.0 / 2, 1.0 / 4, 1.0 / 8, 1.0 / 16};

    /** Line y in element y modulo 3. */
    private final double[][] here;

    /** The sum of the lines below and above it, likewise. */
    private final double[][] beside;

    private final double[] below;
    private final double[] above;
    private final double[] faces;
    private final double[] edges;
    private final double[] centre;
    private final double[] side;
    private final double[] west;
    private final double[] east;

    /** For boxes of at most so many points in x direction. */
    MgStencils(int longestLine) {
        here = new double[3][longestLine];
        beside = new double[3][longestLine];
        below = new double[longestLine];
        above = new double[longestLine];
        faces = new double[longestLine];
        edges = new double[longestLine];
        centre = new double[longestLine];
        side = new double[longestLine];
        west = new double[longestLine];
        east = new double[longestLine];
    }

    /** The residual {@code r = v - A u}; v and r may be the same. */
    void residual(MgBox u, MgBox v, MgBox r) {
        apply(u, v, r, RESIDUAL);
    }

    /**
     * The smoother {@code u = u + S r}.
     *
     * @param weights of the centre, of faces, edges and corners
     */
    void smooth(MgBox r, MgBox u, double[] weights) {
        apply(r, u, u, weights);
    }

    /** {@code to = base + stencil(from)}, all of the same shape; base and to may be the same. */
    private void apply(MgBox from, MgBox base, MgBox to, double[] weights) {
        int n = from.nx;
        for (int z = 1; z < from.nz - 1; z++) {
            load(from, 0, z);
            load(from, 1, z);
            for (int y = 1; y < from.ny - 1; y++) {
                load(from, y + 1, z);
                weigh(y, weights, n);
                System.arraycopy(side, 0, west, 1, n - 1);
                System.arraycopy(side, 1, east, 0, n - 1);
                int at = base.at(0, y, z);
                System.arraycopy(base.points, at, below, 0, n);
                add(below, centre, west, east, n);
                System.arraycopy(below, 1, to.points, at + 1, n - 2);
            }
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
        int n = box.nx;
        System.arraycopy(box.points, at, here[y % 3], 0, n);
        System.arraycopy(box.points, at - box.plane, below, 0, n);
        System.arraycopy(box.points, at + box.plane, above, 0, n);
        sum(below, above, beside[y % 3], n);
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

    private static void add(double[] to, double[] centre, double[] west, double[] east, int n) {
        for (int i = 0; i < n; i++) {
            to[i] += centre[i] + (west[i] + east[i]);
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
        System.arraycopy(box.points, at + box.plane, above, 0, box.nx);
        sum(here[y % 3], above, beside[y % 3], box.nx);
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
