package org.javampi.river.message;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    /** So many bytes of an array are converted at once. */
    private static final int PIECE_BYTES = 1 << 16;

    private final OutputStream out;
    private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();

    /** Elements of the array that is being written; made at first need. */
    private ByteBuffer piece;

    /** Bytes of arrays that were counted instead of written. */
    private long skippedBytes;

    /** Not null: nothing is written. */
    private final Counter counter;

    private AttributeWriter(OutputStream out, Counter counter) {
        this.out = out;
        this.counter = counter;
    }

    /** Counts what it is given. */
    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }

    /** How many bytes the attributes take; refuses as {@link #write} does. */
    static long count(Map<String, ?> attributes) {
        Counter counter = new Counter();
        AttributeWriter writer = new AttributeWriter(counter, counter);
        try {
            writer.writeAll(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counter.bytes + writer.skippedBytes;
    }

    /** Writes the attributes piece by piece. */
    static void write(Map<String, ?> attributes, OutputStream out) throws IOException {
        new AttributeWriter(out, null).writeAll(attributes);
    }

    private void writeAll(Map<String, ?> attributes) throws IOException {
        out.write(AttributeCodec.VERSION);
        writeEntries(attributes, "", 0);
    }

    private void writeEntries(Map<?, ?> entries, String path, int depth) throws IOException {
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
            out.write(text);
            writeValue(entry.getValue(), path + name, depth);
        }
    }

    private void writeValue(Object value, String path, int depth) throws IOException {
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

    private boolean writeScalar(Object value) throws IOException {
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

    private boolean writeArray(Object value) throws IOException {
        if (value instanceof byte[] array) {
            if (begin(ValueType.BYTES, array.length, Byte.BYTES)) {
                out.write(array);
            }
        } else if (value instanceof short[] array) {
            if (begin(ValueType.SHORTS, array.length, Short.BYTES)) {
                inPieces(array.length, Short.BYTES, (bytes, from, count) -> bytes.asShortBuffer()
                        .put(array, from, count));
            }
        } else if (value instanceof int[] array) {
            if (begin(ValueType.INTS, array.length, Integer.BYTES)) {
                inPieces(array.length, Integer.BYTES, (bytes, from, count) -> bytes.asIntBuffer()
                        .put(array, from, count));
            }
        } else if (value instanceof long[] array) {
            if (begin(ValueType.LONGS, array.length, Long.BYTES)) {
                inPieces(array.length, Long.BYTES, (bytes, from, count) -> bytes.asLongBuffer()
                        .put(array, from, count));
            }
        } else if (value instanceof float[] array) {
            if (begin(ValueType.FLOATS, array.length, Float.BYTES)) {
                inPieces(array.length, Float.BYTES, (bytes, from, count) -> bytes.asFloatBuffer()
                        .put(array, from, count));
            }
        } else if (value instanceof double[] array) {
            if (begin(ValueType.DOUBLES, array.length, Double.BYTES)) {
                inPieces(array.length, Double.BYTES, (bytes, from, count) -> bytes.asDoubleBuffer()
                        .put(array, from, count));
            }
        } else if (value instanceof char[] array) {
            if (begin(ValueType.CHARS, array.length, Character.BYTES)) {
                inPieces(array.length, Character.BYTES, (bytes, from, count) -> bytes.asCharBuffer()
                        .put(array, from, count));
            }
        } else if (value instanceof boolean[] array) {
            if (begin(ValueType.BOOLEANS, array.length, Byte.BYTES)) {
                for (boolean flag : array) {
                    out.write(flag ? 1 : 0);
                }
            }
        } else {
            return false;
        }
        return true;
    }

    /** Whether the elements are to be written, not only counted. */
    private boolean begin(ValueType type, int length, int width) throws IOException {
        type(type);
        writeInt(length);
        if (counter != null) {
            skippedBytes += (long) length * width;
        }
        return counter == null;
    }

    /** Puts some elements of an array into a buffer. */
    @FunctionalInterface
    private interface Elements {
        void put(ByteBuffer bytes, int from, int count);
    }

    private void inPieces(int length, int width, Elements elements) throws IOException {
        if (piece == null || piece.capacity() < Math.min(PIECE_BYTES, (long) length * width)) {
            piece = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, (long) length * width));
        }
        int most = piece.capacity() / width;
        for (int from = 0; from < length; from += most) {
            int count = Math.min(most, length - from);
            piece.clear();
            elements.put(piece, from, count);
            out.write(piece.array(), 0, count * width);
        }
    }

    private void writeText(String text) throws IOException {
        byte[] bytes = utf8(text);
        if (bytes != null) {
            type(ValueType.TEXT);
            writeInt(bytes.length);
            out.write(bytes);
        } else {
            type(ValueType.RAW_TEXT);
            writeInt(text.length());
            for (int i = 0; i < text.length(); i++) {
                writeShort(text.charAt(i));
            }
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

    private void type(ValueType type) throws IOException {
        out.write(type.ordinal());
    }

    private void writeShort(int value) throws IOException {
        out.write(value >>> 8);
        out.write(value);
    }

    private void writeInt(int value) throws IOException {
        writeShort(value >>> 16);
        writeShort(value);
    }

    private void writeLong(long value) throws IOException {
        writeInt((int) (value >>> 32));
        writeInt((int) value);
    }
}
