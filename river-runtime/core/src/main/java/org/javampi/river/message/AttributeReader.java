package org.javampi.river.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads one message's attributes; see {@link AttributeCodec} for the layout. Every length is
 * checked against what is left before anything is made of it.
 */
final class AttributeReader {
    private static final ValueType[] TYPES = ValueType.values();

    /** A name of no bytes and a value of one: the least that an entry takes. */
    private static final int LEAST_ENTRY_BYTES = Integer.BYTES + 2;

    private final ByteBuffer in;

    AttributeReader(ByteBuffer in) {
        this.in = in;
    }

    Map<String, Object> read() throws MalformedMessageException {
        byte version = need(1).get();
        if (version != AttributeCodec.VERSION) {
            throw malformed("version " + version + " (this is " + AttributeCodec.VERSION + ")");
        }
        Map<String, Object> attributes = readEntries(0);
        if (in.hasRemaining()) {
            throw malformed(in.remaining() + " bytes behind the last attribute");
        }
        return attributes;
    }

    private Map<String, Object> readEntries(int depth) throws MalformedMessageException {
        int count = readLength(LEAST_ENTRY_BYTES);
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = readUtf8();
            if (entries.put(name, readValue(depth)) != null) {
                throw malformed("attribute " + name + " twice");
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private Object readValue(int depth) throws MalformedMessageException {
        int type = need(1).get();
        if (type < 0 || type >= TYPES.length) {
            throw malformed("a value of unknown type " + type);
        }
        return switch (TYPES[type]) {
            case BOOLEAN -> readBoolean();
            case BYTE -> need(Byte.BYTES).get();
            case SHORT -> need(Short.BYTES).getShort();
            case INT -> need(Integer.BYTES).getInt();
            case LONG -> need(Long.BYTES).getLong();
            case FLOAT -> need(Float.BYTES).getFloat();
            case DOUBLE -> need(Double.BYTES).getDouble();
            case CHAR -> need(Character.BYTES).getChar();
            case TEXT -> readUtf8();
            case RAW_TEXT -> new String(readChars());
            case UUID -> new UUID(need(2 * Long.BYTES).getLong(), in.getLong());
            case BYTES -> readBytes();
            case SHORTS -> {
                short[] array = new short[readLength(Short.BYTES)];
                part(array.length * Short.BYTES).asShortBuffer().get(array);
                yield array;
            }
            case INTS -> {
                int[] array = new int[readLength(Integer.BYTES)];
                part(array.length * Integer.BYTES).asIntBuffer().get(array);
                yield array;
            }
            case LONGS -> {
                long[] array = new long[readLength(Long.BYTES)];
                part(array.length * Long.BYTES).asLongBuffer().get(array);
                yield array;
            }
            case FLOATS -> {
                float[] array = new float[readLength(Float.BYTES)];
                part(array.length * Float.BYTES).asFloatBuffer().get(array);
                yield array;
            }
            case DOUBLES -> {
                double[] array = new double[readLength(Double.BYTES)];
                part(array.length * Double.BYTES).asDoubleBuffer().get(array);
                yield array;
            }
            case CHARS -> readChars();
            case BOOLEANS -> {
                boolean[] array = new boolean[readLength(1)];
                for (int i = 0; i < array.length; i++) {
                    array[i] = readBoolean();
                }
                yield array;
            }
            case LIST -> readList(deeper(depth));
            case MAP -> readEntries(deeper(depth));
        };
    }

    private int deeper(int depth) throws MalformedMessageException {
        if (depth == AttributeCodec.DEEPEST) {
            throw malformed("lists and maps deeper than " + AttributeCodec.DEEPEST);
        }
        return depth + 1;
    }

    private List<Object> readList(int depth) throws MalformedMessageException {
        int size = readLength(1);
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(readValue(depth));
        }
        return Collections.unmodifiableList(list);
    }

    private boolean readBoolean() throws MalformedMessageException {
        byte flag = need(1).get();
        if (flag < 0 || flag > 1) {
            throw malformed("a boolean of " + flag);
        }
        return flag == 1;
    }

    private byte[] readBytes() throws MalformedMessageException {
        byte[] array = new byte[readLength(1)];
        in.get(array);
        return array;
    }

    private char[] readChars() throws MalformedMessageException {
        char[] array = new char[readLength(Character.BYTES)];
        part(array.length * Character.BYTES).asCharBuffer().get(array);
        return array;
    }

    private String readUtf8() throws MalformedMessageException {
        int length = readLength(1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part(length)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("a text that is no UTF-8");
        }
    }

    /** A number of things of at least {@code leastBytes} each, which must be there. */
    private int readLength(int leastBytes) throws MalformedMessageException {
        int length = need(Integer.BYTES).getInt();
        if (length < 0 || (long) length * leastBytes > in.remaining()) {
            throw malformed("a length of " + length + " with " + in.remaining() + " bytes left");
        }
        return length;
    }

    /** The next bytes as a buffer of their own. */
    private ByteBuffer part(int byteCount) {
        ByteBuffer part = in.slice(in.position(), byteCount);
        in.position(in.position() + byteCount);
        return part;
    }

    private ByteBuffer need(int byteCount) throws MalformedMessageException {
        if (in.remaining() < byteCount) {
            throw malformed(byteCount + " bytes needed, " + in.remaining() + " left");
        }
        return in;
    }

    private MalformedMessageException malformed(String what) {
        return new MalformedMessageException("malformed message: " + what + " (at byte " + in.position() + ")");
    }
}
