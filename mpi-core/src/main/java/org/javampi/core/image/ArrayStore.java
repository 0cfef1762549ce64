package org.javampi.core.image;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The primitive arrays of an image, each once, outside the graph that refers to them: large ones
 * are copied at the speed of memory, and an array that is both the program's and a request's stays
 * one.
 *
 * <pre>
 *  int   number of arrays
 *  each: byte kind (letter of the JVM's descriptor), int length
 *  each: its elements, raw, in the byte order that the first int of the stream tells
 * </pre>
 */
public final class ArrayStore {
    static final int ORDER_MARK = 0x01020304;

    private final Map<Object, Integer> ids = new IdentityHashMap<>();
    private final List<Object> arrays = new ArrayList<>();

    /** An empty store. */
    public ArrayStore() {}

    /** Whether {@code object} belongs here. */
    static boolean takes(Object object) {
        Class<?> element = object.getClass().getComponentType();
        return element != null && element.isPrimitive();
    }

    /** The number under which {@code array} is kept. */
    int idOf(Object array) {
        return ids.computeIfAbsent(array, fresh -> {
            arrays.add(fresh);
            return arrays.size() - 1;
        });
    }

    Object get(int id) {
        if (id < 0 || id >= arrays.size()) {
            throw new IllegalStateException("array " + id + " of a checkpoint that has " + arrays.size() + " arrays");
        }
        return arrays.get(id);
    }

    /** Copies all arrays to {@code out}: the program may change its own again afterwards. */
    public void copyTo(Snapshot out) {
        ByteBuffer head = ByteBuffer.allocate(8 + 5 * arrays.size()).order(ByteOrder.nativeOrder());
        head.putInt(ORDER_MARK).putInt(arrays.size());
        for (Object array : arrays) {
            head.put((byte) kind(array)).putInt(Array.getLength(array));
        }
        out.write(head.array(), 0, head.capacity());
        for (Object array : arrays) {
            out.writeArray(array);
        }
    }

    /** Content that comes in pieces. */
    @FunctionalInterface
    public interface Pieces {
        /** The next piece, a direct buffer that the call after this one uses again, or null. */
        ByteBuffer next() throws IOException;
    }

    /** Reads what {@link #copyTo} has written. */
    public static ArrayStore read(Pieces pieces) throws IOException {
        return new ArrayReader(pieces).read();
    }

    static ArrayStore of(List<Object> arrays) {
        ArrayStore store = new ArrayStore();
        store.arrays.addAll(arrays);
        return store;
    }

    private static char kind(Object array) {
        return array.getClass().getName().charAt(1);
    }
}
