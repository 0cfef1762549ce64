package org.javampi.benchmarks.npb;

/**
 * Fourier transforms of many lines of the same length at once, by Stockham's method with radix 4
 * (and radix 2 once, if the logarithm of the length is odd). Real and imaginary parts are in arrays
 * of their own, and the innermost loop goes over lines side by side, so that it is vector code.
 *
 * <p>A pass with {@code n} points left and stride {@code s} takes elements {@code p + k n/4} of the
 * lines to {@code 4 p + k}, each {@code s} elements long. The first pass reads where the lines are,
 * and the last one writes there; those between go from scratch to scratch.
 */
final class FtLines {
    private final int length;

    /** How many lines can go side by side. */
    private final int width;

    private final double[] cos;
    private final double[] sin;
    private double[] re;
    private double[] im;
    private double[] nextRe;
    private double[] nextIm;

    /** For lines of {@code length} points, a power of two from 8 on. */
    FtLines(int length, int width) {
        this.length = length;
        this.width = width;
        cos = new double[length];
        sin = new double[length];
        re = new double[length * width];
        im = new double[length * width];
        nextRe = new double[length * width];
        nextIm = new double[length * width];
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
            int n = length;
            int s = 1;
            pass(dataRe, dataIm, at, stride, nextRe, nextIm, 0, width, n, s, sign);
            swap();
            int radix = radix(n);
            n /= radix;
            s *= radix;
            while (n > 4) {
                pass(re, im, 0, width, nextRe, nextIm, 0, width, n, s, sign);
                swap();
                n /= 4;
                s *= 4;
            }
            pass(re, im, 0, width, dataRe, dataIm, at, stride, n, s, sign);
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
        for (int first = 0; first < count; first += width) {
            int at = start + first * length;
            turn(dataRe, at, re, length, width);
            turn(dataIm, at, im, length, width);
            int s = 1;
            for (int n = length; n > 1; ) {
                pass(re, im, 0, width, nextRe, nextIm, 0, width, n, s, sign);
                swap();
                int radix = radix(n);
                n /= radix;
                s *= radix;
            }
            turnBack(re, dataRe, at, length, width);
            turnBack(im, dataIm, at, length, width);
        }
    }

    private static void turn(double[] from, int at, double[] to, int length, int width) {
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < width; k++) {
                to[i * width + k] = from[at + k * length + i];
            }
        }
    }

    private static void turnBack(double[] from, double[] to, int at, int length, int width) {
        for (int k = 0; k < width; k++) {
            for (int i = 0; i < length; i++) {
                to[at + k * length + i] = from[i * width + k];
            }
        }
    }

    private void swap() {
        double[] other = re;
        re = nextRe;
        nextRe = other;
        other = im;
        im = nextIm;
        nextIm = other;
    }

    private static int radix(int n) {
        return Integer.numberOfTrailingZeros(n) % 2 == 1 ? 2 : 4;
    }

    /**
     * One pass over all points; where both sides are without gaps, the {@code s} elements are one.
     */
    private void pass(
            double[] xr,
            double[] xi,
            int x,
            int xStride,
            double[] yr,
            double[] yi,
            int y,
            int yStride,
            int n,
            int s,
            int sign) {
        boolean whole = xStride == width && yStride == width;
        int run = whole ? s * width : width;
        int pieces = whole ? 1 : s;
        int radix = radix(n);
        int points = n / radix;
        for (int p = 0; p < points; p++) {
            for (int q = 0; q < pieces; q++) {
                int from = x + (q + s * p) * xStride;
                int to = y + (q + s * radix * p) * yStride;
                int over = s * points * xStride;
                if (radix == 4) {
                    butterfly4(xr, xi, from, over, yr, yi, to, s * yStride, run, p * s, sign);
                } else {
                    butterfly2(xr, xi, from, over, yr, yi, to, s * yStride, run, p * s, sign);
                }
            }
        }
    }

    /**
     * {@code root}: of the first output but one, in parts of the whole circle's {@link #length}.
     */
    private void butterfly4(
            double[] xr,
            double[] xi,
            int x,
            int over,
            double[] yr,
            double[] yi,
            int y,
            int apart,
            int run,
            int root,
            int sign) {
        combine4(
                xr,
                xi,
                x,
                x + over,
                x + 2 * over,
                x + 3 * over,
                yr,
                yi,
                y,
                y + apart,
                y + 2 * apart,
                y + 3 * apart,
                run,
                cos[root],
                sign * sin[root],
                cos[2 * root],
                sign * sin[2 * root],
                cos[3 * root],
                sign * sin[3 * root],
                sign);
    }

    private static void combine4(
            double[] xr,
            double[] xi,
            int a,
            int b,
            int c,
            int d,
            double[] yr,
            double[] yi,
            int y0,
            int y1,
            int y2,
            int y3,
            int run,
            double c1,
            double s1,
            double c2,
            double s2,
            double c3,
            double s3,
            double sign) {
        for (int j = 0; j < run; j++) {
            double sumAcR = xr[a + j] + xr[c + j];
            double sumAcI = xi[a + j] + xi[c + j];
            double difAcR = xr[a + j] - xr[c + j];
            double difAcI = xi[a + j] - xi[c + j];
            double sumBdR = xr[b + j] + xr[d + j];
            double sumBdI = xi[b + j] + xi[d + j];
            double turnR = sign * (xi[d + j] - xi[b + j]);
            double turnI = sign * (xr[b + j] - xr[d + j]);
            yr[y0 + j] = sumAcR + sumBdR;
            yi[y0 + j] = sumAcI + sumBdI;
            double r1 = difAcR + turnR;
            double i1 = difAcI + turnI;
            yr[y1 + j] = c1 * r1 - s1 * i1;
            yi[y1 + j] = c1 * i1 + s1 * r1;
            double r2 = sumAcR - sumBdR;
            double i2 = sumAcI - sumBdI;
            yr[y2 + j] = c2 * r2 - s2 * i2;
            yi[y2 + j] = c2 * i2 + s2 * r2;
            double r3 = difAcR - turnR;
            double i3 = difAcI - turnI;
            yr[y3 + j] = c3 * r3 - s3 * i3;
            yi[y3 + j] = c3 * i3 + s3 * r3;
        }
    }

    private void butterfly2(
            double[] xr,
            double[] xi,
            int x,
            int over,
            double[] yr,
            double[] yi,
            int y,
            int apart,
            int run,
            int root,
            int sign) {
        combine2(xr, xi, x, x + over, yr, yi, y, y + apart, run, cos[root], sign * sin[root]);
    }

    private static void combine2(
            double[] xr,
            double[] xi,
            int a,
            int b,
            double[] yr,
            double[] yi,
            int y0,
            int y1,
            int run,
            double c,
            double s) {
        for (int j = 0; j < run; j++) {
            double r = xr[a + j] - xr[b + j];
            double i = xi[a + j] - xi[b + j];
            yr[y0 + j] = xr[a + j] + xr[b + j];
            yi[y0 + j] = xi[a + j] + xi[b + j];
            yr[y1 + j] = c * r - s * i;
            yi[y1 + j] = c * i + s * r;
        }
    }
}
