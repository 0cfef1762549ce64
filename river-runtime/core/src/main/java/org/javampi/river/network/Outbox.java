package org.javampi.river.network;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Frames that wait to be written to one connection. Senders that may wait do so while more than
 * {@link #HIGH_BYTES} are queued; those that must not (they read connections themselves) never do.
 */
final class Outbox {
    /** Above this a patient sender waits. */
    static final long HIGH_BYTES = 64L << 20;

    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private long queuedBytes;
    private boolean closed;

    /** Queues a frame; false when the connection is closed. */
    synchronized boolean add(boolean patient, Frame frame) throws InterruptedException {
        while (patient && !closed && queuedBytes > HIGH_BYTES) {
            wait();
        }
        if (closed) {
            return false;
        }
        frames.add(frame);
        queuedBytes += frame.heldBytes();
        notifyAll();
        return true;
    }

    /** Waits for a frame; null when the outbox is closed and empty. */
    synchronized Frame take() throws InterruptedException {
        while (frames.isEmpty() && !closed) {
            wait();
        }
        Frame frame = frames.poll();
        if (frame != null) {
            queuedBytes -= frame.heldBytes();
            notifyAll();
        }
        return frame;
    }

    synchronized boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Nothing more comes in; what is queued can still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Closes it, and gives up what is queued. */
    void abandon() {
        List<Frame> lost;
        synchronized (this) {
            closed = true;
            lost = List.copyOf(frames);
            frames.clear();
            queuedBytes = 0;
            notifyAll();
        }
        lost.forEach(Frame::onLoss);
    }
}
