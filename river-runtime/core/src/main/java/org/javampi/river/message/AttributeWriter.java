package org.javampi.river.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes one message's attributes; see {@link AttributeCodec} for the layout. */
final class AttributeWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();

    /** The elements of the array that is being written. */
    private ByteBuffer pending;

    byte[] write(Map<String, ?> attributes) {
        out.write(AttributeCodec.VERSION);
        writeEntries(attributes, "", 0);
        return out.toByteArray();
    }

    private void writeEntries(Map<?, ?> entries, String path, int depth) {
        writeInt(entries.size());
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new IllegalArgumentException("attribute " + path + entry.getKey() + ": names are strings");
            }
            byte[] text = utf8(name);
            if (text == null) {
                throw new IllegalArgumentException("attribute " + path + name + ": the name has a lone surrogate");
            }
            writeInt(text.length);
            out.writeBytes(text);
            writeValue(entry.getValue(), path + name, depth);
        }
    }

    private void writeValue(Object value, String path, int depth) {
        if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof UUID id) {
            type(ValueType.UUID);
            writeLong(id.getMostSignificantBits());
            writeLong(id.getLeastSignificantBits());
        } else if (value instanceof List<?> list) {
            type(ValueType.LIST);
            checkDepth(path, depth);
            writeInt(list.size());
            for (int i = 0; i < list.size(); i++) {
                writeValue(list.get(i), path + "[" + i + "]", depth + 1);
            }
        } else if (value instanceof Map<?, ?> map) {
            type(ValueType.MAP);
            checkDepth(path, depth);
            writeEntries(map, path + ".", depth + 1);
        } else if (!writeScalar(value) && !writeArray(value)) {
            throw new IllegalArgumentException("attribute "
                    + path
                    + ": "
                    + (value == null
                            ? "null has no form in a message; leave the attribute out"
                            : value.getClass().getName()
                                    + " cannot be sent; send numbers, texts, UUIDs,"
                                    + " primitive arrays, lists and maps of these"));
        }
    }

    private static void checkDepth(String path, int depth) {
        if (depth == AttributeCodec.DEEPEST) {
            throw new IllegalArgumentException("attribute "
                    + path
                    + ": lists and maps deeper than "
                    + AttributeCodec.DEEPEST
                    + ", or one that contains itself");
        }
    }

    private boolean writeScalar(Object value) {
        if (value instanceof Boolean flag) {
            type(ValueType.BOOLEAN);
            out.write(flag ? 1 : 0);
        } else if (value instanceof Byte number) {
            type(ValueType.BYTE);
            out.write(number);
        } else if (value instanceof Short number) {
            type(ValueType.SHORT);
            writeShort(number);
        } else if (value instanceof Character letter) {
            type(ValueType.CHAR);
            writeShort(letter);
        } else if (value instanceof Integer number) {
            type(ValueType.INT);
            writeInt(number);
        } else if (value instanceof Long number) {
            type(ValueType.LONG);
            writeLong(number);
        } else if (value instanceof Float number) {
            type(ValueType.FLOAT);
            writeInt(Float.floatToRawIntBits(number));
        } else if (value instanceof Double number) {
            type(ValueType.DOUBLE);
            writeLong(Double.doubleToRawLongBits(number));
        } else {
            return false;
        }
        return true;
    }

    private boolean writeArray(Object value) {
        if (value instanceof byte[] array) {
            elements(ValueType.BYTES, array.length, Byte.BYTES).put(array);
        } else if (value instanceof short[] array) {
            elements(ValueType.SHORTS, array.length, Short.BYTES)
                    .asShortBuffer()
                    .put(array);
        } else if (value instanceof int[] array) {
            elements(ValueType.INTS, array.length, Integer.BYTES).asIntBuffer().put(array);
        } else if (value instanceof long[] array) {
            elements(ValueType.LONGS, array.length, Long.BYTES).asLongBuffer().put(array);
        } else if (value instanceof float[] array) {
            elements(ValueType.FLOATS, array.length, Float.BYTES)
                    .asFloatBuffer()
                    .put(array);
        } else if (value instanceof double[] array) {
            elements(ValueType.DOUBLES, array.length, Double.BYTES)
                    .asDoubleBuffer()
                    .put(array);
        } else if (value instanceof char[] array) {
            elements(ValueType.CHARS, array.length, Character.BYTES)
                    .asCharBuffer()
                    .put(array);
        } else if (value instanceof boolean[] array) {
            ByteBuffer bytes = elements(ValueType.BOOLEANS, array.length, Byte.BYTES);
            for (boolean flag : array) {
                bytes.put((byte) (flag ? 1 : 0));
            }
        } else {
            return false;
        }
        flushElements();
        return true;
    }

    private ByteBuffer elements(ValueType type, int length, int width) {
        type(type);
        writeInt(length);
        pending = ByteBuffer.allocate(Math.multiplyExact(length, width));
        return pending;
    }

    private void flushElements() {
        out.writeBytes(pending.array());
        pending = null;
    }

    private void writeText(String text) {
        byte[] bytes = utf8(text);
        if (bytes != null) {
            type(ValueType.TEXT);
            writeInt(bytes.length);
            out.writeBytes(bytes);
        } else {
            type(ValueType.RAW_TEXT);
            writeInt(text.length());
            text.chars().forEach(this::writeShort);
        }
    }

    /** The text's UTF-8 form, or null when it has none. */
    private byte[] utf8(String text) {
        try {
            ByteBuffer encoded = utf8.encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private void type(ValueType type) {
        out.write(type.ordinal());
    }

    private void writeShort(int value) {
        out.write(value >>> 8);
        out.write(value);
    }

    private void writeInt(int value) {
        writeShort(value >>> 16);
        writeShort(value);
    }

    private void writeLong(long value) {
        writeInt((int) (value >>> 32));
        writeInt((int) value);
    }
}
