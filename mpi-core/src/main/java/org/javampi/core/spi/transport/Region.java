package org.javampi.core.spi.transport;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * A stretch of direct or mapped memory, addressed by byte index, in native byte order: the only
 * place where frames are read and written. Every access is bounds-checked by the JDK; nothing here
 * needs a JVM flag.
 *
 * <p>Bulk copies between a primitive array and memory go through a view of the array's type that is
 * shifted to the index's alignment, so that each of them is one JDK copy whatever the index. Views
 * are made on first use and kept. Not thread-safe but for the acquire and release accesses, and for
 * reads of what they publish.
 */
public final class Region {
    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
    private static final VarHandle SHORT = MethodHandles.byteBufferViewVarHandle(short[].class, NATIVE);
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, NATIVE);
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, NATIVE);

    private final ByteBuffer bytes;
    private final ShortBuffer[] shorts = new ShortBuffer[Short.BYTES];
    private final CharBuffer[] chars = new CharBuffer[Character.BYTES];
    private final IntBuffer[] ints = new IntBuffer[Integer.BYTES];
    private final FloatBuffer[] floats = new FloatBuffer[Float.BYTES];
    private final LongBuffer[] longs = new LongBuffer[Long.BYTES];
    private final DoubleBuffer[] doubles = new DoubleBuffer[Double.BYTES];

    /**
     * All of {@code memory}, from index 0 to its capacity; its position and limit do not matter and
     * do not move.
     *
     * @param memory a direct or mapped buffer, whose byte order is ignored
     * @throws IllegalArgumentException when it is on the heap
     */
    public Region(ByteBuffer memory) {
        if (!memory.isDirect()) {
            throw new IllegalArgumentException("a region needs a direct buffer, not " + memory);
        }
        bytes = memory.duplicate().clear().order(NATIVE);
    }

    /**
     * Fresh zeroed memory outside the heap; the collector gives it back after the region.
     *
     * @param byteCount its size, at least 0
     * @throws OutOfMemoryError when the JVM's limit for direct memory is reached; the message says what
     *     to do
     */
    public static Region allocate(int byteCount) {
        try {
            return new Region(ByteBuffer.allocateDirect(byteCount));
        } catch (OutOfMemoryError e) {
            OutOfMemoryError advice = new OutOfMemoryError("no room for " + byteCount
                    + " bytes of messages outside the heap: give each rank more memory (-Xmx, or"
                    + " -XX:MaxDirectMemorySize for this memory alone), or let ranks send less before it is"
                    + " received (--set eager.window.bytes=65536). The JVM says: " + e.getMessage());
            advice.addSuppressed(e);
            throw advice;
        }
    }

    /** Bytes in this region. */
    public int capacity() {
        return bytes.capacity();
    }

    /**
     * The memory itself, for channels. Callers must use absolute access or {@link
     * ByteBuffer#duplicate}.
     */
    public ByteBuffer buffer() {
        return bytes;
    }

    /** Reads one byte. */
    public byte getByte(int index) {
        return bytes.get(index);
    }

    /** Writes one byte. */
    public void putByte(int index, byte value) {
        bytes.put(index, value);
    }

    /** Reads two bytes in native order, at any index. */
    public short getShort(int index) {
        return (short) SHORT.get(bytes, index);
    }

    /** Writes two bytes in native order, at any index. */
    public void putShort(int index, short value) {
        SHORT.set(bytes, index, value);
    }

    /** Reads four bytes in native order, at any index. */
    public int getInt(int index) {
        return (int) INT.get(bytes, index);
    }

    /** Writes four bytes in native order, at any index. */
    public void putInt(int index, int value) {
        INT.set(bytes, index, value);
    }

    /** Reads eight bytes in native order, at any index. */
    public long getLong(int index) {
        return (long) LONG.get(bytes, index);
    }

    /** Writes eight bytes in native order, at any index. */
    public void putLong(int index, long value) {
        LONG.set(bytes, index, value);
    }

    /** Acquire load; {@code index} is a multiple of 4. */
    public int getIntAcquire(int index) {
        return (int) INT.getAcquire(bytes, index);
    }

    /** Release store; {@code index} is a multiple of 4. */
    public void putIntRelease(int index, int value) {
        INT.setRelease(bytes, index, value);
    }

    /** Sequentially consistent store; {@code index} is a multiple of 4. */
    public void putIntVolatile(int index, int value) {
        INT.setVolatile(bytes, index, value);
    }

    /**
     * Writes {@code value} if {@code expected} is there, with the effects of a volatile access.
     *
     * @param index a multiple of 4
     * @return whether it was
     */
    public boolean compareAndSetInt(int index, int expected, int value) {
        return INT.compareAndSet(bytes, index, expected, value);
    }

    /**
     * Adds, with the effects of a volatile access.
     *
     * @param index a multiple of 4
     * @return what was there before
     */
    public int getAndAddInt(int index, int increment) {
        return (int) INT.getAndAdd(bytes, index, increment);
    }

    /** Acquire load; {@code index} is a multiple of 8. */
    public long getLongAcquire(int index) {
        return (long) LONG.getAcquire(bytes, index);
    }

    /** Release store; {@code index} is a multiple of 8. */
    public void putLongRelease(int index, long value) {
        LONG.setRelease(bytes, index, value);
    }

    /**
     * Copies {@code length} bytes of an array to {@code index}.
     *
     * @param offset of the first in the array; in all bulk copies in elements of the array, where
     *     {@code index} is in bytes
     */
    public void putBytes(int index, byte[] source, int offset, int length) {
        bytes.put(index, source, offset, length);
    }

    /** Copies {@code length} bytes from {@code index} into an array. */
    public void getBytes(int index, byte[] target, int offset, int length) {
        bytes.get(index, target, offset, length);
    }

    /** Copies from any ByteBuffer, by absolute offset; its position does not move. */
    public void putBytes(int index, ByteBuffer source, int offset, int length) {
        bytes.put(index, source, offset, length);
    }

    /** Copies into any writable ByteBuffer, by absolute offset; its position does not move. */
    public void getBytes(int index, ByteBuffer target, int offset, int length) {
        target.put(offset, bytes, index, length);
    }

    /** Copies {@code length} elements of an array to byte {@code index}, aligned or not. */
    public void putShorts(int index, short[] source, int offset, int length) {
        shorts(index).put(index >> 1, source, offset, length);
    }

    /** Copies {@code length} elements from byte {@code index}, aligned or not, into an array. */
    public void getShorts(int index, short[] target, int offset, int length) {
        shorts(index).get(index >> 1, target, offset, length);
    }

    /** Copies {@code length} elements of an array to byte {@code index}, aligned or not. */
    public void putChars(int index, char[] source, int offset, int length) {
        chars(index).put(index >> 1, source, offset, length);
    }

    /** Copies {@code length} elements from byte {@code index}, aligned or not, into an array. */
    public void getChars(int index, char[] target, int offset, int length) {
        chars(index).get(index >> 1, target, offset, length);
    }

    /** Copies {@code length} elements of an array to byte {@code index}, aligned or not. */
    public void putInts(int index, int[] source, int offset, int length) {
        ints(index).put(index >> 2, source, offset, length);
    }

    /** Copies {@code length} elements from byte {@code index}, aligned or not, into an array. */
    public void getInts(int index, int[] target, int offset, int length) {
        ints(index).get(index >> 2, target, offset, length);
    }

    /** Copies {@code length} elements of an array to byte {@code index}, aligned or not. */
    public void putFloats(int index, float[] source, int offset, int length) {
        floats(index).put(index >> 2, source, offset, length);
    }

    /** Copies {@code length} elements from byte {@code index}, aligned or not, into an array. */
    public void getFloats(int index, float[] target, int offset, int length) {
        floats(index).get(index >> 2, target, offset, length);
    }

    /** Copies {@code length} elements of an array to byte {@code index}, aligned or not. */
    public void putLongs(int index, long[] source, int offset, int length) {
        longs(index).put(index >> 3, source, offset, length);
    }

    /** Copies {@code length} elements from byte {@code index}, aligned or not, into an array. */
    public void getLongs(int index, long[] target, int offset, int length) {
        longs(index).get(index >> 3, target, offset, length);
    }

    /** Copies {@code length} elements of an array to byte {@code index}, aligned or not. */
    public void putDoubles(int index, double[] source, int offset, int length) {
        doubles(index).put(index >> 3, source, offset, length);
    }

    /** Copies {@code length} elements from byte {@code index}, aligned or not, into an array. */
    public void getDoubles(int index, double[] target, int offset, int length) {
        doubles(index).get(index >> 3, target, offset, length);
    }

    private ShortBuffer shorts(int index) {
        int shift = index & (Short.BYTES - 1);
        ShortBuffer view = shorts[shift];
        return view != null ? view : (shorts[shift] = from(shift).asShortBuffer());
    }

    private CharBuffer chars(int index) {
        int shift = index & (Character.BYTES - 1);
        CharBuffer view = chars[shift];
        return view != null ? view : (chars[shift] = from(shift).asCharBuffer());
    }

    private IntBuffer ints(int index) {
        int shift = index & (Integer.BYTES - 1);
        IntBuffer view = ints[shift];
        return view != null ? view : (ints[shift] = from(shift).asIntBuffer());
    }

    private FloatBuffer floats(int index) {
        int shift = index & (Float.BYTES - 1);
        FloatBuffer view = floats[shift];
        return view != null ? view : (floats[shift] = from(shift).asFloatBuffer());
    }

    private LongBuffer longs(int index) {
        int shift = index & (Long.BYTES - 1);
        LongBuffer view = longs[shift];
        return view != null ? view : (longs[shift] = from(shift).asLongBuffer());
    }

    private DoubleBuffer doubles(int index) {
        int shift = index & (Double.BYTES - 1);
        DoubleBuffer view = doubles[shift];
        return view != null ? view : (doubles[shift] = from(shift).asDoubleBuffer());
    }

    private ByteBuffer from(int shift) {
        return bytes.duplicate()
                .position(Math.min(shift, bytes.capacity()))
                .slice()
                .order(NATIVE);
    }
}
