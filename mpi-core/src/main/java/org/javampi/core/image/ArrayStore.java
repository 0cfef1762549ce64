package org.javampi.core.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.core.memory.Memory;
import org.javampi.core.spi.transport.Region;

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
    private static final int ORDER_MARK = 0x01020304;
    private static final int PIECE = 1 << 16;
    private static final String KINDS = "ZBCSIJFD";
    private static final Class<?>[] TYPES = {
        boolean.class, byte.class, char.class, short.class,
        int.class, long.class, float.class, double.class
    };

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
        return ids.computeIfAbsent(
                array,
                fresh -> {
                    arrays.add(fresh);
                    return arrays.size() - 1;
                });
    }

    Object get(int id) {
        if (id < 0 || id >= arrays.size()) {
            throw new IllegalStateException(
                    "array " + id + " of a checkpoint that has " + arrays.size() + " arrays");
        }
        return arrays.get(id);
    }

    /** Bytes of all arrays. */
    public long byteCount() {
        long bytes = 0;
        for (Object array : arrays) {
            bytes += Memory.of(array).byteLength(array);
        }
        return bytes;
    }

    /** Replaces the arrays by copies, so that the program may go on while they are written. */
    public void detach() {
        for (int i = 0; i < arrays.size(); i++) {
            Object array = arrays.get(i);
            int length = Array.getLength(array);
            Object copy = Array.newInstance(array.getClass().getComponentType(), length);
            System.arraycopy(array, 0, copy, 0, length);
            arrays.set(i, copy);
        }
        ids.clear();
    }

    /** Writes all arrays. */
    public void write(OutputStream out) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(8 + 5 * arrays.size()).order(ByteOrder.nativeOrder());
        head.putInt(ORDER_MARK).putInt(arrays.size());
        for (Object array : arrays) {
            head.put((byte) kind(array)).putInt(Array.getLength(array));
        }
        out.write(head.array());
        Region region = Region.allocate(PIECE);
        byte[] piece = new byte[PIECE];
        for (Object array : arrays) {
            Memory memory = Memory.of(array);
            long bytes = memory.byteLength(array);
            for (long at = 0; at < bytes; at += PIECE) {
                int length = (int) Math.min(PIECE, bytes - at);
                memory.store(array, at, region, 0, length);
                region.buffer().get(0, piece, 0, length);
                out.write(piece, 0, length);
            }
        }
    }

    /** Reads what {@link #write} has written. */
    public static ArrayStore read(InputStream in) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(exactly(in, 8)).order(ByteOrder.nativeOrder());
        if (head.getInt() != ORDER_MARK) {
            throw new IOException("the checkpoint was written on a machine of another byte order");
        }
        ArrayStore store = new ArrayStore();
        int count = head.getInt();
        ByteBuffer table =
                ByteBuffer.wrap(exactly(in, Math.multiplyExact(5, count)))
                        .order(ByteOrder.nativeOrder());
        for (int i = 0; i < count; i++) {
            int kind = KINDS.indexOf(table.get());
            int length = table.getInt();
            if (kind < 0 || length < 0) {
                throw new IOException("array " + i + " of the checkpoint is no primitive array");
            }
            store.arrays.add(Array.newInstance(TYPES[kind], length));
        }
        Region region = Region.allocate(PIECE);
        byte[] piece = new byte[PIECE];
        for (Object array : store.arrays) {
            Memory memory = Memory.of(array);
            long bytes = memory.byteLength(array);
            for (long at = 0; at < bytes; at += PIECE) {
                int length = (int) Math.min(PIECE, bytes - at);
                if (in.readNBytes(piece, 0, length) < length) {
                    throw new EOFException("the checkpoint's arrays end early");
                }
                region.buffer().put(0, piece, 0, length);
                memory.load(array, at, region, 0, length);
            }
        }
        return store;
    }

    private static char kind(Object array) {
        return array.getClass().getName().charAt(1);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the checkpoint's arrays end early");
        }
        return bytes;
    }
}
