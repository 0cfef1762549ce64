package org.javampi.benchmarks.npb;

/**
 * Fourier transforms of many lines of the same length at once, by Stockham's method with radix 2.
 *
 * <p>Lines are taken into scratch, where each point of all lines side by side is an array of its
 * own, real and imaginary parts apart: the innermost loops go over lines, with the same index in
 * all arrays and few operations each, which is what the compiler makes vector code of.
 *
 * <p>A pass with {@code n} points left and stride {@code s} takes points {@code q + s p} and {@code
 * q + s (p + n/2)} to {@code q + 2 s p} and {@code s} points further.
 */
final class FtLines {
    /** Lines that are turned at a time: a cache line of numbers. */
    private static final int TURNED = 8;

    private final int length;

    /** How many lines go side by side. */
    private final int width;

    private final double[] cos;
    private final double[] sin;
    private double[][] re;
    private double[][] im;
    private double[][] nextRe;
    private double[][] nextIm;
    private final double[] differenceRe;
    private final double[] differenceIm;

    /**
     * For lines of {@code length} points, a power of two.
     *
     * @param width a multiple of 8
     */
    FtLines(int length, int width) {
        this.length = length;
        this.width = width;
        cos = new double[length];
        sin = new double[length];
        re = new double[length][width];
        im = new double[length][width];
        nextRe = new double[length][width];
        nextIm = new double[length][width];
        differenceRe = new double[width];
        differenceIm = new double[width];
    }

    /** Makes the table of roots of unity. */
    void makeRoots() {
        for (int k = 0; k < length; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / length);
            sin[k] = Math.sin(2 * Math.PI * k / length);
        }
    }

    /**
     * Transforms lines that lie side by side: point {@code i} of line {@code k} is at {@code start
     * + i stride + k}.
     *
     * @param count a multiple of the width
     * @param sign of the exponent, 1 or -1
     */
    void columns(double[] dataRe, double[] dataIm, int start, int stride, int count, int sign) {
        for (int at = start; at < start + count; at += width) {
            for (int i = 0; i < length; i++) {
                System.arraycopy(dataRe, at + i * stride, re[i], 0, width);
                System.arraycopy(dataIm, at + i * stride, im[i], 0, width);
            }
            transform(sign);
            for (int i = 0; i < length; i++) {
                System.arraycopy(re[i], 0, dataRe, at + i * stride, width);
                System.arraycopy(im[i], 0, dataIm, at + i * stride, width);
            }
        }
    }

    /**
     * Transforms lines that lie one behind the other: point {@code i} of line {@code k} is at
     * {@code start + k length + i}.
     *
     * @param count a multiple of the width
     * @param sign of the exponent, 1 or -1
     */
    void rows(double[] dataRe, double[] dataIm, int start, int count, int sign) {
        int end = start + count * length;
        for (int at = start; at < end; at += width * length) {
            for (int k = 0; k < width; k += TURNED) {
                turn(dataRe, at + k * length, re, k, length);
                turn(dataIm, at + k * length, im, k, length);
            }
            transform(sign);
            for (int k = 0; k < width; k += TURNED) {
                turnBack(re, k, dataRe, at + k * length, length);
                turnBack(im, k, dataIm, at + k * length, length);
            }
        }
    }

    private static void turn(double[] from, int at, double[][] to, int first, int length) {
        for (int i = 0; i < length; i++) {
            double[] point = to[i];
            for (int k = 0; k < TURNED; k++) {
                point[first + k] = from[at + k * length + i];
            }
        }
    }

    private static void turnBack(double[][] from, int first, double[] to, int at, int length) {
        for (int i = 0; i < length; i++) {
            double[] point = from[i];
            for (int k = 0; k < TURNED; k++) {
                to[at + k * length + i] = point[first + k];
            }
        }
    }

    private void transform(int sign) {
        for (int s = 1; s < length; s *= 2) {
            pass(length / 2 / s, s, sign);
            double[][] other = re;
            re = nextRe;
            nextRe = other;
            other = im;
            im = nextIm;
            nextIm = other;
        }
    }

    private void pass(int points, int s, int sign) {
        for (int p = 0; p < points; p++) {
            for (int q = 0; q < s; q++) {
                butterfly(q + s * p, s * points, q + 2 * s * p, s, p * s, sign);
            }
        }
    }

    /** {@code root}: by which the difference is turned, in parts of the whole circle's length. */
    private void butterfly(int from, int over, int to, int apart, int root, int sign) {
        double[] turnedRe = nextRe[to + apart];
        double[] turnedIm = nextIm[to + apart];
        if (root == 0) {
            combine(re[from], re[from + over], nextRe[to], turnedRe, width);
            combine(im[from], im[from + over], nextIm[to], turnedIm, width);
        } else {
            combine(re[from], re[from + over], nextRe[to], differenceRe, width);
            combine(im[from], im[from + over], nextIm[to], differenceIm, width);
            double c = cos[root];
            double s = sign * sin[root];
            turn(differenceRe, differenceIm, c, s, turnedRe, turnedIm, width);
        }
    }

    private static void combine(double[] a, double[] b, double[] sum, double[] rest, int n) {
        for (int j = 0; j < n; j++) {
            double one = a[j];
            double other = b[j];
            sum[j] = one + other;
            rest[j] = one - other;
        }
    }

    private static void turn(double[] re, double[] im, double c, double s, double[] toRe, double[] toIm, int n) {
        for (int j = 0; j < n; j++) {
            double r = re[j];
            double i = im[j];
            toRe[j] = c * r - s * i;
            toIm[j] = c * i + s * r;
        }
    }
}
