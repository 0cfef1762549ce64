package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Datatype;

/**
 * What the predefined datatypes hold, written down once more and slowly: random operands, and the
 * predefined operations on them in raw memory.
 */
enum Basic {
    CHAR(MPI_CHAR, Number.S8),
    SHORT(MPI_SHORT, Number.S16),
    INT(MPI_INT, Number.S32),
    LONG(MPI_LONG, Number.S64),
    LONG_LONG_INT(MPI_LONG_LONG_INT, Number.S64),
    UNSIGNED_CHAR(MPI_UNSIGNED_CHAR, Number.U8),
    UNSIGNED_SHORT(MPI_UNSIGNED_SHORT, Number.U16),
    UNSIGNED(MPI_UNSIGNED, Number.U32),
    UNSIGNED_LONG(MPI_UNSIGNED_LONG, Number.U64),
    WCHAR(MPI_WCHAR, Number.U16),
    FLOAT(MPI_FLOAT, Number.F32),
    DOUBLE(MPI_DOUBLE, Number.F64),
    LONG_DOUBLE(MPI_LONG_DOUBLE, Number.F64),
    BYTE(MPI_BYTE, Number.U8),
    FLOAT_INT(MPI_FLOAT_INT, Number.F32, 4, Number.S32, 8),
    DOUBLE_INT(MPI_DOUBLE_INT, Number.F64, 8, Number.S32, 16),
    LONG_INT(MPI_LONG_INT, Number.S64, 8, Number.S32, 16),
    TWO_INT(MPI_2INT, Number.S32, 4, Number.S32, 8),
    SHORT_INT(MPI_SHORT_INT, Number.S16, 4, Number.S32, 8),
    LONG_DOUBLE_INT(MPI_LONG_DOUBLE_INT, Number.F64, 8, Number.S32, 16),
    TWO_REAL(MPI_2REAL, Number.F32, 4, Number.F32, 8),
    TWO_DOUBLE_PRECISION(MPI_2DOUBLE_PRECISION, Number.F64, 8, Number.F64, 16);

    /** One number in memory. */
    private enum Number {
        S8(1),
        U8(1),
        S16(2),
        U16(2),
        S32(4),
        U32(4),
        S64(8),
        U64(8),
        F32(4),
        F64(8);

        final int bytes;

        Number(int bytes) {
            this.bytes = bytes;
        }

        boolean isFloating() {
            return this == F32 || this == F64;
        }

        double floating(ByteBuffer memory, int at) {
            return this == F32 ? memory.getFloat(at) : memory.getDouble(at);
        }

        void putFloating(ByteBuffer memory, int at, double value) {
            if (this == F32) {
                memory.putFloat(at, (float) value);
            } else {
                memory.putDouble(at, value);
            }
        }

        BigInteger integer(ByteBuffer memory, int at) {
            byte[] bigEndian = new byte[bytes + 1];
            for (int i = 0; i < bytes; i++) {
                boolean little = memory.order() == ByteOrder.LITTLE_ENDIAN;
                bigEndian[1 + i] = memory.get(at + (little ? bytes - 1 - i : i));
            }
            boolean signed = name().startsWith("S");
            bigEndian[0] = (byte) (signed && bigEndian[1] < 0 ? -1 : 0);
            return new BigInteger(bigEndian);
        }

        void putInteger(ByteBuffer memory, int at, long value) {
            switch (bytes) {
                case 1 -> memory.put(at, (byte) value);
                case 2 -> memory.putShort(at, (short) value);
                case 4 -> memory.putInt(at, (int) value);
                default -> memory.putLong(at, value);
            }
        }

        int compare(ByteBuffer a, ByteBuffer b, int at) {
            return isFloating()
                    ? Double.compare(floating(a, at), floating(b, at))
                    : integer(a, at).compareTo(integer(b, at));
        }
    }

    final MPI_Datatype handle;
    final int extent;
    private final Number value;
    private final int indexAt;
    private final Number index;

    Basic(MPI_Datatype handle, Number value) {
        this(handle, value, 0, null, value.bytes);
    }

    Basic(MPI_Datatype handle, Number value, int indexAt, Number index, int extent) {
        this.handle = handle;
        this.value = value;
        this.indexAt = indexAt;
        this.index = index;
        this.extent = extent;
    }

    /** By the name of its constant, or null. */
    static Basic of(String name) {
        for (Basic basic : values()) {
            if (basic.handle.toString().equals(name)) {
                return basic;
            }
        }
        return null;
    }

    boolean isPair() {
        return index != null;
    }

    /** {@code count} operands of {@code op}: sums and products of them are exact in any order. */
    byte[] random(Random random, int count, String op) {
        ByteBuffer memory = memory(new byte[count * extent]);
        for (int at = 0; at < count * extent; at += extent) {
            if (isPair()) {
                put(value, memory, at, random.nextInt(3) - 1);
                put(index, memory, at + indexAt, anyIndex(random));
            } else if (value.isFloating()) {
                value.putFloating(memory, at, anyFloating(random, op));
            } else {
                value.putInteger(memory, at, anyInteger(random));
            }
        }
        return memory.array();
    }

    private static void put(Number number, ByteBuffer memory, int at, int small) {
        if (number.isFloating()) {
            number.putFloating(memory, at, small);
        } else {
            number.putInteger(memory, at, small);
        }
    }

    private int anyIndex(Random random) {
        if (index.isFloating()) {
            return random.nextInt(100);
        }
        return random.nextInt(3) == 0 ? Integer.MAX_VALUE - random.nextInt(9) : random.nextInt();
    }

    private double anyFloating(Random random, String op) {
        return switch (op) {
            case "MPI_SUM" -> (random.nextInt(65) - 32) / 4.0;
            case "MPI_PROD" -> new double[] {-2, -1, 0.5, 1, 2, 3}[random.nextInt(6)];
            default ->
                switch (random.nextInt(8)) {
                    case 0 -> Double.NEGATIVE_INFINITY;
                    case 1 -> Double.POSITIVE_INFINITY;
                    case 2 -> 0;
                    default -> random.nextGaussian() * 1e30;
                };
        };
    }

    private long anyInteger(Random random) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> 0;
            case 2 -> 1;
            case 3 -> -1;
            case 4 -> 1L << (8 * value.bytes - 1);
            case 5 -> (1L << (8 * value.bytes - 1)) - 1;
            default -> random.nextLong();
        };
    }

    /** {@code inout[i] = in[i] op inout[i]}. */
    void combine(String op, byte[] in, byte[] inout) {
        ByteBuffer a = memory(in);
        ByteBuffer b = memory(inout);
        for (int at = 0; at < in.length; at += extent) {
            if (isPair()) {
                int order = value.compare(a, b, at);
                boolean better = op.equals("MPI_MAXLOC") ? order > 0 : order < 0;
                if (better || order == 0 && index.compare(a, b, at + indexAt) < 0) {
                    b.put(at, in, at, extent);
                }
            } else if (value.isFloating()) {
                value.putFloating(b, at, of(op, value.floating(a, at), value.floating(b, at)));
            } else {
                BigInteger result = of(op, value.integer(a, at), value.integer(b, at));
                value.putInteger(b, at, result.longValue());
            }
        }
    }

    /** A copy with zeros in what is no data; the functions of programs may copy that about. */
    byte[] withoutGaps(byte[] bytes) {
        byte[] clean = bytes.clone();
        for (int at = 0; isPair() && at < bytes.length; at += extent) {
            Arrays.fill(clean, at + value.bytes, at + indexAt, (byte) 0);
            Arrays.fill(clean, at + indexAt + index.bytes, at + extent, (byte) 0);
        }
        return clean;
    }

    private static double of(String op, double a, double b) {
        return switch (op) {
            case "MPI_MAX" -> a > b ? a : b;
            case "MPI_MIN" -> a < b ? a : b;
            case "MPI_SUM" -> a + b;
            case "MPI_PROD" -> a * b;
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static BigInteger of(String op, BigInteger a, BigInteger b) {
        boolean p = a.signum() != 0;
        boolean q = b.signum() != 0;
        return switch (op) {
            case "MPI_MAX" -> a.max(b);
            case "MPI_MIN" -> a.min(b);
            case "MPI_SUM" -> a.add(b);
            case "MPI_PROD" -> a.multiply(b);
            case "MPI_LAND" -> p && q ? BigInteger.ONE : BigInteger.ZERO;
            case "MPI_LOR" -> p || q ? BigInteger.ONE : BigInteger.ZERO;
            case "MPI_LXOR" -> p != q ? BigInteger.ONE : BigInteger.ZERO;
            case "MPI_BAND" -> a.and(b);
            case "MPI_BOR" -> a.or(b);
            case "MPI_BXOR" -> a.xor(b);
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static ByteBuffer memory(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** {@code bytes} in the buffer that programs use for this type. */
    Object array(byte[] bytes) {
        ByteBuffer from = memory(bytes);
        if (isPair() && value != index || extent == 1) {
            return bytes.clone();
        }
        if (this == WCHAR) {
            char[] array = new char[bytes.length / 2];
            from.asCharBuffer().get(array);
            return array;
        }
        switch (value) {
            case S16, U16 -> {
                short[] array = new short[bytes.length / 2];
                from.asShortBuffer().get(array);
                return array;
            }
            case S32, U32 -> {
                int[] array = new int[bytes.length / 4];
                from.asIntBuffer().get(array);
                return array;
            }
            case S64, U64 -> {
                long[] array = new long[bytes.length / 8];
                from.asLongBuffer().get(array);
                return array;
            }
            case F32 -> {
                float[] array = new float[bytes.length / 4];
                from.asFloatBuffer().get(array);
                return array;
            }
            default -> {
                double[] array = new double[bytes.length / 8];
                from.asDoubleBuffer().get(array);
                return array;
            }
        }
    }

    /** The raw memory of an array or a buffer from its start. */
    static byte[] bytes(Object buffer) {
        if (buffer instanceof byte[] bytes) {
            return bytes;
        }
        if (buffer instanceof ByteBuffer direct) {
            byte[] bytes = new byte[direct.capacity()];
            direct.get(0, bytes);
            return bytes;
        }
        ByteBuffer to = ByteBuffer.allocate(8 * Array.getLength(buffer)).order(ByteOrder.nativeOrder());
        int width = 8;
        if (buffer instanceof short[] array) {
            to.asShortBuffer().put(array);
            width = 2;
        } else if (buffer instanceof char[] array) {
            to.asCharBuffer().put(array);
            width = 2;
        } else if (buffer instanceof int[] array) {
            to.asIntBuffer().put(array);
            width = 4;
        } else if (buffer instanceof float[] array) {
            to.asFloatBuffer().put(array);
            width = 4;
        } else if (buffer instanceof long[] array) {
            to.asLongBuffer().put(array);
        } else {
            to.asDoubleBuffer().put((double[]) buffer);
        }
        return Arrays.copyOf(to.array(), to.capacity() / 8 * width);
    }

    /** {@code bytes} outside the heap. */
    static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length)
                .order(ByteOrder.nativeOrder())
                .put(0, bytes);
    }
}
