package org.javampi.river.network;

import java.util.ArrayDeque;

/**
 * Frames that wait to be written to one connection. Senders that may wait do so while more than
 * {@link #HIGH_BYTES} are queued; those that must not (they read connections themselves) never do.
 */
final class Outbox {
    /** Above this a patient sender waits. */
    static final long HIGH_BYTES = 64L << 20;

    private final ArrayDeque<byte[][]> frames = new ArrayDeque<>();
    private long queuedBytes;
    private boolean closed;

    /** Queues a frame given in parts; false when the connection is closed. */
    synchronized boolean add(boolean patient, byte[]... parts) throws InterruptedException {
        while (patient && !closed && queuedBytes > HIGH_BYTES) {
            wait();
        }
        if (closed) {
            return false;
        }
        frames.add(parts);
        queuedBytes += bytesOf(parts);
        notifyAll();
        return true;
    }

    /** Waits for a frame; null when the outbox is closed and empty. */
    synchronized byte[][] take() throws InterruptedException {
        while (frames.isEmpty() && !closed) {
            wait();
        }
        byte[][] parts = frames.poll();
        if (parts != null) {
            queuedBytes -= bytesOf(parts);
            notifyAll();
        }
        return parts;
    }

    synchronized boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Nothing more comes in; what is queued can still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private static long bytesOf(byte[][] parts) {
        long sum = 0;
        for (byte[] part : parts) {
            sum += part.length;
        }
        return sum;
    }
}
