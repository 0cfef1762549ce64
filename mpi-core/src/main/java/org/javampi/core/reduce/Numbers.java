package org.javampi.core.reduce;

import java.util.Arrays;
import org.javampi.Predefined;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.spi.transport.Region;

/** What kind of numbers a predefined datatype holds. */
enum Numbers {
    INT8(1),
    UINT8(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    INT64(8),
    UINT64(8),
    FLOAT(4),
    DOUBLE(8),
    /** Bytes without a meaning: bitwise operations only. */
    RAW(1),
    BOOLEAN(1),
    /** Not numbers: pairs, packed data, derived types. */
    NONE(1);

    private static final Numbers[] BY_INDEX = new Numbers[38];

    static {
        Arrays.fill(BY_INDEX, NONE);
        BY_INDEX[Predefined.CHAR.index] = INT8;
        BY_INDEX[Predefined.UNSIGNED_CHAR.index] = UINT8;
        BY_INDEX[Predefined.SHORT.index] = INT16;
        BY_INDEX[Predefined.UNSIGNED_SHORT.index] = UINT16;
        BY_INDEX[Predefined.WCHAR.index] = UINT16;
        BY_INDEX[Predefined.INT.index] = INT32;
        BY_INDEX[Predefined.UNSIGNED.index] = UINT32;
        BY_INDEX[Predefined.LONG.index] = INT64;
        BY_INDEX[Predefined.LONG_LONG_INT.index] = INT64;
        BY_INDEX[Predefined.UNSIGNED_LONG.index] = UINT64;
        BY_INDEX[Predefined.FLOAT.index] = FLOAT;
        BY_INDEX[Predefined.DOUBLE.index] = DOUBLE;
        BY_INDEX[Predefined.LONG_DOUBLE.index] = DOUBLE;
        BY_INDEX[Predefined.BYTE.index] = RAW;
        BY_INDEX[Predefined.C_BOOL.index] = BOOLEAN;
        BY_INDEX[Predefined.INT8_T.index] = INT8;
        BY_INDEX[Predefined.SIGNED_CHAR.index] = INT8;
        BY_INDEX[Predefined.UINT8_T.index] = UINT8;
        BY_INDEX[Predefined.INT16_T.index] = INT16;
        BY_INDEX[Predefined.UINT16_T.index] = UINT16;
        BY_INDEX[Predefined.INT32_T.index] = INT32;
        BY_INDEX[Predefined.UINT32_T.index] = UINT32;
        BY_INDEX[Predefined.INT64_T.index] = INT64;
        BY_INDEX[Predefined.AINT.index] = INT64;
        BY_INDEX[Predefined.COUNT.index] = INT64;
        BY_INDEX[Predefined.UINT64_T.index] = UINT64;
        BY_INDEX[Predefined.UNSIGNED_LONG_LONG.index] = UINT64;
    }

    final int bytes;

    Numbers(int bytes) {
        this.bytes = bytes;
    }

    static Numbers of(Datatype type) {
        return type.isPredefined() ? BY_INDEX[((Predefined.Datatype) type.handle()).index] : NONE;
    }

    /** {@code right[i] = left[i] op right[i]} over {@code length} bytes. */
    void apply(Elementary op, Region left, Region right, int length) {
        for (int i = 0; i < length; i += bytes) {
            if (this == FLOAT) {
                float a = Float.intBitsToFloat(left.getInt(i));
                float b = Float.intBitsToFloat(right.getInt(i));
                right.putInt(i, Float.floatToRawIntBits((float) op.apply(a, b)));
            } else if (this == DOUBLE) {
                double a = Double.longBitsToDouble(left.getLong(i));
                double b = Double.longBitsToDouble(right.getLong(i));
                right.putLong(i, Double.doubleToRawLongBits(op.apply(a, b)));
            } else {
                put(right, i, op.apply(get(left, i), get(right, i), this == UINT64));
            }
        }
    }

    private long get(Region region, int index) {
        return switch (this) {
            case INT8 -> region.getByte(index);
            case UINT8, RAW, BOOLEAN -> region.getByte(index) & 0xff;
            case INT16 -> region.getShort(index);
            case UINT16 -> region.getShort(index) & 0xffff;
            case INT32 -> region.getInt(index);
            case UINT32 -> region.getInt(index) & 0xffff_ffffL;
            default -> region.getLong(index);
        };
    }

    private void put(Region region, int index, long value) {
        switch (bytes) {
            case 1 -> region.putByte(index, (byte) value);
            case 2 -> region.putShort(index, (short) value);
            case 4 -> region.putInt(index, (int) value);
            default -> region.putLong(index, value);
        }
    }
}
