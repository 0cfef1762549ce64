package mpi;

import java.nio.Buffer;
import java.nio.ByteBuffer;

/** Predefined operations on pairs and complex numbers for which C has no datatype. Two elements are one item. */
final class PairReduction {
    static final Op.Reduction MAXLOC =
            (in, inOut, count, type) -> reduce(in, inOut, count, type, PairReduction::maxloc);
    static final Op.Reduction MINLOC =
            (in, inOut, count, type) -> reduce(in, inOut, count, type, PairReduction::minloc);
    static final Op.Reduction SUM = (in, inOut, count, type) -> reduce(in, inOut, count, type, PairReduction::sum);
    static final Op.Reduction PRODUCT =
            (in, inOut, count, type) -> reduce(in, inOut, count, type, PairReduction::times);

    /** Combines the pair at element {@code at} of two arrays. */
    private interface Pairs {
        void combine(Object in, Object inOut, int at);
    }

    private PairReduction() {}

    static boolean isNeededFor(Datatype type) {
        return type == MPI.SHORT2 || type == MPI.LONG2 || isComplex(type);
    }

    private static boolean isComplex(Datatype type) {
        return type == MPI.FLOAT_COMPLEX || type == MPI.DOUBLE_COMPLEX;
    }

    private static void reduce(Object in, Object inOut, int count, Datatype type, Pairs pairs) {
        Object left = in instanceof Buffer ? Elements.ofBytes((ByteBuffer) in, type.base) : in;
        Object right = inOut instanceof Buffer ? Elements.ofBytes((ByteBuffer) inOut, type.base) : inOut;
        for (int i = 0; i < count; i++) {
            pairs.combine(left, right, 2 * i);
        }
        if (right != inOut) {
            Elements.copy(right, ((ByteBuffer) inOut).clear());
        }
    }

    private static void maxloc(Object in, Object inOut, int at) {
        choose(in, inOut, at, 1);
    }

    private static void minloc(Object in, Object inOut, int at) {
        choose(in, inOut, at, -1);
    }

    /** The larger value times {@code sign}; of equal ones the smaller index. */
    private static void choose(Object in, Object inOut, int at, int sign) {
        if (in instanceof short[]) {
            short[] a = (short[]) in;
            short[] b = (short[]) inOut;
            if (isBetter(sign * Short.compare(a[at], b[at]), a[at + 1], b[at + 1])) {
                b[at] = a[at];
                b[at + 1] = a[at + 1];
            }
        } else if (in instanceof long[]) {
            long[] a = (long[]) in;
            long[] b = (long[]) inOut;
            if (isBetter(sign * Long.compare(a[at], b[at]), a[at + 1], b[at + 1])) {
                b[at] = a[at];
                b[at + 1] = a[at + 1];
            }
        } else {
            throw new MPIException(MPI.ERR_OP, "MINLOC and MAXLOC are not defined for complex numbers");
        }
    }

    private static boolean isBetter(int order, long index, long otherIndex) {
        return order > 0 || order == 0 && index < otherIndex;
    }

    private static void sum(Object in, Object inOut, int at) {
        complex(in, inOut, at, false);
    }

    private static void times(Object in, Object inOut, int at) {
        complex(in, inOut, at, true);
    }

    private static void complex(Object in, Object inOut, int at, boolean product) {
        double re = real(in, at);
        double im = real(in, at + 1);
        double otherRe = real(inOut, at);
        double otherIm = real(inOut, at + 1);
        put(inOut, at, product ? re * otherRe - im * otherIm : re + otherRe);
        put(inOut, at + 1, product ? re * otherIm + im * otherRe : im + otherIm);
    }

    private static double real(Object array, int at) {
        if (array instanceof float[]) {
            return ((float[]) array)[at];
        }
        if (array instanceof double[]) {
            return ((double[]) array)[at];
        }
        throw new MPIException(MPI.ERR_OP, "SUM and PROD are not defined for pairs of integers");
    }

    private static void put(Object array, int at, double value) {
        if (array instanceof float[]) {
            ((float[]) array)[at] = (float) value;
        } else {
            ((double[]) array)[at] = value;
        }
    }
}
