package org.javampi.checkpoint.viewer;

import java.nio.ByteBuffer;

/**
 * The bytes of a graph, and what they are made of: numbers, primitive values, text. No length in
 * them is believed: what should follow must be there before anything is made for it.
 */
final class GraphBytes {
    private final ByteBuffer in;

    /** From the first byte on. */
    GraphBytes(byte[] stream) {
        in = ByteBuffer.wrap(stream);
    }

    /** What is wrong where this reads. */
    MalformedGraphException malformed(String how) {
        return new MalformedGraphException(in.position(), how);
    }

    /** Whether nothing follows. */
    boolean isOver() {
        return !in.hasRemaining();
    }

    /**
     * Sees that so many bytes follow.
     *
     * @throws MalformedGraphException when they do not, as all that reads does
     */
    void need(long bytes) throws MalformedGraphException {
        if (bytes < 0 || bytes > in.remaining()) {
            throw malformed(bytes + " bytes should follow, " + in.remaining() + " do");
        }
    }

    /** Goes past a number if it is the next one; else stays. */
    boolean takes(int number) {
        boolean follows = in.remaining() >= Integer.BYTES && in.getInt(in.position()) == number;
        if (follows) {
            in.getInt();
        }
        return follows;
    }

    /** The next byte, which is read again. */
    byte peek() throws MalformedGraphException {
        need(1);
        return in.get(in.position());
    }

    /** The next byte. */
    byte next() throws MalformedGraphException {
        need(1);
        return in.get();
    }

    /** Two bytes, without a sign. */
    int length() throws MalformedGraphException {
        need(Short.BYTES);
        return in.getShort() & 0xffff;
    }

    /** Four bytes. */
    int number() throws MalformedGraphException {
        need(Integer.BYTES);
        return in.getInt();
    }

    /** Eight bytes. */
    long longNumber() throws MalformedGraphException {
        need(Long.BYTES);
        return in.getLong();
    }

    /** So many bytes. */
    byte[] bytes(int length) throws MalformedGraphException {
        need(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** A value of the primitive type that a signature writes as {@code kind}. */
    Object primitive(char kind) throws MalformedGraphException {
        need(width(kind));
        return switch (kind) {
            case 'Z' -> in.get() != 0;
            case 'B' -> in.get();
            case 'C' -> in.getChar();
            case 'S' -> in.getShort();
            case 'I' -> in.getInt();
            case 'J' -> in.getLong();
            case 'F' -> in.getFloat();
            default -> in.getDouble();
        };
    }

    /** Bytes of such a value. */
    static int width(char kind) {
        return switch (kind) {
            case 'Z', 'B' -> 1;
            case 'C', 'S' -> 2;
            case 'I', 'F' -> 4;
            default -> 8;
        };
    }

    /** So many bytes as characters in the JVM's modified UTF-8. */
    String text(long byteCount) throws MalformedGraphException {
        need(byteCount);
        int end = in.position() + (int) byteCount;
        StringBuilder text = new StringBuilder((int) byteCount);
        while (in.position() < end) {
            int first = in.get() & 0xff;
            if (first < 0x80) {
                text.append((char) first);
            } else if (first >> 5 == 6) {
                text.append((char) ((first & 0x1f) << 6 | further(end)));
            } else if (first >> 4 == 14) {
                text.append((char) ((first & 0x0f) << 12 | further(end) << 6 | further(end)));
            } else {
                throw malformed("a string that is not UTF-8");
            }
        }
        return text.toString();
    }

    private int further(int end) throws MalformedGraphException {
        int value = in.position() < end ? in.get() & 0xff : 0;
        if (value >> 6 != 2) {
            throw malformed("a string that is not UTF-8");
        }
        return value & 0x3f;
    }
}
