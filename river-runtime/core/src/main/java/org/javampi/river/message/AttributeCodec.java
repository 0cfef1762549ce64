package org.javampi.river.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Attributes as bytes: an explicit format, so that no message can make its receiver load a class or
 * run code. Values are {@code Boolean, Byte, Short, Integer, Long, Float, Double, Character,
 * String, UUID}, arrays of all primitive types, {@code List}s of values and {@code Map}s from names
 * to values; what is received has the type that was sent. All numbers are big-endian.
 *
 * <pre>
 *  attributes   byte version (1), int count, then count times: name, value
 *  name         int byte count, UTF-8
 *  value        byte type (see ValueType), then what the type says
 * </pre>
 */
public final class AttributeCodec {
    /** Lists and maps may lie in each other this deep. */
    public static final int DEEPEST = 64;

    static final byte VERSION = 1;

    private AttributeCodec() {}

    /**
     * Writes attributes.
     *
     * @throws IllegalArgumentException for a value that has no form here; names the attribute
     */
    public static byte[] encode(Map<String, ?> attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            AttributeWriter.write(attributes, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * How many bytes {@link #encode} would make. Needs no memory for them.
     *
     * @throws IllegalArgumentException as there
     */
    public static long count(Map<String, ?> attributes) {
        return AttributeWriter.count(attributes);
    }

    /** Writes piece by piece what {@link #encode} would make; needs no memory for it. */
    public static void write(Map<String, ?> attributes, OutputStream out) throws IOException {
        AttributeWriter.write(attributes, out);
    }

    /** Bytes of the arrays among some attributes: a quick look whether they are long. */
    public static long arrayBytes(Map<?, ?> attributes) {
        long bytes = 0;
        for (Object value : attributes.values()) {
            bytes += arrayBytes(value, 0);
        }
        return bytes;
    }

    private static long arrayBytes(Object value, int depth) {
        if (value instanceof byte[] array) {
            return array.length;
        }
        if (value != null && value.getClass().isArray()) {
            return (long) Array.getLength(value) * widthOf(value.getClass().getComponentType());
        }
        long bytes = 0;
        if (depth < DEEPEST && value instanceof List<?> list) {
            for (Object one : list) {
                bytes += arrayBytes(one, depth + 1);
            }
        } else if (depth < DEEPEST && value instanceof Map<?, ?> map) {
            for (Object one : map.values()) {
                bytes += arrayBytes(one, depth + 1);
            }
        }
        return bytes;
    }

    private static int widthOf(Class<?> item) {
        if (item == long.class || item == double.class) {
            return Long.BYTES;
        }
        return item == int.class || item == float.class ? Integer.BYTES : item == boolean.class ? 1 : Short.BYTES;
    }

    /**
     * Reads the rest of {@code bytes}: all of it must be attributes.
     *
     * @throws MalformedMessageException when it is not
     */
    public static Map<String, Object> decode(ByteBuffer bytes) throws MalformedMessageException {
        try {
            return new AttributeReader(bytes).read();
        } catch (MalformedMessageException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("memory gives what was written", e);
        }
    }

    /**
     * Reads attributes piece by piece from a stream.
     *
     * @param byteCount how many bytes they take: all of them are attributes
     * @throws MalformedMessageException when they are not
     * @throws IOException when the stream fails or ends
     */
    public static Map<String, Object> decode(InputStream in, long byteCount) throws IOException {
        return new AttributeReader(in, byteCount).read();
    }
}
