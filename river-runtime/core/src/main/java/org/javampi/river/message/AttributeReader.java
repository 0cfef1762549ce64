package org.javampi.river.message;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

    /** So many bytes of a stream are held at once. */
    private static final int WINDOW_BYTES = 1 << 16;

    /** What has been read and not been used; of a message that is here as a whole, all. */
    private final ByteBuffer in;

    private final InputStream stream;

    /** Bytes that are still in the stream. */
    private long inStream;

    /** Bytes that were used before those in {@link #in}. */
    private long before;

    AttributeReader(ByteBuffer in) {
        this.in = in;
        stream = InputStream.nullInputStream();
    }

    /** Reads no more than {@code byteCount} bytes. */
    AttributeReader(InputStream stream, long byteCount) {
        in = ByteBuffer.allocate(WINDOW_BYTES).limit(0);
        this.stream = stream;
        inStream = byteCount;
    }

    private long remaining() {
        return in.remaining() + inStream;
    }

    /** Reads on until so many bytes are at hand; no more than the window holds. */
    private void fill(int byteCount) throws IOException {
        if (in.remaining() >= byteCount || inStream == 0) {
            return;
        }
        before += in.position();
        in.compact();
        while (in.position() < byteCount && inStream > 0) {
            int most = (int) Math.min(in.remaining(), inStream);
            int count = stream.read(in.array(), in.position(), most);
            if (count < 0) {
                throw new EOFException("the stream has ended " + inStream + " bytes before the message");
            }
            in.position(in.position() + count);
            inStream -= count;
        }
        in.flip();
    }

    Map<String, Object> read() throws IOException {
        byte version = need(1).get();
        if (version != AttributeCodec.VERSION) {
            throw malformed("version " + version + " (this is " + AttributeCodec.VERSION + ")");
        }
        Map<String, Object> attributes = readEntries(0);
        if (remaining() > 0) {
            throw malformed(remaining() + " bytes behind the last attribute");
        }
        return attributes;
    }

    private Map<String, Object> readEntries(int depth) throws IOException {
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

    private Object readValue(int depth) throws IOException {
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
            case UUID -> readUuid();
            case BYTES -> readBytes();
            case SHORTS -> {
                short[] array = new short[readLength(Short.BYTES)];
                yield inPieces(array, array.length, Short.BYTES, (bytes, from, count) -> bytes.asShortBuffer()
                        .get(array, from, count));
            }
            case INTS -> {
                int[] array = new int[readLength(Integer.BYTES)];
                yield inPieces(array, array.length, Integer.BYTES, (bytes, from, count) -> bytes.asIntBuffer()
                        .get(array, from, count));
            }
            case LONGS -> {
                long[] array = new long[readLength(Long.BYTES)];
                yield inPieces(array, array.length, Long.BYTES, (bytes, from, count) -> bytes.asLongBuffer()
                        .get(array, from, count));
            }
            case FLOATS -> {
                float[] array = new float[readLength(Float.BYTES)];
                yield inPieces(array, array.length, Float.BYTES, (bytes, from, count) -> bytes.asFloatBuffer()
                        .get(array, from, count));
            }
            case DOUBLES -> {
                double[] array = new double[readLength(Double.BYTES)];
                yield inPieces(array, array.length, Double.BYTES, (bytes, from, count) -> bytes.asDoubleBuffer()
                        .get(array, from, count));
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

    private List<Object> readList(int depth) throws IOException {
        int size = readLength(1);
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(readValue(depth));
        }
        return Collections.unmodifiableList(list);
    }

    private boolean readBoolean() throws IOException {
        byte flag = need(1).get();
        if (flag < 0 || flag > 1) {
            throw malformed("a boolean of " + flag);
        }
        return flag == 1;
    }

    private UUID readUuid() throws IOException {
        ByteBuffer bytes = need(2 * Long.BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private byte[] readBytes() throws IOException {
        byte[] array = new byte[readLength(1)];
        return inPieces(array, array.length, 1, (bytes, from, count) -> bytes.get(array, from, count));
    }

    private char[] readChars() throws IOException {
        char[] array = new char[readLength(Character.BYTES)];
        return inPieces(array, array.length, Character.BYTES, (bytes, from, count) -> bytes.asCharBuffer()
                .get(array, from, count));
    }

    /** Takes some elements of an array from a buffer. */
    @FunctionalInterface
    private interface Elements {
        void take(ByteBuffer bytes, int from, int count);
    }

    /** Fills an array, whose elements are known to be there. */
    private <T> T inPieces(T array, int length, int width, Elements elements) throws IOException {
        int from = 0;
        while (from < length) {
            fill(width);
            int count = Math.min(length - from, in.remaining() / width);
            elements.take(in.slice(in.position(), count * width), from, count);
            in.position(in.position() + count * width);
            from += count;
        }
        return array;
    }

    private String readUtf8() throws IOException {
        byte[] bytes = readBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("a text that is no UTF-8");
        }
    }

    /** A number of things of at least {@code leastBytes} each, which must be there. */
    private int readLength(int leastBytes) throws IOException {
        int length = need(Integer.BYTES).getInt();
        if (length < 0 || (long) length * leastBytes > remaining()) {
            throw malformed("a length of " + length + " with " + remaining() + " bytes left");
        }
        return length;
    }

    private ByteBuffer need(int byteCount) throws IOException {
        fill(byteCount);
        if (in.remaining() < byteCount) {
            throw malformed(byteCount + " bytes needed, " + in.remaining() + " left");
        }
        return in;
    }

    private MalformedMessageException malformed(String what) {
        return new MalformedMessageException(
                "malformed message: " + what + " (at byte " + (before + in.position()) + ")");
    }
}
