package org.javampi.core.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what an {@link Encoder} has written. One thread. */
final class Decoder {
    private final ByteBuffer bytes;

    Decoder(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int getByte() {
        return bytes.get();
    }

    boolean getBoolean() {
        return bytes.get() != 0;
    }

    long getLong() {
        long value = 0;
        int shift = 0;
        long next;
        do {
            next = bytes.get();
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value >>> 1 ^ -(value & 1);
    }

    int getInt() {
        return (int) getLong();
    }

    String getText() {
        int count = getInt();
        return count < 0 ? null : new String(getBytes(count), StandardCharsets.UTF_8);
    }

    int[] getInts() {
        int count = getInt();
        if (count < 0) {
            return null;
        }
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = getInt();
        }
        return values;
    }

    byte[] getBytes(int count) {
        byte[] copy = new byte[count];
        bytes.get(copy);
        return copy;
    }

    /** What has not been read. */
    ByteBuffer rest() {
        return bytes;
    }
}
