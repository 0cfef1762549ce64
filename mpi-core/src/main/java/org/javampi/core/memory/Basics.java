package org.javampi.core.memory;

import org.javampi.Predefined;

/** Sets of predefined datatypes: a bit for each index. */
final class Basics {
    /** Every predefined datatype. */
    static final int ALL = -1;

    private static final int RAW = 1 << Predefined.BYTE.index | 1 << Predefined.PACKED.index;

    private Basics() {}

    /** These and the raw ones, which any memory takes. */
    static int setOf(Predefined.Datatype... types) {
        int set = RAW;
        for (Predefined.Datatype type : types) {
            set |= 1 << type.index;
        }
        return set;
    }
}
