package org.javampi.core.memory;

import java.nio.ByteBuffer;
import org.javampi.GrowingBuffer;
import org.javampi.core.spi.transport.Region;

/**
 * How the raw bytes of one kind of Java buffer are reached: a byte array, an int array, a
 * ByteBuffer. One stateless instance per kind; the buffer itself is an argument. Byte addresses
 * count from the start of the array (or of the ByteBuffer, index 0) in native byte order, and need
 * no alignment. Callers check bounds. Nothing here allocates.
 */
public abstract class Memory {
    private final String name;
    private final int elementBytes;
    private final int accepted;

    /**
     * @param name as a program writes the type
     * @param accepted set of the predefined datatypes it may hold, a bit for each index
     */
    Memory(String name, int elementBytes, int accepted) {
        this.name = name;
        this.elementBytes = elementBytes;
        this.accepted = accepted;
    }

    /** The kind of {@code buffer}, or null when it is no buffer. */
    public static Memory of(Object buffer) {
        if (buffer instanceof int[]) {
            return ArrayMemories.INTS;
        }
        if (buffer instanceof double[]) {
            return ArrayMemories.DOUBLES;
        }
        if (buffer instanceof byte[]) {
            return ArrayMemories.BYTES;
        }
        if (buffer instanceof long[]) {
            return ArrayMemories.LONGS;
        }
        if (buffer instanceof float[]) {
            return ArrayMemories.FLOATS;
        }
        if (buffer instanceof ByteBuffer) {
            return ByteBufferMemory.INSTANCE;
        }
        if (buffer instanceof short[]) {
            return ArrayMemories.SHORTS;
        }
        if (buffer instanceof char[]) {
            return ArrayMemories.CHARS;
        }
        if (buffer instanceof boolean[]) {
            return ArrayMemories.BOOLEANS;
        }
        if (buffer instanceof GrowingBuffer) {
            return GrowingMemory.INSTANCE;
        }
        return buffer instanceof AddressSpace ? AddressSpace.MEMORY : ViewMemories.of(buffer);
    }

    /** The Java type, as a program writes it. */
    public final String name() {
        return name;
    }

    /** Bytes per element. */
    public final int elementBytes() {
        return elementBytes;
    }

    /** Whether it may hold data of these predefined datatypes (a bit for each index). */
    public final boolean accepts(int basics) {
        return (basics & ~accepted) == 0;
    }

    /** Size of {@code base} in bytes: addresses from 0 to below it are inside. */
    public abstract long byteLength(Object base);

    /** The kind of the buffers that {@link #allocate} makes: this one, but for MPI_BOTTOM. */
    public Memory own() {
        return this;
    }

    /** A fresh buffer of this kind with room for {@code byteCount} bytes. */
    public abstract Object allocate(long byteCount);

    /**
     * Copies {@code length} bytes of {@code base} at {@code address} into {@code target} at {@code
     * index}.
     */
    public abstract void store(Object base, long address, Region target, int index, int length);

    /**
     * Copies {@code length} bytes of {@code source} at {@code index} into {@code base} at {@code
     * address}.
     */
    public abstract void load(Object base, long address, Region source, int index, int length);
}
