package org.javampi.core.image;

import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.InvalidMarkException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.javampi.Predefined;

/** What stands in a written graph for objects that are not written there themselves. */
final class References {
    private static final Map<Object, String> NAMES = new IdentityHashMap<>();

    static {
        for (Field field : Predefined.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                try {
                    NAMES.put(field.get(null), field.getName());
                } catch (IllegalAccessException e) {
                    throw new ExceptionInInitializerError(e);
                }
            }
        }
    }

    private References() {}

    /** Whether an object is one of MPI's constants, which go by name. */
    static boolean isPredefined(Object object) {
        return NAMES.containsKey(object);
    }

    /** An object that is resolved when it is read. */
    abstract static class Reference implements Serializable {
        private static final long serialVersionUID = 1L;

        abstract Object resolve(ArrayStore arrays) throws IOException;
    }

    /** What stands for {@code object}: itself, in most cases. */
    static Object of(Object object, ArrayStore arrays) {
        String name = NAMES.get(object);
        if (name != null) {
            return new PredefinedReference(name);
        }
        if (ArrayStore.takes(object)) {
            return new ArrayReference(arrays.idOf(object));
        }
        return object instanceof ByteBuffer buffer ? new BufferReference(buffer, arrays) : object;
    }

    private static final class PredefinedReference extends Reference {
        private static final long serialVersionUID = 1L;

        private final String name;

        PredefinedReference(String name) {
            this.name = name;
        }

        @Override
        Object resolve(ArrayStore arrays) {
            try {
                return Predefined.class.getField(name).get(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("no predefined handle is called " + name, e);
            }
        }
    }

    private static final class ArrayReference extends Reference {
        private static final long serialVersionUID = 1L;

        private final int id;

        ArrayReference(int id) {
            this.id = id;
        }

        @Override
        Object resolve(ArrayStore arrays) throws IOException {
            return arrays.get(id);
        }
    }

    /** A ByteBuffer: over an array that may be shared, or over memory of its own. */
    private static final class BufferReference extends Reference {
        private static final long serialVersionUID = 1L;

        private final int array;
        private final int offset;
        private final int capacity;
        private final int position;
        private final int limit;
        private final int mark;
        private final boolean direct;
        private final boolean readOnly;
        private final boolean bigEndian;

        BufferReference(ByteBuffer buffer, ArrayStore arrays) {
            capacity = buffer.capacity();
            position = buffer.position();
            limit = buffer.limit();
            mark = markOf(buffer);
            direct = buffer.isDirect();
            readOnly = buffer.isReadOnly();
            bigEndian = buffer.order() == ByteOrder.BIG_ENDIAN;
            if (buffer.hasArray()) {
                array = arrays.idOf(buffer.array());
                offset = buffer.arrayOffset();
            } else {
                byte[] content = new byte[capacity];
                buffer.duplicate().clear().get(content);
                array = arrays.idOf(content);
                offset = 0;
            }
        }

        /** Position of the mark; -1 for none. */
        private static int markOf(ByteBuffer buffer) {
            try {
                return buffer.duplicate().reset().position();
            } catch (InvalidMarkException e) {
                return -1;
            }
        }

        @Override
        Object resolve(ArrayStore arrays) throws IOException {
            byte[] content = (byte[]) arrays.get(array);
            ByteBuffer buffer;
            if (direct) {
                buffer = ByteBuffer.allocateDirect(capacity);
                buffer.put(0, content, offset, capacity);
            } else {
                buffer = ByteBuffer.wrap(content);
                if (offset != 0 || capacity != content.length) {
                    buffer = buffer.slice(offset, capacity);
                }
            }
            buffer = readOnly ? buffer.asReadOnlyBuffer() : buffer;
            if (mark >= 0) {
                buffer.position(mark).mark();
            }
            buffer.limit(limit).position(position);
            return buffer.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        }
    }
}
