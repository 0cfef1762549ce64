package mpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Copies elements between arrays and buffers of bytes in native order. */
final class Elements {
    private Elements() {}

    /** An array of what the buffer has from its position on. */
    static Object ofBytes(ByteBuffer bytes, Base base) {
        int count = bytes.remaining() / base.bytes;
        Object array =
                switch (base) {
                    case SHORT -> new short[count];
                    case CHAR -> new char[count];
                    case INT -> new int[count];
                    case LONG -> new long[count];
                    case FLOAT -> new float[count];
                    case DOUBLE -> new double[count];
                    case BOOLEAN -> new boolean[count];
                    default -> new byte[count];
                };
        copy(bytes, array);
        return array;
    }

    /** A direct buffer of what an array has. */
    static ByteBuffer bytesOf(Object array) {
        ByteBuffer bytes = MPI.newByteBuffer(byteLength(array));
        copy(array, bytes);
        return bytes;
    }

    private static int byteLength(Object array) {
        if (array instanceof int[]) {
            return ((int[]) array).length * Integer.BYTES;
        }
        if (array instanceof double[]) {
            return ((double[]) array).length * Double.BYTES;
        }
        if (array instanceof long[]) {
            return ((long[]) array).length * Long.BYTES;
        }
        if (array instanceof float[]) {
            return ((float[]) array).length * Float.BYTES;
        }
        if (array instanceof short[]) {
            return ((short[]) array).length * Short.BYTES;
        }
        if (array instanceof char[]) {
            return ((char[]) array).length * Character.BYTES;
        }
        return array instanceof boolean[] ? ((boolean[]) array).length : ((byte[]) array).length;
    }

    /** Copies the array into the buffer from its position on; the position does not move. */
    static void copy(Object array, ByteBuffer bytes) {
        ByteBuffer target = bytes.duplicate().order(ByteOrder.nativeOrder());
        if (array instanceof int[]) {
            target.asIntBuffer().put((int[]) array);
        } else if (array instanceof double[]) {
            target.asDoubleBuffer().put((double[]) array);
        } else if (array instanceof long[]) {
            target.asLongBuffer().put((long[]) array);
        } else if (array instanceof float[]) {
            target.asFloatBuffer().put((float[]) array);
        } else if (array instanceof short[]) {
            target.asShortBuffer().put((short[]) array);
        } else if (array instanceof char[]) {
            target.asCharBuffer().put((char[]) array);
        } else if (array instanceof boolean[]) {
            for (boolean value : (boolean[]) array) {
                target.put((byte) (value ? 1 : 0));
            }
        } else {
            target.put((byte[]) array);
        }
    }

    /** Copies the buffer from its position on into the array; the position does not move. */
    static void copy(ByteBuffer bytes, Object array) {
        ByteBuffer source = bytes.duplicate().order(ByteOrder.nativeOrder());
        if (array instanceof int[]) {
            source.asIntBuffer().get((int[]) array);
        } else if (array instanceof double[]) {
            source.asDoubleBuffer().get((double[]) array);
        } else if (array instanceof long[]) {
            source.asLongBuffer().get((long[]) array);
        } else if (array instanceof float[]) {
            source.asFloatBuffer().get((float[]) array);
        } else if (array instanceof short[]) {
            source.asShortBuffer().get((short[]) array);
        } else if (array instanceof char[]) {
            source.asCharBuffer().get((char[]) array);
        } else if (array instanceof boolean[]) {
            boolean[] flags = (boolean[]) array;
            for (int i = 0; i < flags.length; i++) {
                flags[i] = source.get() != 0;
            }
        } else {
            source.get((byte[]) array);
        }
    }
}
