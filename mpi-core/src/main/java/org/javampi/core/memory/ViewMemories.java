package org.javampi.core.memory;

import static org.javampi.core.memory.Basics.setOf;

import java.nio.Buffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import org.javampi.Predefined;
import org.javampi.core.spi.transport.Region;

/**
 * The memories of java.nio's typed buffers, such as {@code ByteBuffer.asIntBuffer()}: values are moved, whatever byte
 * order the buffer has underneath. What the runtime allocates for them are arrays of the same element type.
 */
final class ViewMemories {
    private static final Memory SHORTS = new Shorts();
    private static final Memory CHARS = new Chars();
    private static final Memory INTS = new Ints();
    private static final Memory LONGS = new Longs();
    private static final Memory FLOATS = new Floats();
    private static final Memory DOUBLES = new Doubles();

    private ViewMemories() {}

    /** The kind of {@code buffer}, or null when it is no typed buffer. */
    static Memory of(Object buffer) {
        if (buffer instanceof IntBuffer) {
            return INTS;
        }
        if (buffer instanceof DoubleBuffer) {
            return DOUBLES;
        }
        if (buffer instanceof LongBuffer) {
            return LONGS;
        }
        if (buffer instanceof FloatBuffer) {
            return FLOATS;
        }
        if (buffer instanceof ShortBuffer) {
            return SHORTS;
        }
        return buffer instanceof CharBuffer ? CHARS : null;
    }

    /**
     * A view of elements as memory, from its index 0 to its limit. Its position does not move. Elements are reached
     * through a duplicate: the program may change position and limit while a call is pending.
     */
    private abstract static class View extends ArrayMemory {
        private final ArrayMemory arrays;

        View(String name, ArrayMemory arrays, int accepted) {
            super(name, arrays.elementBytes(), accepted);
            this.arrays = arrays;
        }

        @Override
        public final long byteLength(Object base) {
            return (long) ((Buffer) base).limit() * elementBytes();
        }

        @Override
        public final Memory own() {
            return arrays;
        }

        @Override
        final Object array(int length) {
            return arrays.array(length);
        }
    }

    private static final class Shorts extends View {
        Shorts() {
            super("ShortBuffer", ArrayMemories.SHORTS, setOf(Predefined.SHORT, Predefined.UNSIGNED_SHORT));
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            ShortBuffer v = ((ShortBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 2) {
                r.putShort(i, v.get(first + k));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            ShortBuffer v = ((ShortBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 2) {
                v.put(first + k, r.getShort(i));
            }
        }

        @Override
        long bits(Object base, int element) {
            ShortBuffer v = ((ShortBuffer) base).duplicate().clear();
            return v.get(element);
        }

        @Override
        void setBits(Object base, int element, long bits) {
            ShortBuffer v = ((ShortBuffer) base).duplicate().clear();
            v.put(element, (short) bits);
        }
    }

    private static final class Chars extends View {
        Chars() {
            super("CharBuffer", ArrayMemories.CHARS, setOf(Predefined.WCHAR, Predefined.UNSIGNED_SHORT));
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            CharBuffer v = ((CharBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 2) {
                r.putShort(i, (short) v.get(first + k));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            CharBuffer v = ((CharBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 2) {
                v.put(first + k, (char) r.getShort(i));
            }
        }

        @Override
        long bits(Object base, int element) {
            CharBuffer v = ((CharBuffer) base).duplicate().clear();
            return v.get(element);
        }

        @Override
        void setBits(Object base, int element, long bits) {
            CharBuffer v = ((CharBuffer) base).duplicate().clear();
            v.put(element, (char) bits);
        }
    }

    private static final class Ints extends View {
        Ints() {
            super("IntBuffer", ArrayMemories.INTS, setOf(Predefined.INT, Predefined.UNSIGNED, Predefined.TWO_INT));
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            IntBuffer v = ((IntBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 4) {
                r.putInt(i, v.get(first + k));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            IntBuffer v = ((IntBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 4) {
                v.put(first + k, r.getInt(i));
            }
        }

        @Override
        long bits(Object base, int element) {
            IntBuffer v = ((IntBuffer) base).duplicate().clear();
            return v.get(element);
        }

        @Override
        void setBits(Object base, int element, long bits) {
            IntBuffer v = ((IntBuffer) base).duplicate().clear();
            v.put(element, (int) bits);
        }
    }

    private static final class Longs extends View {
        Longs() {
            super(
                    "LongBuffer",
                    ArrayMemories.LONGS,
                    setOf(Predefined.LONG, Predefined.UNSIGNED_LONG, Predefined.LONG_LONG_INT));
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            LongBuffer v = ((LongBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 8) {
                r.putLong(i, v.get(first + k));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            LongBuffer v = ((LongBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 8) {
                v.put(first + k, r.getLong(i));
            }
        }

        @Override
        long bits(Object base, int element) {
            LongBuffer v = ((LongBuffer) base).duplicate().clear();
            return v.get(element);
        }

        @Override
        void setBits(Object base, int element, long bits) {
            LongBuffer v = ((LongBuffer) base).duplicate().clear();
            v.put(element, bits);
        }
    }

    private static final class Floats extends View {
        Floats() {
            super("FloatBuffer", ArrayMemories.FLOATS, setOf(Predefined.FLOAT, Predefined.TWO_REAL));
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            FloatBuffer v = ((FloatBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 4) {
                r.putInt(i, Float.floatToRawIntBits(v.get(first + k)));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            FloatBuffer v = ((FloatBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 4) {
                v.put(first + k, Float.intBitsToFloat(r.getInt(i)));
            }
        }

        @Override
        long bits(Object base, int element) {
            FloatBuffer v = ((FloatBuffer) base).duplicate().clear();
            return Float.floatToRawIntBits(v.get(element));
        }

        @Override
        void setBits(Object base, int element, long bits) {
            FloatBuffer v = ((FloatBuffer) base).duplicate().clear();
            v.put(element, Float.intBitsToFloat((int) bits));
        }
    }

    private static final class Doubles extends View {
        Doubles() {
            super(
                    "DoubleBuffer",
                    ArrayMemories.DOUBLES,
                    setOf(Predefined.DOUBLE, Predefined.LONG_DOUBLE, Predefined.TWO_DOUBLE_PRECISION));
        }

        @Override
        void storeElements(Object base, int first, Region r, int index, int count) {
            DoubleBuffer v = ((DoubleBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 8) {
                r.putLong(i, Double.doubleToRawLongBits(v.get(first + k)));
            }
        }

        @Override
        void loadElements(Object base, int first, Region r, int index, int count) {
            DoubleBuffer v = ((DoubleBuffer) base).duplicate().clear();
            for (int k = 0, i = index; k < count; k++, i += 8) {
                v.put(first + k, Double.longBitsToDouble(r.getLong(i)));
            }
        }

        @Override
        long bits(Object base, int element) {
            DoubleBuffer v = ((DoubleBuffer) base).duplicate().clear();
            return Double.doubleToRawLongBits(v.get(element));
        }

        @Override
        void setBits(Object base, int element, long bits) {
            DoubleBuffer v = ((DoubleBuffer) base).duplicate().clear();
            v.put(element, Double.longBitsToDouble(bits));
        }
    }
}
