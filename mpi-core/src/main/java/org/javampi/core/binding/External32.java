package org.javampi.core.binding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.datatype.ElementKind;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Region;

/**
 * Items on their way between a program's buffer and a packing unit in external32 (MPI-4.1 §14.5.2): big-endian, C's long
 * in 4 bytes, long double in the 16 of IEEE 754 binary128. Element by element, through two small windows.
 */
final class External32 {
    /** A multiple of every element's size. */
    private static final int WINDOW = 4096;

    private static final int QUAD_BIAS = 16383;
    private static final int DOUBLE_BIAS = 1023;
    private static final int FRACTION = 52;

    private final Block data;
    private final Datatype type;
    private final Block unit = new Block();
    private final long byteCount;
    private final long start;
    private final Region nativeRegion = Region.allocate(WINDOW);
    private final Region externalRegion = Region.allocate(WINDOW);
    private final ByteBuffer nativeBytes = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
    private final ByteBuffer externalBytes = ByteBuffer.allocate(16);
    private long nativePosition;
    private long externalPosition;

    /**
     * Checks that the items fit.
     *
     * @param data the program's items
     * @param packingUnit byte[] or ByteBuffer
     * @throws MpiFailure MPI_ERR_ARG, MPI_ERR_BUFFER or MPI_ERR_TRUNCATE; nothing has been moved then
     */
    External32(Block data, Object packingUnit, long unitSize, long position, boolean pack) {
        this.data = data;
        type = data.type();
        byteCount = Math.multiplyExact((long) data.count(), type.externalSize());
        if (unitSize < 0 || unitSize > Integer.MAX_VALUE || position < 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "position " + position + " in a packing unit of " + unitSize
                            + " bytes: neither may be negative, and" + " no Java buffer has more than "
                            + Integer.MAX_VALUE + " bytes");
        }
        if (byteCount > unitSize - position) {
            throw new MpiFailure(
                    pack ? MPI.MPI_ERR_BUFFER : MPI.MPI_ERR_TRUNCATE,
                    byteCount + " bytes at position " + position + " do not fit into a packing unit of " + unitSize
                            + " bytes: MPI_Pack_external_size tells how much room is needed");
        }
        unit.set(packingUnit, (int) unitSize, Datatypes.of(Predefined.PACKED), pack);
        start = position;
    }

    /** Bytes in the packing unit. */
    long byteCount() {
        return byteCount;
    }

    void pack() {
        if (data.byteCount() == 0) {
            return;
        }
        for (int item = 0; item < data.count(); item++) {
            type.elements(kind -> {
                data.pack(nativePosition, nativeRegion, 0, kind.bytes());
                nativeRegion.getBytes(0, nativeBytes.array(), 0, kind.bytes());
                encode(kind);
                externalRegion.putBytes(0, externalBytes.array(), 0, kind.externalBytes());
                unit.unpack(start + externalPosition, externalRegion, 0, kind.externalBytes());
                advance(kind);
            });
        }
    }

    void unpack() {
        if (data.byteCount() == 0) {
            return;
        }
        for (int item = 0; item < data.count(); item++) {
            type.elements(kind -> {
                unit.pack(start + externalPosition, externalRegion, 0, kind.externalBytes());
                externalRegion.getBytes(0, externalBytes.array(), 0, kind.externalBytes());
                decode(kind);
                nativeRegion.putBytes(0, nativeBytes.array(), 0, kind.bytes());
                data.unpack(nativePosition, nativeRegion, 0, kind.bytes());
                advance(kind);
            });
        }
    }

    private void advance(ElementKind kind) {
        nativePosition += kind.bytes();
        externalPosition += kind.externalBytes();
    }

    private void encode(ElementKind kind) {
        switch (kind) {
            case RAW -> externalBytes.put(0, nativeBytes.get(0));
            case INT16 -> externalBytes.putShort(0, nativeBytes.getShort(0));
            case INT32, FLOAT -> externalBytes.putInt(0, nativeBytes.getInt(0));
            case INT64, DOUBLE -> externalBytes.putLong(0, nativeBytes.getLong(0));
            case LONG, UNSIGNED_LONG -> externalBytes.putInt(0, narrowed(nativeBytes.getLong(0), kind));
            case LONG_DOUBLE -> encodeQuad(nativeBytes.getDouble(0));
        }
    }

    private void decode(ElementKind kind) {
        switch (kind) {
            case RAW -> nativeBytes.put(0, externalBytes.get(0));
            case INT16 -> nativeBytes.putShort(0, externalBytes.getShort(0));
            case INT32, FLOAT -> nativeBytes.putInt(0, externalBytes.getInt(0));
            case INT64, DOUBLE -> nativeBytes.putLong(0, externalBytes.getLong(0));
            case LONG -> nativeBytes.putLong(0, externalBytes.getInt(0));
            case UNSIGNED_LONG -> nativeBytes.putLong(0, Integer.toUnsignedLong(externalBytes.getInt(0)));
            case LONG_DOUBLE -> nativeBytes.putDouble(0, decodeQuad());
        }
    }

    private static int narrowed(long value, ElementKind kind) {
        boolean fits = kind == ElementKind.LONG ? value == (int) value : value >>> 32 == 0;
        if (!fits) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "value " + value
                            + " does not fit into the 4 bytes that external32 has for C's long: use MPI_INT64_T");
        }
        return (int) value;
    }

    /** Sign, 15 bits of exponent, 112 of fraction: every double is exact in it. */
    private void encodeQuad(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long sign = bits & Long.MIN_VALUE;
        int exponent = (int) (bits >>> FRACTION) & 0x7ff;
        long fraction = bits & (1L << FRACTION) - 1;
        int quadExponent;
        if (exponent == 0x7ff) {
            quadExponent = 0x7fff;
        } else if (exponent != 0) {
            quadExponent = exponent - DOUBLE_BIAS + QUAD_BIAS;
        } else if (fraction == 0) {
            quadExponent = 0;
        } else {
            // Subnormal as a double, normal here: the leading 1 becomes the hidden one.
            int shift = Long.numberOfLeadingZeros(fraction) - (Long.SIZE - 1 - FRACTION);
            fraction = fraction << shift & (1L << FRACTION) - 1;
            quadExponent = 1 - shift - DOUBLE_BIAS + QUAD_BIAS;
        }
        externalBytes.putLong(0, sign | (long) quadExponent << 48 | fraction >>> 4);
        externalBytes.putLong(8, fraction << 60);
    }

    private double decodeQuad() {
        long high = externalBytes.getLong(0);
        long low = externalBytes.getLong(8);
        int exponent = (int) (high >>> 48) & 0x7fff;
        long fraction = (high & (1L << 48) - 1) << 4 | low >>> 60;
        double magnitude;
        if (exponent == 0x7fff) {
            magnitude = fraction == 0 && low << 4 == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = 0;
        } else {
            double significand = Double.longBitsToDouble((long) DOUBLE_BIAS << FRACTION | fraction);
            magnitude = Math.scalb(significand, exponent - QUAD_BIAS);
        }
        return high < 0 ? -magnitude : magnitude;
    }
}
