package org.javampi.core.memory;

import static org.javampi.core.memory.Basics.setOf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.javampi.Predefined;
import org.javampi.core.spi.transport.Region;

/** The memories of the primitive arrays, one for each element type. */
final class ArrayMemories {
    /** Up to so many elements a loop is faster than the call of a bulk copy. */
    private static final int LOOP = 8;

    static final ArrayMemory BYTES = new Bytes();
    static final ArrayMemory SHORTS = new Shorts();
    static final ArrayMemory CHARS = new Chars();
    static final ArrayMemory INTS = new Ints();
    static final ArrayMemory LONGS = new Longs();
    static final ArrayMemory FLOATS = new Floats();
    static final ArrayMemory DOUBLES = new Doubles();
    static final Memory BOOLEANS = new Booleans();

    private ArrayMemories() {}

    private static final class Bytes extends ArrayMemory {
        /** Up to so many bytes a loop over words is faster than the call of a bulk copy. */
        private static final int SHORT = 64;

        private static final VarHandle WORDS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

        Bytes() {
            super("byte[]", 1, Basics.ALL);
        }

        @Override
        public long byteLength(Object base) {
            return ((byte[]) base).length;
        }

        @Override
        Object array(int length) {
            return new byte[length];
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            byte[] a = (byte[]) base;
            if (count > SHORT) {
                r.putBytes(index, a, first, count);
                return;
            }
            int k = 0;
            for (; k <= count - Long.BYTES; k += Long.BYTES) {
                r.putLong(index + k, (long) WORDS.get(a, first + k));
            }
            for (; k < count; k++) {
                r.putByte(index + k, a[first + k]);
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            byte[] a = (byte[]) base;
            if (count > SHORT) {
                r.getBytes(index, a, first, count);
                return;
            }
            int k = 0;
            for (; k <= count - Long.BYTES; k += Long.BYTES) {
                WORDS.set(a, first + k, r.getLong(index + k));
            }
            for (; k < count; k++) {
                a[first + k] = r.getByte(index + k);
            }
        }

        @Override
        long bits(Object base, int element) {
            byte v = ((byte[]) base)[element];
            return v;
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ((byte[]) base)[element] = (byte) bits;
        }
    }

    private static final class Shorts extends ArrayMemory {
        Shorts() {
            super("short[]", 2, setOf(Predefined.SHORT, Predefined.UNSIGNED_SHORT));
        }

        @Override
        public long byteLength(Object base) {
            return (long) ((short[]) base).length * Short.BYTES;
        }

        @Override
        Object array(int length) {
            return new short[length];
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            short[] a = (short[]) base;
            if (count > LOOP) {
                r.putShorts(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 2) {
                short v = a[first + k];
                r.putShort(i, v);
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            short[] a = (short[]) base;
            if (count > LOOP) {
                r.getShorts(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 2) {
                a[first + k] = r.getShort(i);
            }
        }

        @Override
        long bits(Object base, int element) {
            short v = ((short[]) base)[element];
            return v;
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ((short[]) base)[element] = (short) bits;
        }
    }

    private static final class Chars extends ArrayMemory {
        Chars() {
            super("char[]", 2, setOf(Predefined.WCHAR, Predefined.UNSIGNED_SHORT));
        }

        @Override
        public long byteLength(Object base) {
            return (long) ((char[]) base).length * Character.BYTES;
        }

        @Override
        Object array(int length) {
            return new char[length];
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            char[] a = (char[]) base;
            if (count > LOOP) {
                r.putChars(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 2) {
                char v = a[first + k];
                r.putShort(i, (short) v);
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            char[] a = (char[]) base;
            if (count > LOOP) {
                r.getChars(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 2) {
                a[first + k] = (char) r.getShort(i);
            }
        }

        @Override
        long bits(Object base, int element) {
            char v = ((char[]) base)[element];
            return v;
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ((char[]) base)[element] = (char) bits;
        }
    }

    private static final class Ints extends ArrayMemory {
        Ints() {
            super("int[]", 4, setOf(Predefined.INT, Predefined.UNSIGNED, Predefined.TWO_INT));
        }

        @Override
        public long byteLength(Object base) {
            return (long) ((int[]) base).length * Integer.BYTES;
        }

        @Override
        Object array(int length) {
            return new int[length];
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            int[] a = (int[]) base;
            if (count > LOOP) {
                r.putInts(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 4) {
                int v = a[first + k];
                r.putInt(i, v);
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            int[] a = (int[]) base;
            if (count > LOOP) {
                r.getInts(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 4) {
                a[first + k] = r.getInt(i);
            }
        }

        @Override
        long bits(Object base, int element) {
            int v = ((int[]) base)[element];
            return v;
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ((int[]) base)[element] = (int) bits;
        }
    }

    private static final class Longs extends ArrayMemory {
        Longs() {
            super("long[]", 8, setOf(Predefined.LONG, Predefined.UNSIGNED_LONG, Predefined.LONG_LONG_INT));
        }

        @Override
        public long byteLength(Object base) {
            return (long) ((long[]) base).length * Long.BYTES;
        }

        @Override
        Object array(int length) {
            return new long[length];
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            long[] a = (long[]) base;
            if (count > LOOP) {
                r.putLongs(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 8) {
                long v = a[first + k];
                r.putLong(i, v);
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            long[] a = (long[]) base;
            if (count > LOOP) {
                r.getLongs(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 8) {
                a[first + k] = r.getLong(i);
            }
        }

        @Override
        long bits(Object base, int element) {
            long v = ((long[]) base)[element];
            return v;
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ((long[]) base)[element] = bits;
        }
    }

    private static final class Floats extends ArrayMemory {
        Floats() {
            super("float[]", 4, setOf(Predefined.FLOAT, Predefined.TWO_REAL));
        }

        @Override
        public long byteLength(Object base) {
            return (long) ((float[]) base).length * Float.BYTES;
        }

        @Override
        Object array(int length) {
            return new float[length];
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            float[] a = (float[]) base;
            if (count > LOOP) {
                r.putFloats(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 4) {
                float v = a[first + k];
                r.putInt(i, Float.floatToRawIntBits(v));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            float[] a = (float[]) base;
            if (count > LOOP) {
                r.getFloats(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 4) {
                a[first + k] = Float.intBitsToFloat(r.getInt(i));
            }
        }

        @Override
        long bits(Object base, int element) {
            float v = ((float[]) base)[element];
            return Float.floatToRawIntBits(v);
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ((float[]) base)[element] = Float.intBitsToFloat((int) bits);
        }
    }

    private static final class Doubles extends ArrayMemory {
        Doubles() {
            super("double[]", 8, setOf(Predefined.DOUBLE, Predefined.LONG_DOUBLE, Predefined.TWO_DOUBLE_PRECISION));
        }

        @Override
        public long byteLength(Object base) {
            return (long) ((double[]) base).length * Double.BYTES;
        }

        @Override
        Object array(int length) {
            return new double[length];
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            double[] a = (double[]) base;
            if (count > LOOP) {
                r.putDoubles(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 8) {
                double v = a[first + k];
                r.putLong(i, Double.doubleToRawLongBits(v));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            double[] a = (double[]) base;
            if (count > LOOP) {
                r.getDoubles(index, a, first, count);
                return;
            }
            for (int k = 0, i = index; k < count; k++, i += 8) {
                a[first + k] = Double.longBitsToDouble(r.getLong(i));
            }
        }

        @Override
        long bits(Object base, int element) {
            double v = ((double[]) base)[element];
            return Double.doubleToRawLongBits(v);
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ((double[]) base)[element] = Double.longBitsToDouble(bits);
        }
    }

    private static final class Booleans extends ArrayMemory {
        Booleans() {
            super("boolean[]", 1, setOf(Predefined.C_BOOL));
        }

        @Override
        public long byteLength(Object base) {
            return ((boolean[]) base).length;
        }

        @Override
        Object array(int length) {
            return new boolean[length];
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            boolean[] a = (boolean[]) base;
            for (int k = 0, i = index; k < count; k++, i += 1) {
                boolean v = a[first + k];
                r.putByte(i, (byte) (v ? 1 : 0));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            boolean[] a = (boolean[]) base;
            for (int k = 0, i = index; k < count; k++, i += 1) {
                a[first + k] = r.getByte(i) != 0;
            }
        }

        @Override
        long bits(Object base, int element) {
            boolean v = ((boolean[]) base)[element];
            return v ? 1 : 0;
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ((boolean[]) base)[element] = bits != 0;
        }
    }
}
