package org.javampi.core.buffer;

import org.javampi.core.spi.transport.Region;

/**
 * How the raw bytes of one kind of Java buffer are reached: a byte array, an int array, a ByteBuffer. One
 * stateless instance per kind; the buffer itself is an argument. Byte addresses count from the start of the
 * array (or of the ByteBuffer, index 0) in native byte order, and need no alignment. Callers check bounds.
 */
public abstract class Memory {
    Memory() {}

    /** Size of {@code base} in bytes. */
    public abstract long byteLength(Object base);

    /** Copies {@code length} bytes of {@code base} at {@code address} into {@code target} at {@code index}. */
    public abstract void store(Object base, long address, Region target, int index, int length);

    /** Copies {@code length} bytes of {@code source} at {@code index} into {@code base} at {@code address}. */
    public abstract void load(Object base, long address, Region source, int index, int length);
}
