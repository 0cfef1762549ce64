package org.javampi.core.datatype;

/** What a basic element is, in memory and in the external32 representation (MPI-4.1 §14.5.2). */
public enum ElementKind {
    /** A byte that stays as it is. */
    RAW(1, 1),
    INT16(2, 2),
    INT32(4, 4),
    INT64(8, 8),
    /** C's long: 8 bytes in memory, 4 in external32. */
    LONG(8, 4),
    UNSIGNED_LONG(8, 4),
    FLOAT(4, 4),
    DOUBLE(8, 8),
    /** 8 bytes in memory, the 16 of IEEE 754 binary128 in external32. */
    LONG_DOUBLE(8, 16);

    private final int bytes;
    private final int externalBytes;

    ElementKind(int bytes, int externalBytes) {
        this.bytes = bytes;
        this.externalBytes = externalBytes;
    }

    /** Bytes in memory. */
    public int bytes() {
        return bytes;
    }

    /** Bytes in external32. */
    public int externalBytes() {
        return externalBytes;
    }
}
