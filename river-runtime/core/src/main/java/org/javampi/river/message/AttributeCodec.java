package org.javampi.river.message;

import java.nio.ByteBuffer;
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
        return new AttributeWriter().write(attributes);
    }

    /**
     * Reads the rest of {@code bytes}: all of it must be attributes.
     *
     * @throws MalformedMessageException when it is not
     */
    public static Map<String, Object> decode(ByteBuffer bytes) throws MalformedMessageException {
        return new AttributeReader(bytes).read();
    }
}
