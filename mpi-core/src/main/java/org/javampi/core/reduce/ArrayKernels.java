package org.javampi.core.reduce;

import org.javampi.core.buffer.Block;

/**
 * The commonest reductions, straight over the program's arrays, in loops that compile to vector
 * instructions.
 */
final class ArrayKernels {
    private ArrayKernels() {}

    /**
     * Applies {@code op} when both blocks are arrays of the type's own kind; false when they are
     * not.
     */
    static boolean tryApply(Elementary op, Numbers numbers, Block in, Block inout) {
        Object a = in.base();
        Object b = inout.base();
        int bytes = numbers.bytes;
        if (in.origin() % bytes != 0 || inout.origin() % bytes != 0) {
            return false;
        }
        int i = (int) (in.origin() / bytes);
        int j = (int) (inout.origin() / bytes);
        int n = inout.count();
        if (numbers == Numbers.INT32 && a instanceof int[] && b instanceof int[]) {
            return ints(op, (int[]) a, i, (int[]) b, j, n);
        }
        if (numbers == Numbers.INT64 && a instanceof long[] && b instanceof long[]) {
            return longs(op, (long[]) a, i, (long[]) b, j, n);
        }
        if (numbers == Numbers.DOUBLE && a instanceof double[] && b instanceof double[]) {
            return doubles(op, (double[]) a, i, (double[]) b, j, n);
        }
        if (numbers == Numbers.FLOAT && a instanceof float[] && b instanceof float[]) {
            return floats(op, (float[]) a, i, (float[]) b, j, n);
        }
        return false;
    }

    private static boolean ints(Elementary op, int[] a, int i, int[] b, int j, int n) {
        switch (op) {
            case SUM -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] += a[i + k];
                }
            }
            case PROD -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] *= a[i + k];
                }
            }
            case MAX -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] = Math.max(a[i + k], b[j + k]);
                }
            }
            case MIN -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] = Math.min(a[i + k], b[j + k]);
                }
            }
            case BAND -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] &= a[i + k];
                }
            }
            case BOR -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] |= a[i + k];
                }
            }
            case BXOR -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] ^= a[i + k];
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean longs(Elementary op, long[] a, int i, long[] b, int j, int n) {
        switch (op) {
            case SUM -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] += a[i + k];
                }
            }
            case PROD -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] *= a[i + k];
                }
            }
            case MAX -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] = Math.max(a[i + k], b[j + k]);
                }
            }
            case MIN -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] = Math.min(a[i + k], b[j + k]);
                }
            }
            case BAND -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] &= a[i + k];
                }
            }
            case BOR -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] |= a[i + k];
                }
            }
            case BXOR -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] ^= a[i + k];
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean doubles(Elementary op, double[] a, int i, double[] b, int j, int n) {
        switch (op) {
            case SUM -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] += a[i + k];
                }
            }
            case PROD -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] *= a[i + k];
                }
            }
            case MAX -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] = Math.max(a[i + k], b[j + k]);
                }
            }
            case MIN -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] = Math.min(a[i + k], b[j + k]);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean floats(Elementary op, float[] a, int i, float[] b, int j, int n) {
        switch (op) {
            case SUM -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] += a[i + k];
                }
            }
            case PROD -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] *= a[i + k];
                }
            }
            case MAX -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] = Math.max(a[i + k], b[j + k]);
                }
            }
            case MIN -> {
                for (int k = 0; k < n; k++) {
                    b[j + k] = Math.min(a[i + k], b[j + k]);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
