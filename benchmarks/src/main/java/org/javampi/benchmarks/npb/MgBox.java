package org.javampi.benchmarks.npb;

/**
 * A box of grid points within a flat array, x fastest, with a layer of points of its neighbours on
 * each side: interior points have the indices 1..n-2 in each direction.
 */
final class MgBox {
    final double[] points;

    /** Where point (0, 0, 0) is. */
    final int base;

    /** From one point to the next in y and in z direction. */
    final int row;

    final int plane;

    /** Points in each direction, those of the neighbours included. */
    final int nx;

    final int ny;
    final int nz;

    /** A box of its own. */
    MgBox(int nx, int ny, int nz) {
        this(new double[Math.multiplyExact(nx * ny, nz)], 0, nx, nx * ny, nx, ny, nz);
    }

    private MgBox(double[] points, int base, int row, int plane, int nx, int ny, int nz) {
        this.points = points;
        this.base = base;
        this.row = row;
        this.plane = plane;
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
    }

    /** A part of this box, which shares its points. */
    MgBox part(int x, int y, int z, int nx, int ny, int nz) {
        return new MgBox(points, at(x, y, z), row, plane, nx, ny, nz);
    }

    /** The place of a point in the array. */
    int at(int x, int y, int z) {
        return base + z * plane + y * row + x;
    }
}
