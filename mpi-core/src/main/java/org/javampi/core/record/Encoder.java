package org.javampi.core.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and texts, short ones in few bytes, to memory that grows and is used again. One thread. */
final class Encoder {
    private byte[] bytes = new byte[256];
    private int length;

    /** Forgets what was written. */
    Encoder clear() {
        length = 0;
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** A copy of what was written. */
    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    Encoder put(boolean value) {
        return putByte(value ? 1 : 0);
    }

    Encoder putByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** Small numbers of either sign take a byte. */
    Encoder put(long value) {
        reserve(10);
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** A text, or null. */
    Encoder put(String text) {
        if (text == null) {
            return put(-1);
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return put(encoded.length).put(encoded, encoded.length);
    }

    /** A list of numbers, or null. */
    Encoder put(int[] values) {
        if (values == null) {
            return put(-1);
        }
        put(values.length);
        for (int value : values) {
            put(value);
        }
        return this;
    }

    /** Bytes as they are. */
    Encoder put(byte[] source, int count) {
        reserve(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
        return this;
    }
}
