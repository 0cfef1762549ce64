package org.javampi.core.datatype;

import org.javampi.Predefined;

/** The predefined datatypes by index: LP64 sizes, natural alignment, C's layout for pairs. */
final class PredefinedDatatypes {
    /** Those of one byte, a bit for the index of each. */
    static final int SINGLE_BYTES = 1 << Predefined.CHAR.index
            | 1 << Predefined.UNSIGNED_CHAR.index
            | 1 << Predefined.BYTE.index
            | 1 << Predefined.PACKED.index
            | 1 << Predefined.C_BOOL.index;

    private static final Datatype[] BY_INDEX = new Datatype[26];

    static {
        basic(Predefined.CHAR, 1);
        basic(Predefined.SHORT, 2);
        basic(Predefined.INT, 4);
        basic(Predefined.LONG, 8);
        basic(Predefined.UNSIGNED_CHAR, 1);
        basic(Predefined.UNSIGNED_SHORT, 2);
        basic(Predefined.UNSIGNED, 4);
        basic(Predefined.UNSIGNED_LONG, 8);
        basic(Predefined.FLOAT, 4);
        basic(Predefined.DOUBLE, 8);
        basic(Predefined.LONG_DOUBLE, 8);
        basic(Predefined.BYTE, 1);
        basic(Predefined.PACKED, 1);
        basic(Predefined.LONG_LONG_INT, 8);
        basic(Predefined.WCHAR, 2);
        basic(Predefined.C_BOOL, 1);
        pair(Predefined.FLOAT_INT, Predefined.FLOAT, Predefined.INT);
        pair(Predefined.DOUBLE_INT, Predefined.DOUBLE, Predefined.INT);
        pair(Predefined.LONG_INT, Predefined.LONG, Predefined.INT);
        pair(Predefined.TWO_INT, Predefined.INT, Predefined.INT);
        pair(Predefined.SHORT_INT, Predefined.SHORT, Predefined.INT);
        pair(Predefined.LONG_DOUBLE_INT, Predefined.LONG_DOUBLE, Predefined.INT);
        pair(Predefined.TWO_REAL, Predefined.FLOAT, Predefined.FLOAT);
        pair(Predefined.TWO_DOUBLE_PRECISION, Predefined.DOUBLE, Predefined.DOUBLE);
        marker(Predefined.LB, Bounds.ofLowerMarker());
        marker(Predefined.UB, Bounds.ofUpperMarker());
    }

    private PredefinedDatatypes() {}

    static Datatype of(Predefined.Datatype handle) {
        return BY_INDEX[handle.index];
    }

    static Datatype of(int index) {
        return BY_INDEX[index];
    }

    private static void basic(Predefined.Datatype handle, long bytes) {
        define(handle, Bounds.ofBasic(bytes), new Plan.Run(0, bytes), Signature.basic(bytes), 1 << handle.index);
    }

    private static void pair(Predefined.Datatype handle, Predefined.Datatype first, Predefined.Datatype second) {
        Datatype value = of(first);
        Datatype index = of(second);
        long offset = (value.size() + index.size() - 1) / index.size() * index.size();
        Bounds bounds = new Bounds();
        bounds.include(value, 0, 0);
        bounds.include(index, offset, offset);
        Plan plan = Plan.Sequence.of(new long[] {0, offset}, new Plan[] {value.plan(), index.plan()});
        Signature signature = Signature.sequence(new Signature[] {value.signature(), index.signature()});
        define(handle, bounds, plan, signature, 1 << handle.index);
    }

    private static void marker(Predefined.Datatype handle, Bounds bounds) {
        define(handle, bounds, Plan.EMPTY, Signature.sequence(new Signature[0]), 0);
    }

    private static void define(Predefined.Datatype handle, Bounds bounds, Plan plan, Signature signature, int basics) {
        BY_INDEX[handle.index] = new Datatype(handle.toString(), handle, bounds, plan, signature, basics);
    }
}
