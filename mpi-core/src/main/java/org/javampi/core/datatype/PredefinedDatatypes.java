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

    private static final Datatype[] BY_INDEX = new Datatype[38];

    static {
        basic(Predefined.CHAR, ElementKind.RAW);
        basic(Predefined.SHORT, ElementKind.INT16);
        basic(Predefined.INT, ElementKind.INT32);
        basic(Predefined.LONG, ElementKind.LONG);
        basic(Predefined.UNSIGNED_CHAR, ElementKind.RAW);
        basic(Predefined.UNSIGNED_SHORT, ElementKind.INT16);
        basic(Predefined.UNSIGNED, ElementKind.INT32);
        basic(Predefined.UNSIGNED_LONG, ElementKind.UNSIGNED_LONG);
        basic(Predefined.FLOAT, ElementKind.FLOAT);
        basic(Predefined.DOUBLE, ElementKind.DOUBLE);
        basic(Predefined.LONG_DOUBLE, ElementKind.LONG_DOUBLE);
        basic(Predefined.BYTE, ElementKind.RAW);
        basic(Predefined.PACKED, ElementKind.RAW);
        basic(Predefined.LONG_LONG_INT, ElementKind.INT64);
        basic(Predefined.WCHAR, ElementKind.INT16);
        basic(Predefined.C_BOOL, ElementKind.RAW);
        like(Predefined.INT8_T, Predefined.CHAR, ElementKind.RAW);
        like(Predefined.INT16_T, Predefined.SHORT, ElementKind.INT16);
        like(Predefined.INT32_T, Predefined.INT, ElementKind.INT32);
        like(Predefined.INT64_T, Predefined.LONG, ElementKind.INT64);
        like(Predefined.UINT8_T, Predefined.UNSIGNED_CHAR, ElementKind.RAW);
        like(Predefined.UINT16_T, Predefined.UNSIGNED_SHORT, ElementKind.INT16);
        like(Predefined.UINT32_T, Predefined.UNSIGNED, ElementKind.INT32);
        like(Predefined.UINT64_T, Predefined.UNSIGNED_LONG, ElementKind.INT64);
        like(Predefined.AINT, Predefined.LONG, ElementKind.INT64);
        like(Predefined.COUNT, Predefined.LONG, ElementKind.INT64);
        like(Predefined.SIGNED_CHAR, Predefined.CHAR, ElementKind.RAW);
        like(Predefined.UNSIGNED_LONG_LONG, Predefined.UNSIGNED_LONG, ElementKind.INT64);
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

    private static void basic(Predefined.Datatype handle, ElementKind kind) {
        like(handle, handle, kind);
    }

    /** A type that fits the arrays which {@code model} fits. */
    private static void like(Predefined.Datatype handle, Predefined.Datatype model, ElementKind kind) {
        int bytes = kind.bytes();
        define(handle, Bounds.ofBasic(bytes), new Plan.Run(0, bytes), Signature.basic(kind), 1 << model.index);
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
