package org.javampi.core.image;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.core.memory.Memory;

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
    /** Those of a store that is read are null until they are asked for. */
    private final List<Object> arrays;

    /** Null in a store that is written. */
    private final ArrayReader reader;

    /** What the next array is read into, if it fits; null for a new one. */
    private Object target;

    /** An empty store. */
    public ArrayStore() {
        arrays = new ArrayList<>();
        reader = null;
    }

    private ArrayStore(ArrayReader reader) {
        this.reader = reader;
        arrays = new ArrayList<>(Collections.nCopies(reader.count(), null));
    }

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

    /** The next array that is asked for is read into {@code array} if it has that type and length. */
    void readInto(Object array) {
        target = array;
    }

    Object get(int id) throws IOException {
        if (id < 0 || id >= arrays.size()) {
            throw new IllegalStateException("array " + id + " of a checkpoint that has " + arrays.size() + " arrays");
        }
        Object array = arrays.get(id);
        if (array == null) {
            array = reader.read(id, target);
            target = null;
            arrays.set(id, array);
        }
        return array;
    }

    /** Bytes of the elements of {@code object} if it is here already; 0 if it is not. */
    public long bytesOf(Object object) {
        return ids.containsKey(object) ? Memory.of(object).byteLength(object) : 0;
    }

    /** Bytes of all elements. */
    public long byteCount() {
        long bytes = 0;
        for (Object array : arrays) {
            bytes += Memory.of(array).byteLength(array);
        }
        return bytes;
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

    /** Where arrays have been saved. */
    @FunctionalInterface
    public interface Content {
        /** What it has from {@code offset} on, one byte at least: a direct buffer that the call after this one uses again. */
        ByteBuffer at(long offset) throws IOException;
    }

    /** Reads what {@link #copyTo} has written: each array when it is asked for. */
    public static ArrayStore read(Content content) throws IOException {
        return new ArrayStore(new ArrayReader(content));
    }

    private static char kind(Object array) {
        return array.getClass().getName().charAt(1);
    }
}
