package org.javampi.benchmarks.npb;

/** Complex numbers on this rank's part of the grid, x fastest, then y, then z. */
final class FtField {
    final double[] re;
    final double[] im;

    FtField(int points) {
        re = new double[points];
        im = new double[points];
    }
}
