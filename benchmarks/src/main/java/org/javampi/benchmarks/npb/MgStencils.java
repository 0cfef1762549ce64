package org.javampi.benchmarks.npb;

/**
 * The four operators of MG, which weigh the 27 points around a point by their distance. Each goes
 * line by line: first sums over the lines around, into two lines of scratch, so that each sum is
 * made once though three points need it; then along the line. All inner loops are short, counted
 * and free of calls, so that the compiler makes vector code of them.
 */
final class MgStencils {
    private final double[] faces;
    private final double[] edges;

    /** For boxes of at most so many points in x direction. */
    MgStencils(int longestLine) {
        faces = new double[longestLine];
        edges = new double[longestLine];
    }

    /** Sums over the four lines beside a line, and over the four at its edges. */
    private static void around(
            double[] p, int at, int row, int plane, int n, double[] faces, double[] edges) {
        int south = at - row;
        int north = at + row;
        int below = at - plane;
        int above = at + plane;
        for (int i = 0; i < n; i++) {
            faces[i] = p[south + i] + p[north + i] + p[below + i] + p[above + i];
        }
        int southBelow = below - row;
        int northBelow = below + row;
        int southAbove = above - row;
        int northAbove = above + row;
        for (int i = 0; i < n; i++) {
            edges[i] =
                    p[southBelow + i] + p[northBelow + i] + p[southAbove + i] + p[northAbove + i];
        }
    }

    /** The residual {@code r = v - A u}; v and r may be the same. */
    void residual(MgBox u, MgBox v, MgBox r) {
        for (int z = 1; z < u.nz - 1; z++) {
            for (int y = 1; y < u.ny - 1; y++) {
                int at = u.at(0, y, z);
                around(u.points, at, u.row, u.plane, u.nx, faces, edges);
                residual(u.points, v.points, r.points, at, u.nx, faces, edges);
            }
        }
    }

    private static void residual(
            double[] u, double[] v, double[] r, int at, int n, double[] faces, double[] edges) {
        double centre = -8.0 / 3;
        double edge = 1.0 / 6;
        double corner = 1.0 / 12;
        for (int i = 1; i < n - 1; i++) {
            r[at + i] =
                    v[at + i]
                            - centre * u[at + i]
                            - edge * (edges[i] + faces[i - 1] + faces[i + 1])
                            - corner * (edges[i - 1] + edges[i + 1]);
        }
    }

    /**
     * The smoother {@code u = u + S r}.
     *
     * @param weights of the centre, faces and edges; corners have none
     */
    void smooth(MgBox r, MgBox u, double[] weights) {
        for (int z = 1; z < u.nz - 1; z++) {
            for (int y = 1; y < u.ny - 1; y++) {
                int at = u.at(0, y, z);
                around(r.points, at, u.row, u.plane, u.nx, faces, edges);
                smooth(r.points, u.points, at, u.nx, faces, edges, weights);
            }
        }
    }

    private static void smooth(
            double[] r,
            double[] u,
            int at,
            int n,
            double[] faces,
            double[] edges,
            double[] weights) {
        double centre = weights[0];
        double face = weights[1];
        double edge = weights[2];
        for (int i = 1; i < n - 1; i++) {
            u[at + i] =
                    u[at + i]
                            + centre * r[at + i]
                            + face * (r[at + i - 1] + r[at + i + 1] + faces[i])
                            + edge * (edges[i] + faces[i - 1] + faces[i + 1]);
        }
    }

    /** Restricts the fine residual to the grid with half the points in each direction. */
    void restrict(MgBox fine, MgBox coarse) {
        for (int z = 1; z < coarse.nz - 1; z++) {
            for (int y = 1; y < coarse.ny - 1; y++) {
                int from = fine.at(0, 2 * y, 2 * z);
                around(fine.points, from, fine.row, fine.plane, fine.nx, faces, edges);
                restrict(
                        fine.points,
                        from,
                        coarse.points,
                        coarse.at(0, y, z),
                        coarse.nx,
                        faces,
                        edges);
            }
        }
    }

    private static void restrict(
            double[] r, int from, double[] s, int to, int n, double[] faces, double[] edges) {
        for (int j = 1; j < n - 1; j++) {
            int i = 2 * j;
            s[to + j] =
                    0.5 * r[from + i]
                            + 0.25 * (r[from + i - 1] + r[from + i + 1] + faces[i])
                            + 0.125 * (faces[i - 1] + faces[i + 1] + edges[i])
                            + 0.0625 * (edges[i - 1] + edges[i + 1]);
        }
    }

    /** Adds the coarse correction to the fine grid, interpolated; to its outer points, too. */
    void interpolate(MgBox coarse, MgBox fine) {
        for (int z = 0; z < coarse.nz - 1; z++) {
            for (int y = 0; y < coarse.ny - 1; y++) {
                int from = coarse.at(0, y, z);
                int to = fine.at(0, 2 * y, 2 * z);
                int n = coarse.nx;
                double[] c = coarse.points;
                double[] f = fine.points;
                int north = from + coarse.row;
                int above = from + coarse.plane;
                add(c, from, f, to, n);
                sum(c, from, north, faces, n);
                add(faces, 0.5, f, to + fine.row, n);
                sum(c, from, above, edges, n);
                add(edges, 0.5, f, to + fine.plane, n);
                sum(c, above, above + coarse.row, edges, n);
                sum(faces, edges, n);
                add(edges, 0.25, f, to + fine.plane + fine.row, n);
            }
        }
    }

    private static void sum(double[] p, int one, int other, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = p[one + i] + p[other + i];
        }
    }

    private static void sum(double[] added, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] += added[i];
        }
    }

    private static void add(double[] c, int from, double[] f, int to, int n) {
        double here = c[from];
        for (int i = 0; i < n - 1; i++) {
            double next = c[from + i + 1];
            f[to + 2 * i] += here;
            f[to + 2 * i + 1] += 0.5 * (here + next);
            here = next;
        }
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
