package org.javampi.core.reduce;

import org.javampi.Predefined;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.spi.transport.Region;

/** The pair types of MINLOC and MAXLOC, as they lie in packed data: the value, then its index. */
enum Pairs {
    FLOAT_INT,
    DOUBLE_INT,
    LONG_INT,
    TWO_INT,
    SHORT_INT,
    TWO_REAL,
    TWO_DOUBLE;

    /** The pairs of {@code type}, or null when it is no pair type. */
    static Pairs of(Datatype type) {
        Object handle = type.handle();
        if (handle == Predefined.FLOAT_INT) {
            return FLOAT_INT;
        }
        if (handle == Predefined.DOUBLE_INT || handle == Predefined.LONG_DOUBLE_INT) {
            return DOUBLE_INT;
        }
        if (handle == Predefined.LONG_INT) {
            return LONG_INT;
        }
        if (handle == Predefined.TWO_INT) {
            return TWO_INT;
        }
        if (handle == Predefined.SHORT_INT) {
            return SHORT_INT;
        }
        if (handle == Predefined.TWO_REAL) {
            return TWO_REAL;
        }
        return handle == Predefined.TWO_DOUBLE_PRECISION ? TWO_DOUBLE : null;
    }

    /** Whether the pair at {@code index} of {@code left} wins over that of {@code right}. */
    boolean prefersLeft(Region left, Region right, int index, boolean max) {
        int order = compareValues(left, right, index);
        if (order == 0) {
            return compareIndices(left, right, index) < 0;
        }
        return max ? order > 0 : order < 0;
    }

    private int compareValues(Region left, Region right, int i) {
        return switch (this) {
            case FLOAT_INT, TWO_REAL -> compare(floatAt(left, i), floatAt(right, i));
            case DOUBLE_INT, TWO_DOUBLE -> compare(doubleAt(left, i), doubleAt(right, i));
            case LONG_INT -> Long.compare(left.getLong(i), right.getLong(i));
            case TWO_INT -> Integer.compare(left.getInt(i), right.getInt(i));
            case SHORT_INT -> Short.compare(left.getShort(i), right.getShort(i));
        };
    }

    private int compareIndices(Region left, Region right, int i) {
        return switch (this) {
            case TWO_REAL -> compare(floatAt(left, i + 4), floatAt(right, i + 4));
            case TWO_DOUBLE -> compare(doubleAt(left, i + 8), doubleAt(right, i + 8));
            case FLOAT_INT, TWO_INT -> Integer.compare(left.getInt(i + 4), right.getInt(i + 4));
            case SHORT_INT -> Integer.compare(left.getInt(i + 2), right.getInt(i + 2));
            default -> Integer.compare(left.getInt(i + 8), right.getInt(i + 8));
        };
    }

    /** Zeros of either sign are equal, so that their indices decide; NaN is greater than all. */
    private static int compare(double a, double b) {
        return a == b ? 0 : Double.compare(a, b);
    }

    private static float floatAt(Region region, int index) {
        return Float.intBitsToFloat(region.getInt(index));
    }

    private static double doubleAt(Region region, int index) {
        return Double.longBitsToDouble(region.getLong(index));
    }

    private int bytes() {
        return switch (this) {
            case FLOAT_INT, TWO_INT, TWO_REAL -> 8;
            case SHORT_INT -> 6;
            case TWO_DOUBLE -> 16;
            default -> 12;
        };
    }

    void copy(Region from, Region to, int index) {
        to.putBytes(index, from.buffer(), index, bytes());
    }
}
