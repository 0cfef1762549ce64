package org.javampi.core.reduce;

import org.javampi.Predefined;
import org.javampi.core.failure.MpiFailure;

/**
 * The predefined operations on single values, integers as longs and floating-point numbers as
 * doubles.
 */
enum Elementary {
    MAX,
    MIN,
    SUM,
    PROD,
    LAND,
    BAND,
    LOR,
    BOR,
    LXOR,
    BXOR;

    /**
     * On values that are as many bits as they are, signed or not; the result is cut to the type's
     * width.
     */
    long apply(long a, long b, boolean unsigned64) {
        return switch (this) {
            case MAX -> compare(a, b, unsigned64) >= 0 ? a : b;
            case MIN -> compare(a, b, unsigned64) <= 0 ? a : b;
            case SUM -> a + b;
            case PROD -> a * b;
            case LAND -> a != 0 && b != 0 ? 1 : 0;
            case BAND -> a & b;
            case LOR -> a != 0 || b != 0 ? 1 : 0;
            case BOR -> a | b;
            case LXOR -> (a != 0) != (b != 0) ? 1 : 0;
            case BXOR -> a ^ b;
        };
    }

    private static int compare(long a, long b, boolean unsigned64) {
        return unsigned64 ? Long.compareUnsigned(a, b) : Long.compare(a, b);
    }

    /**
     * MAX and MIN answer NaN when either value is, and hold -0.0 smaller than 0.0, as
     * java.lang.Math does.
     */
    double apply(double a, double b) {
        return switch (this) {
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
            case SUM -> a + b;
            case PROD -> a * b;
            default ->
                throw new MpiFailure(
                        org.javampi.MPI.MPI_ERR_OP, "MPI_" + name() + " is not defined for floating-point numbers");
        };
    }

    boolean isBitwise() {
        return this == BAND || this == BOR || this == BXOR;
    }

    boolean isLogical() {
        return this == LAND || this == LOR || this == LXOR;
    }

    static Elementary of(Predefined.Op op) {
        return valueOf(op.toString().substring("MPI_".length()));
    }
}
