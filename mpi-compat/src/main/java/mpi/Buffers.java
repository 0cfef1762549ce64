package mpi;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import org.javampi.Location;

/**
 * Buffer arguments as the C-shaped API takes them. Both dialects mean all of a java.nio buffer: its position and limit
 * do not matter, as they did not to native code.
 */
final class Buffers {
    private Buffers() {}

    /** mpiJava's: from element {@code offset} on. */
    static Object at(Object buffer, int offset, Datatype type) {
        if (buffer instanceof Buffer) {
            int units =
                    buffer instanceof ByteBuffer && type != null ? Math.multiplyExact(offset, type.base.bytes) : offset;
            return Location.of(whole((Buffer) buffer), units);
        }
        return offset == 0 || buffer == null ? buffer : Location.of(buffer, offset);
    }

    /** Open MPI's: from its beginning on. */
    static Object of(Object buffer) {
        return buffer instanceof Buffer ? whole((Buffer) buffer) : buffer;
    }

    private static Object whole(Buffer buffer) {
        if (buffer.hasArray()) {
            return Location.of(buffer.array(), buffer.arrayOffset());
        }
        boolean isWhole = buffer.position() == 0 && buffer.limit() == buffer.capacity();
        return isWhole && isNative(buffer) ? buffer : cleared(buffer);
    }

    /** Bytes go as they are, whatever order the program reads them in. */
    private static boolean isNative(Buffer buffer) {
        return !(buffer instanceof ByteBuffer) || ((ByteBuffer) buffer).order() == ByteOrder.nativeOrder();
    }

    private static Buffer cleared(Buffer buffer) {
        Buffer all = buffer.duplicate().clear();
        return all instanceof ByteBuffer ? ((ByteBuffer) all).order(ByteOrder.nativeOrder()) : all;
    }

    /**
     * The send buffer of a collective operation, copied if it is the receive buffer's own memory: MPI forbids that, but
     * MPJ Express and Open MPI's Java bindings copied all arrays and so allowed it.
     */
    static Object separate(Object send, Object receive) {
        if (send == null || receive == null || base(send) != base(receive)) {
            return send;
        }
        Object copy = copy(base(send));
        return send instanceof Location ? Location.of(copy, ((Location) send).index()) : copy;
    }

    /** Whether both begin at the same element of the same memory. */
    static boolean isSame(Object left, Object right) {
        return left != null && base(left) == base(right) && index(left) == index(right);
    }

    private static Object base(Object buffer) {
        return buffer instanceof Location ? ((Location) buffer).base() : buffer;
    }

    private static int index(Object buffer) {
        return buffer instanceof Location ? ((Location) buffer).index() : 0;
    }

    private static Object copy(Object base) {
        if (base instanceof int[]) {
            return ((int[]) base).clone();
        }
        if (base instanceof double[]) {
            return ((double[]) base).clone();
        }
        if (base instanceof long[]) {
            return ((long[]) base).clone();
        }
        if (base instanceof float[]) {
            return ((float[]) base).clone();
        }
        if (base instanceof byte[]) {
            return ((byte[]) base).clone();
        }
        if (base instanceof short[]) {
            return ((short[]) base).clone();
        }
        if (base instanceof char[]) {
            return ((char[]) base).clone();
        }
        if (base instanceof boolean[]) {
            return ((boolean[]) base).clone();
        }
        return base instanceof Buffer ? copyOfBuffer((Buffer) base) : base;
    }

    private static Object copyOfBuffer(Buffer buffer) {
        Buffer source = cleared(buffer);
        if (source instanceof ByteBuffer) {
            return MPI.newByteBuffer(source.capacity()).put((ByteBuffer) source).clear();
        }
        if (source instanceof IntBuffer) {
            return MPI.newIntBuffer(source.capacity()).put((IntBuffer) source).clear();
        }
        if (source instanceof DoubleBuffer) {
            return MPI.newDoubleBuffer(source.capacity())
                    .put((DoubleBuffer) source)
                    .clear();
        }
        if (source instanceof LongBuffer) {
            return MPI.newLongBuffer(source.capacity()).put((LongBuffer) source).clear();
        }
        if (source instanceof FloatBuffer) {
            return MPI.newFloatBuffer(source.capacity())
                    .put((FloatBuffer) source)
                    .clear();
        }
        if (source instanceof ShortBuffer) {
            return MPI.newShortBuffer(source.capacity())
                    .put((ShortBuffer) source)
                    .clear();
        }
        return MPI.newCharBuffer(source.capacity()).put((CharBuffer) source).clear();
    }
}
