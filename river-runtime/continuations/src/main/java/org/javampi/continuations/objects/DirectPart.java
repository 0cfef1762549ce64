package org.javampi.continuations.objects;

import java.lang.reflect.Field;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.ShortBuffer;

/**
 * A buffer that shares the memory of another one outside the heap: a slice, a duplicate, a view of another type. It is made
 * of that one again, so that both show the same bytes.
 */
final class DirectPart extends StandIn {
    private static final long serialVersionUID = 1L;
    private static final Field ADDRESS = field(Buffer.class, "address");
    private static final Field MARK = field(Buffer.class, "mark");
    private static final Field FILE = field(MappedByteBuffer.class, "fd");

    /** Types of elements: as descriptors have them. */
    private enum Kind {
        BYTE(1),
        CHAR(Character.BYTES),
        SHORT(Short.BYTES),
        INT(Integer.BYTES),
        LONG(Long.BYTES),
        FLOAT(Float.BYTES),
        DOUBLE(Double.BYTES);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    /** The buffer that has the memory. In the stream by a stand-in of its own. */
    @SuppressWarnings("serial")
    private final Object root;

    private final Kind kind;
    private final int firstByte;
    private final int capacity;
    private final int limit;
    private final int position;
    private final int mark;
    private final boolean bigEndian;
    private final boolean readOnly;
    private final int identityHash;

    /** A part that {@link #refusal} has nothing against. */
    DirectPart(Buffer part) {
        root = rootOf(part);
        kind = kindOf(part);
        firstByte = (int) (address(part) - address((Buffer) root));
        capacity = part.capacity();
        limit = part.limit();
        position = part.position();
        mark = (int) RawMemory.open().bits(part, RawMemory.open().offsetOf(MARK), Integer.BYTES);
        bigEndian = orderOf(part) == ByteOrder.BIG_ENDIAN;
        readOnly = part.isReadOnly();
        identityHash = RawMemory.open().identityHash(part);
    }

    /** Whether a buffer has memory outside the heap for itself. */
    static boolean isRoot(Buffer buffer) {
        return rootOf(buffer) == buffer;
    }

    /** Why a direct buffer cannot be saved, with the remedy, or null. */
    static String refusal(Buffer buffer) {
        Object owner = rootOf(buffer);
        boolean isMapped = isOfFile(buffer) || isOfFile(owner);
        if (isMapped) {
            return "memory that belongs to a file: map it anew after each call";
        }
        return owner instanceof ByteBuffer
                ? null
                : "a buffer over memory that the JVM has not allocated for it: use ByteBuffer.allocateDirect";
    }

    private static boolean isOfFile(Object buffer) {
        return buffer instanceof MappedByteBuffer
                && RawMemory.open().reference(buffer, RawMemory.open().offsetOf(FILE)) != null;
    }

    /** The buffer that a direct buffer is a part of, or itself; anything else if its memory comes from elsewhere. */
    private static Object rootOf(Buffer buffer) {
        Object owner = buffer;
        Object next = buffer;
        while (next instanceof Buffer) {
            owner = next;
            next = RawMemory.open()
                    .reference(owner, RawMemory.open().offsetOf(field(directClass(owner.getClass()), "att")));
        }
        return next == null ? owner : next;
    }

    /** Read-only buffers inherit from those that are not. */
    private static Class<?> directClass(Class<?> type) {
        Class<?> found = type;
        while (!hasAttachment(found)) {
            found = found.getSuperclass();
        }
        return found;
    }

    private static boolean hasAttachment(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals("att")) {
                return true;
            }
        }
        return false;
    }

    private static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("buffers of this JDK have no field " + name, e);
        }
    }

    private static long address(Buffer buffer) {
        return RawMemory.open().bits(buffer, RawMemory.open().offsetOf(ADDRESS), Long.BYTES);
    }

    private static Kind kindOf(Buffer buffer) {
        if (buffer instanceof ByteBuffer) {
            return Kind.BYTE;
        } else if (buffer instanceof CharBuffer) {
            return Kind.CHAR;
        } else if (buffer instanceof ShortBuffer) {
            return Kind.SHORT;
        } else if (buffer instanceof IntBuffer) {
            return Kind.INT;
        } else if (buffer instanceof LongBuffer) {
            return Kind.LONG;
        }
        return buffer instanceof FloatBuffer ? Kind.FLOAT : Kind.DOUBLE;
    }

    private static ByteOrder orderOf(Buffer buffer) {
        if (buffer instanceof ByteBuffer bytes) {
            return bytes.order();
        } else if (buffer instanceof CharBuffer chars) {
            return chars.order();
        } else if (buffer instanceof ShortBuffer shorts) {
            return shorts.order();
        } else if (buffer instanceof IntBuffer ints) {
            return ints.order();
        } else if (buffer instanceof LongBuffer longs) {
            return longs.order();
        } else if (buffer instanceof FloatBuffer floats) {
            return floats.order();
        }
        return ((DoubleBuffer) buffer).order();
    }

    @Override
    public Object resolve(ObjectReader reader) {
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer bytes = ((ByteBuffer) root).duplicate().clear().slice(firstByte, capacity * kind.bytes);
        if (readOnly) {
            bytes = bytes.asReadOnlyBuffer();
        }
        bytes.order(order);
        Buffer made =
                switch (kind) {
                    case BYTE -> bytes;
                    case CHAR -> bytes.asCharBuffer();
                    case SHORT -> bytes.asShortBuffer();
                    case INT -> bytes.asIntBuffer();
                    case LONG -> bytes.asLongBuffer();
                    case FLOAT -> bytes.asFloatBuffer();
                    case DOUBLE -> bytes.asDoubleBuffer();
                };
        made.limit(limit).position(position);
        RawMemory.open().putBits(made, RawMemory.open().offsetOf(MARK), Integer.BYTES, mark);
        RawMemory.open().setIdentityHash(made, identityHash);
        return made;
    }

    /** Where this JVM begins arrays of bytes and of long numbers in memory: buffers over arrays have it in them. */
    static String layout() {
        return address(ByteBuffer.allocate(1)) + "," + address(LongBuffer.allocate(1));
    }
}
