package org.javampi.trace;

import java.util.Arrays;

/** Numbers, more and more of them. */
final class Growing {
    private long[] values = new long[1024];
    private int count;

    void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count + count / 2);
        }
        values[count++] = value;
    }

    void addAll(long... more) {
        for (long value : more) {
            add(value);
        }
    }

    long get(int index) {
        return values[index];
    }

    void set(int index, long value) {
        values[index] = value;
    }

    int count() {
        return count;
    }
}
