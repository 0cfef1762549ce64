package org.javampi.core.engine;

/** A growing first-in-first-out queue of longs without garbage. */
final class LongQueue {
    private long[] items = new long[16];
    private int head;
    private int size;

    void add(long item) {
        if (size == items.length) {
            grow();
        }
        items[(head + size++) & (items.length - 1)] = item;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long peek() {
        return items[head];
    }

    void remove() {
        head = (head + 1) & (items.length - 1);
        size--;
    }

    private void grow() {
        long[] larger = new long[items.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = items[(head + i) & (items.length - 1)];
        }
        items = larger;
        head = 0;
    }
}
